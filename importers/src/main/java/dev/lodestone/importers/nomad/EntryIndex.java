package dev.lodestone.importers.nomad;

import dev.lodestone.importers.nomad.NomadRef.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Where entries are and what they are called, without what stands in them.
final class EntryIndex {
    private final Map<String, Head> byId = new HashMap<>();
    private final Map<String, Head> byFile = new HashMap<>();
    private final Map<String, List<Head>> byLabId = new HashMap<>();
    private final Map<String, List<Head>> planners = new HashMap<>();
    private final List<Head> files = new ArrayList<>();

    /// Uploads by whose names raw files were asked for, with the ids that the files have there.
    private final Map<String, Map<String, Head>> idsOfFiles = new HashMap<>();

    /// Uploads that tasks of plans name.
    private final Set<String> uploadsOfTasks = new LinkedHashSet<>();

    /// An entry.
    ///
    /// @param page what it is read from: a page of answers, or a file
    /// @param position in that page
    /// @param processed when NOMAD processed it; empty if it does not say
    record Head(
            int page,
            int position,
            String place,
            String mainfile,
            Optional<String> id,
            Optional<String> upload,
            Optional<String> labId,
            String processed) {
        private static Head of(int page, int position, NomadEntry entry) {
            return new Head(
                    page,
                    position,
                    entry.place(),
                    entry.mainfile(),
                    entry.entryId(),
                    entry.uploadId(),
                    entry.text(NomadEntry.LAB_ID),
                    ApiAnswers.processed(entry.archive()));
        }
    }

    /// Notes an entry. Of two answers about one the later processed is the entry.
    Head note(int page, int position, NomadEntry entry) {
        var head = Head.of(page, position, entry);
        var before = head.id().map(byId::get);
        if (before.isPresent()) {
            if (before.get().processed().compareTo(head.processed()) >= 0) {
                return head;
            }
            before.get().labId().map(byLabId::get).ifPresent(heads -> heads.remove(before.get()));
        }
        head.id().ifPresentOrElse(id -> byId.put(id, head), () -> files.add(head));
        byFile.put(fileKey(head.upload(), head.mainfile()), head);
        head.labId()
                .ifPresent(lab -> byLabId.computeIfAbsent(lab, _ -> new ArrayList<>()).add(head));
        for (var target : TaskTargets.of(entry)) {
            planners.computeIfAbsent(key(target, entry), _ -> new ArrayList<>()).add(head);
        }
        return head;
    }

    /// The answer that an entry is taken from.
    Optional<Head> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The same; a raw file is recognised by the id it would have in that upload.
    Optional<Head> byId(Optional<String> upload, String id) {
        return byId(id).or(() ->
                files.isEmpty()
                        ? Optional.empty()
                        : upload.map(this::idsOfFiles).map(ids -> ids.get(id)));
    }

    Optional<Head> byFile(Optional<String> upload, String mainfile) {
        return Optional.ofNullable(byFile.get(fileKey(upload, mainfile)));
    }

    List<Head> byLabId(String labId) {
        return byLabId.getOrDefault(labId, List.of());
    }

    /// The entries whose plans have a task that an entry may carry out, each once, in the order
    /// they were read.
    List<Head> planners(NomadEntry entry) {
        if (planners.isEmpty()) {
            return List.of();
        }
        var ids =
                entry.entryId()
                        .map(Stream::of)
                        .orElseGet(() ->
                                uploadsOfTasks.stream()
                                        .map(name -> NomadEntry.idOf(name, entry.mainfile())));
        return Stream.concat(ids, Stream.of(fileKey(entry.uploadId(), entry.mainfile())))
                .flatMap(key -> planners.getOrDefault(key, List.of()).stream())
                .filter(head -> !head.place().equals(entry.place()))
                .filter(head -> head.id().map(id -> head.equals(byId.get(id))).orElse(true))
                .distinct()
                .toList();
    }

    private String key(Target target, NomadEntry from) {
        return switch (target) {
            case Target.RawFile(var upload, var file) -> fileKey(upload.or(from::uploadId), file);
            case Target.ById(var upload, var id) -> {
                upload.ifPresent(uploadsOfTasks::add);
                yield id;
            }
            case Target.Itself() -> fileKey(from.uploadId(), from.mainfile());
        };
    }

    private Map<String, Head> idsOfFiles(String upload) {
        return idsOfFiles.computeIfAbsent(
                upload,
                name -> {
                    var ids = new HashMap<String, Head>();
                    files.forEach(
                            head -> ids.putIfAbsent(NomadEntry.idOf(name, head.mainfile()), head));
                    return ids;
                });
    }

    private static String fileKey(Optional<String> upload, String file) {
        return upload.orElse("") + "\u001f" + file;
    }
}
