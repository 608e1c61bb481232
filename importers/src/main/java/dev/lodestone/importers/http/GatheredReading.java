package dev.lodestone.importers.http;

import dev.lodestone.importers.Checkpoints;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.json.JsonFiles;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A service read to its end before anything is mapped. Pages are kept on disk with the checkpoints
/// as they come, so that a reading that was cut off fetches only those that are missing; then they
/// are read again one at a time. They are removed once all entries are recorded.
public final class GatheredReading implements SourceReading {
    private final GatheredSource service;
    private final Checkpoints checkpoints;
    private final String name;
    private final String request;
    private final long most;
    private final PageShelf shelf;
    private final List<Finding> findings = new ArrayList<>();
    private final Iterator<SourceEntry> entries;
    private Gathering gathering;
    private int pages;
    private long size;
    private String sha256 = "";
    private boolean walked;

    /// Fetches all pages.
    ///
    /// @throws UnreadableSource if one cannot be had; those before it are kept for the next time
    public static GatheredReading open(GatheredSource service, ImportContext context) {
        try {
            return new GatheredReading(service, context);
        } catch (RuntimeException e) {
            service.http().close();
            throw e;
        }
    }

    private GatheredReading(GatheredSource service, ImportContext context) {
        this.service = service;
        var asked = Asked.of(service, context);
        this.checkpoints = asked.checkpoints();
        this.most = context.options().limit().orElse(Long.MAX_VALUE);
        this.request = asked.sha256();
        this.name = asked.name();
        this.gathering = service.gathering();
        this.shelf = PageShelf.open(checkpoints, name);
        try {
            gather(context);
        } catch (RuntimeException e) {
            shelf.close();
            throw e;
        }
        this.entries = gathering.entries(this::page);
    }

    private void gather(ImportContext context) {
        var start = checkpoints.read(name).flatMap(PageCheckpoint::read).filter(this::restore);
        start.ifPresent(checkpoint ->
                find(
                        "%d pages were fetched before, when the import was cut off; what the source changed in them since is not seen."
                                .formatted(checkpoint.pages())));
        var walk =
                new PageWalk(
                        service.http(),
                        service.paging(),
                        start.orElseGet(() -> PageCheckpoint.start(service.first())));
        var counted = OptionalLong.empty();
        while (walk.hasNext() && walk.entries() < most) {
            var step = walk.step();
            var page = step.page();
            var text = PageShelf.text(page.answer());
            count(page.number(), text);
            shelf.put(page.number(), text);
            step.after().ifPresent(checkpoint -> checkpoints.write(name, checkpoint.json()));
            gathering.note(page);
            counted = service.paging().total(page.answer());
            counted.ifPresent(context.progress()::expected);
            context.progress().fetched(walk.entries());
        }
        service.complete(gathering);
        sha256 = walk.sha256();
        if (!walk.hasNext() && counted.orElse(0) > walk.entries()) {
            find(
                    "The service counts %,d entries but gave %,d."
                            .formatted(counted.getAsLong(), walk.entries()));
        }
    }

    /// Notes the pages of a checkpoint; false where they are not all there any more.
    private boolean restore(PageCheckpoint checkpoint) {
        try {
            for (int number = 1; number <= checkpoint.pages(); number++) {
                var text = text(number);
                count(number, text);
                gathering.note(page(number, text));
            }
            return true;
        } catch (RefusedEntry e) {
            gathering = service.gathering();
            pages = 0;
            size = 0;
            return false;
        }
    }

    private Page page(int number) {
        return page(number, text(number));
    }

    private Page page(int number, String text) {
        return new Page(
                number, service.first(), service.paging().pointer(), JsonFiles.parse(text, name));
    }

    private String text(int number) {
        return shelf.get(number)
                .orElseThrow(
                        () -> new RefusedEntry(name, "Page %d is gone.".formatted(number), ""));
    }

    private void count(int number, String text) {
        pages = number;
        size += text.length();
        if (size > service.largest()) {
            throw new UnreadableSource(
                    service.first().uri().toString(),
                    "The %d pages so far are larger than %,d bytes together; all of them are kept until the last is there."
                            .formatted(number, service.largest()),
                    "ask for less at a time, or raise max-total.");
        }
    }

    private void find(String what) {
        findings.add(new Finding(service.first().uri().toString(), what));
    }

    @Override
    public SourceDescription source() {
        return service.describe(Optional.empty(), walked ? sha256 : request);
    }

    @Override
    public Iterator<SourceEntry> entries() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                walked = !entries.hasNext();
                return !walked;
            }

            @Override
            public SourceEntry next() {
                return entries.next();
            }
        };
    }

    @Override
    public void recorded() {
        if (walked) {
            checkpoints.remove(name);
            shelf.clear(pages);
        }
    }

    @Override
    public List<Finding> findings() {
        var all = new ArrayList<>(service.findings());
        all.addAll(findings);
        return all;
    }

    @Override
    public void close() {
        service.http().close();
        shelf.close();
    }
}
