package dev.lodestone.importers.nomad;

import dev.lodestone.importers.DroppedField;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.http.Gathering;
import dev.lodestone.importers.http.Page;
import dev.lodestone.importers.nomad.EntryIndex.Head;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;

/// All answers of a query to NOMAD: where each entry is and what others may call it.
final class NomadGathering implements Gathering {
    private final ImportOptions options;
    private final EntryIndex index = new EntryIndex();
    private final Accounts accounts = new Accounts();
    private final List<Hit> hits = new ArrayList<>();

    NomadGathering(ImportOptions options) {
        this.options = options;
    }

    /// An answer about an entry, or one that is none.
    private sealed interface Hit {
        record Whole(String id, String place) implements Hit {}

        record Refused(RefusedEntry why) implements Hit {}
    }

    /// Who stands behind the accounts that the entries name.
    Accounts accounts() {
        return accounts;
    }

    @Override
    public void note(Page page) {
        for (int i = 0; i < page.entries().size(); i++) {
            var hit = page.entries().get(i);
            var place = page.place(i);
            if (isWhole(hit)) {
                var entry = ApiAnswers.whole(place, hit);
                index.note(page.number(), i, entry);
                accounts.note(entry.archive().path("metadata"));
                hits.add(new Hit.Whole(hit.get("entry_id").stringValue(), place));
            } else {
                hits.add(new Hit.Refused(refused(place, hit)));
            }
        }
    }

    @Override
    public Iterator<SourceEntry> entries(IntFunction<Page> pages) {
        var entries = new ShelvedEntries(index, head -> read(pages.apply(head.page()), head));
        var mapping =
                new EntryMapping(
                        new NomadUpload(entries, Map.of()),
                        NomadEntries.deployment(options),
                        accounts,
                        options.restricted());
        return hits.stream()
                .map(hit ->
                        switch (hit) {
                            case Hit.Refused(var why) -> SourceEntry.refused(why);
                            case Hit.Whole(var id, var place) ->
                                    SourceEntry.of(place, () -> map(entries, mapping, id, place));
                        })
                .iterator();
    }

    private MappedEntry map(ShelvedEntries entries, EntryMapping mapping, String id, String place) {
        var head = index.byId(id).orElseThrow();
        return head.place().equals(place)
                ? mapping.map(entries.read(head))
                : again(id, head.place());
    }

    private static List<NomadEntry> read(Page page, Head head) {
        var read = new ArrayList<NomadEntry>();
        read.add(ApiAnswers.whole(head.place(), page.entries().get(head.position())));
        for (int i = 0; i < page.entries().size(); i++) {
            if (i != head.position() && isWhole(page.entries().get(i))) {
                read.add(ApiAnswers.whole(page.place(i), page.entries().get(i)));
            }
        }
        return read;
    }

    private static boolean isWhole(JsonNode hit) {
        return hit.path("archive").isObject() && hit.path("entry_id").isString();
    }

    private static RefusedEntry refused(String place, JsonNode hit) {
        return new RefusedEntry(
                place,
                "This is no archive of an entry (%s).".formatted(abridged(hit.toString())),
                "the service could not read it; import again later.");
    }

    private static MappedEntry again(String id, String taken) {
        return new MappedEntry(
                List.of(),
                Set.of(),
                List.of(
                        new DroppedField(
                                "an answer",
                                "the entry (%s) is given again at %s".formatted(id, taken))),
                List.of());
    }

    private static String abridged(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + " ...";
    }
}
