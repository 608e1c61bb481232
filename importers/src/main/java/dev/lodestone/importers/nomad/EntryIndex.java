package dev.lodestone.importers.nomad;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where entries of pages are and what they are called, without what stands in them.
final class EntryIndex {
    private final Map<String, Head> byId = new HashMap<>();
    private final Map<String, Head> byFile = new HashMap<>();
    private final Map<String, List<Head>> byLabId = new HashMap<>();

    /// An entry.
    ///
    /// @param page where it is
    /// @param position in that page
    /// @param processed when NOMAD processed it; empty if it does not say
    record Head(
            int page,
            int position,
            String place,
            String mainfile,
            Optional<String> upload,
            Optional<String> labId,
            String processed) {}

    /// Notes an entry. Of two answers about one the later processed is the entry.
    void note(int page, int position, NomadEntry entry) {
        var id = entry.entryId().orElseThrow();
        var head =
                new Head(
                        page,
                        position,
                        entry.place(),
                        entry.mainfile(),
                        entry.uploadId(),
                        entry.text(NomadEntry.LAB_ID),
                        ApiAnswers.processed(entry.archive()));
        var before = byId.get(id);
        if (before != null) {
            if (before.processed().compareTo(head.processed()) >= 0) {
                return;
            }
            before.labId().map(byLabId::get).ifPresent(heads -> heads.remove(before));
        }
        byId.put(id, head);
        byFile.put(fileKey(head.upload(), head.mainfile()), head);
        head.labId()
                .ifPresent(lab -> byLabId.computeIfAbsent(lab, _ -> new ArrayList<>()).add(head));
    }

    /// The answer that an entry is taken from.
    Optional<Head> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Head> byFile(Optional<String> upload, String mainfile) {
        return Optional.ofNullable(byFile.get(fileKey(upload, mainfile)));
    }

    List<Head> byLabId(String labId) {
        return byLabId.getOrDefault(labId, List.of());
    }

    private static String fileKey(Optional<String> upload, String file) {
        return upload.orElse("") + "\u001f" + file;
    }
}
