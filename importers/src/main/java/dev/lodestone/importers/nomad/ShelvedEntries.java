package dev.lodestone.importers.nomad;

import dev.lodestone.importers.nomad.EntryIndex.Head;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Entries that are kept on disk, in pages or files. One is read when it is asked for, with those
/// beside it, which are likely to be next; they are held as long as there is memory for them. For
/// one thread.
final class ShelvedEntries implements EntryLookup {
    private static final int MOST_HELD = 512;

    private final EntryIndex index;
    private final Function<Head, List<NomadEntry>> shelf;
    private final Map<String, SoftReference<NomadEntry>> held =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<String, SoftReference<NomadEntry>> eldest) {
                    return size() > MOST_HELD;
                }
            };

    /// @param shelf an entry, and behind it those that are read with it
    ShelvedEntries(EntryIndex index, Function<Head, List<NomadEntry>> shelf) {
        this.index = index;
        this.shelf = shelf;
    }

    @Override
    public Optional<NomadEntry> byId(Optional<String> upload, String id) {
        return index.byId(upload, id).map(this::read);
    }

    @Override
    public Optional<NomadEntry> byFile(Optional<String> upload, String mainfile) {
        return index.byFile(upload, mainfile).map(this::read);
    }

    @Override
    public Stream<NomadEntry> byLabId(NomadEntry from, String labId) {
        return others(from, labId)
                .filter(other ->
                        from.uploadId().isPresent()
                                || (from.entryId().isEmpty() && other.id().isEmpty()))
                .map(this::read);
    }

    @Override
    public Stream<NomadEntry> planners(NomadEntry entry) {
        return index.planners(entry).stream().map(this::read);
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
        var read = shelf.apply(head);
        read.forEach(this::hold);
        return read.getFirst();
    }

    /// Holds an entry that was read, as long as there is memory for it.
    void hold(NomadEntry entry) {
        held.put(entry.place(), new SoftReference<>(entry));
    }
}
