package dev.lodestone.importers.nomad;

import dev.lodestone.importers.http.Page;
import dev.lodestone.importers.nomad.EntryIndex.Head;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// Entries of pages that are kept on disk. One is read when it is asked for, with those beside it,
/// which are likely to be next; they are held as long as there is memory for them. For one thread.
final class ShelvedEntries implements EntryLookup {
    private static final int MOST_HELD = 512;

    private final EntryIndex index;
    private final IntFunction<Page> pages;
    private final Map<String, SoftReference<NomadEntry>> held =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<String, SoftReference<NomadEntry>> eldest) {
                    return size() > MOST_HELD;
                }
            };

    /// @param pages any page by its number
    ShelvedEntries(EntryIndex index, IntFunction<Page> pages) {
        this.index = index;
        this.pages = pages;
    }

    @Override
    public Optional<NomadEntry> byId(Optional<String> upload, String id) {
        return index.byId(id).map(this::read);
    }

    @Override
    public Optional<NomadEntry> byFile(Optional<String> upload, String mainfile) {
        return index.byFile(upload, mainfile).map(this::read);
    }

    @Override
    public Stream<NomadEntry> byLabId(NomadEntry from, String labId) {
        return others(from, labId).filter(_ -> from.uploadId().isPresent()).map(this::read);
    }

    @Override
    public Stream<String> namesakes(NomadEntry entry, String labId) {
        return others(entry, labId).map(Head::mainfile);
    }

    private Stream<Head> others(NomadEntry entry, String labId) {
        return index.byLabId(labId).stream()
                .filter(head -> !head.place().equals(entry.place()))
                .filter(head -> head.upload().equals(entry.uploadId()));
    }

    /// An entry.
    NomadEntry read(Head head) {
        var reference = held.get(head.place());
        var kept = reference == null ? null : reference.get();
        if (kept != null) {
            return kept;
        }
        var page = pages.apply(head.page());
        var entry = ApiAnswers.whole(head.place(), page.entries().get(head.position()));
        for (int i = 0; i < page.entries().size(); i++) {
            var beside = page.entries().get(i);
            if (NomadGathering.isWhole(beside)) {
                hold(i == head.position() ? entry : ApiAnswers.whole(page.place(i), beside));
            }
        }
        return entry;
    }

    private void hold(NomadEntry entry) {
        held.put(entry.place(), new SoftReference<>(entry));
    }
}
