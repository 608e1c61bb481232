package dev.lodestone.importers.nomad;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Entries that are all held at once. Immutable.
final class HeldEntries implements EntryLookup {
    private final List<NomadEntry> entries;
    private final Map<String, List<NomadEntry>> byLabId = new HashMap<>();
    private final Map<String, NomadEntry> byId = new HashMap<>();
    private final Map<String, NomadEntry> byFile = new HashMap<>();

    HeldEntries(List<NomadEntry> entries) {
        this.entries = List.copyOf(entries);
        for (var entry : entries) {
            entry.entryId().ifPresent(id -> byId.put(id, entry));
            byFile.put(fileKey(entry.uploadId(), entry.mainfile()), entry);
            entry.text(NomadEntry.LAB_ID)
                    .ifPresent(
                            lab -> byLabId.computeIfAbsent(lab, _ -> new ArrayList<>()).add(entry));
        }
    }

    @Override
    public Optional<NomadEntry> byId(Optional<String> upload, String id) {
        return Optional.ofNullable(byId.get(id))
                .or(() ->
                        upload.flatMap(name ->
                                entries.stream()
                                        .filter(entry ->
                                                NomadEntry.idOf(name, entry.mainfile()).equals(id))
                                        .findFirst()));
    }

    @Override
    public Optional<NomadEntry> byFile(Optional<String> upload, String mainfile) {
        return Optional.ofNullable(byFile.get(fileKey(upload, mainfile)));
    }

    @Override
    public Stream<NomadEntry> byLabId(NomadEntry from, String labId) {
        return others(from, labId)
                .filter(other ->
                        from.uploadId().isPresent()
                                || (from.entryId().isEmpty() && other.entryId().isEmpty()));
    }

    @Override
    public Stream<String> namesakes(NomadEntry entry, String labId) {
        return others(entry, labId).map(NomadEntry::mainfile);
    }

    private Stream<NomadEntry> others(NomadEntry entry, String labId) {
        return byLabId.getOrDefault(labId, List.of()).stream()
                .filter(other -> !other.place().equals(entry.place()))
                .filter(other -> other.uploadId().equals(entry.uploadId()));
    }

    private static String fileKey(Optional<String> upload, String file) {
        return upload.orElse("") + "\u001f" + file;
    }
}
