package dev.lodestone.importers.http;

import dev.lodestone.importers.Hashes;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.json.Fields;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Goes from page to page and refuses to go in circles: no question is asked twice, and no page
/// that has entries may have those of a page before. Nor does it follow empty pages for ever. For
/// one thread.
final class PageWalk {
    private static final int MOST_EMPTY = 50;

    private final HttpSource http;
    private final Paging paging;
    private final Set<String> asked = new HashSet<>();
    private final Map<String, Integer> contents = new HashMap<>();
    private Optional<PageRequest> next;
    private Optional<UnreadableSource> stopped = Optional.empty();
    private int number;
    private int empty;
    private long read;
    private String print;

    /// @param start the first page, or the one to go on with
    PageWalk(HttpSource http, Paging paging, PageCheckpoint start) {
        this.http = http;
        this.paging = paging;
        this.next = Optional.of(start.next());
        this.number = start.pages();
        this.read = start.entries();
        this.print = start.sha256();
        if (!start.lastPage().isEmpty()) {
            contents.put(start.lastPage(), number);
        }
    }

    boolean hasNext() {
        return next.isPresent() || stopped.isPresent();
    }

    /// The next page.
    ///
    /// @throws UnreadableSource if it cannot be read or was there before, or if the page before it
    ///   led away from the source
    Step step() {
        if (stopped.isPresent()) {
            throw stopped.get();
        }
        var request = next.orElseThrow();
        if (!asked.add(request.text())) {
            throw circle(request, "The next page is one that was read before.");
        }
        var answer = paging.arranged(request, http.json(request));
        var page = new Page(number + 1, request, paging.pointer(), answer);
        var entries = entries(page);
        var content = Hashes.sha256(Fields.canonical(entries));
        if (!entries.isEmpty()) {
            var before = contents.putIfAbsent(content, page.number());
            if (before != null) {
                throw circle(
                        request,
                        "Page %d has the same entries as page %d."
                                .formatted(page.number(), before));
            }
        }
        empty = entries.isEmpty() ? empty + 1 : 0;
        if (empty > MOST_EMPTY) {
            throw circle(request, "%d pages without an entry came in a row.".formatted(empty));
        }
        number = page.number();
        read += entries.size();
        print = Hashes.sha256(print + content);
        next = following(request, answer);
        return new Step(
                page,
                next.map(following ->
                        new PageCheckpoint(following, number, read, content, print, "")));
    }

    /// A link that leads away, or is none, is told only when it is followed, so that the page it
    /// stands on is read.
    private Optional<PageRequest> following(PageRequest request, JsonNode answer) {
        try {
            return paging.next(request, answer)
                    .map(following ->
                            new PageRequest(
                                    http.follow(request.uri(), following.uri().toString()),
                                    following.body()));
        } catch (UnreadableSource e) {
            stopped = Optional.of(e);
            return Optional.empty();
        }
    }

    /// How many entries all pages so far have.
    long entries() {
        return read;
    }

    /// Over the entries of all pages so far: of the hash before and that of the page's entries.
    String sha256() {
        return print;
    }

    /// A page, and where to go on after it; nowhere after the last, and where the walk is stopped.
    record Step(Page page, Optional<PageCheckpoint> after) {}

    private static JsonNode entries(Page page) {
        var entries = page.entries();
        if (entries.isArray()) {
            return entries;
        }
        throw new UnreadableSource(
                page.asked().uri().toString(),
                "The answer has no list at (%s) but (%s)."
                        .formatted(page.pointer(), abridged(page.answer())),
                "the address is that of another service, or of another version of it.");
    }

    private static String abridged(JsonNode answer) {
        return Problems.firstWords(answer.toString());
    }

    private static UnreadableSource circle(PageRequest request, String what) {
        return new UnreadableSource(
                request.uri().toString(),
                what,
                "the server ignores the parameters of its own pages; what was read up to here is"
                        + " kept.");
    }
}
