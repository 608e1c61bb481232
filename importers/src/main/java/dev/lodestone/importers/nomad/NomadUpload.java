package dev.lodestone.importers.nomad;

import dev.lodestone.importers.nomad.NomadRef.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What was read together: entries that refer to each other, and the files beside them.
public final class NomadUpload {
    private final EntryLookup entries;
    private final Map<String, Path> files;

    /// @param files the files beside the entries, by their path in the upload
    public NomadUpload(List<NomadEntry> entries, Map<String, Path> files) {
        this(new HeldEntries(entries), files);
    }

    NomadUpload(EntryLookup entries, Map<String, Path> files) {
        this.entries = entries;
        this.files = Map.copyOf(files);
    }

    /// The entries, as others find them.
    EntryLookup entries() {
        return entries;
    }

    /// A file beside the entries; one that is kept gzipped is found under its own name.
    public Optional<Path> file(String name) {
        return Optional.ofNullable(files.get(name))
                .or(() -> Optional.ofNullable(files.get(name + ".gz")));
    }

    /// What a reference leads to.
    public sealed interface Resolution {
        /// A section.
        ///
        /// @param pointer its place in the entry's archive
        record Found(NomadEntry entry, String pointer, JsonNode section) implements Resolution {}

        /// Nothing.
        ///
        /// @param why in words
        record Dangling(String why) implements Resolution {}
    }

    /// Follows a reference.
    ///
    /// @param from the entry it stands in
    public Resolution resolve(NomadRef ref, NomadEntry from) {
        return switch (ref.target()) {
            case Target.Itself() -> within(from, ref.path());
            case Target.RawFile(var upload, var file) ->
                    entries.byFile(upload.or(from::uploadId), file)
                            .map(entry -> within(entry, ref.path()))
                            .orElseGet(() ->
                                    new Resolution.Dangling(
                                            "the file (%s)%s is not among what was read"
                                                    .formatted(file, of(upload))));
            case Target.ById(var upload, var id) ->
                    entries.byId(upload, id)
                            .map(entry -> within(entry, ref.path()))
                            .orElseGet(() ->
                                    new Resolution.Dangling(
                                            "the entry (%s)%s is not among what was read"
                                                    .formatted(id, of(upload))));
        };
    }

    private static Resolution within(NomadEntry entry, List<String> path) {
        JsonNode node = entry.archive();
        var pointer = new StringBuilder();
        for (var step : path) {
            JsonNode next;
            var taken = step;
            if (node.isArray()) {
                if (!step.matches("-?\\d{1,9}")) {
                    return missing(entry, pointer, step);
                }
                int index = Integer.parseInt(step);
                int at = index < 0 ? node.size() + index : index;
                next = node.path(at);
                taken = Integer.toString(at);
            } else {
                next = node.path(step);
            }
            if (next.isMissingNode()) {
                return missing(entry, pointer, step);
            }
            pointer.append('/').append(taken);
            node = next;
        }
        return new Resolution.Found(entry, pointer.toString(), node);
    }

    private static Resolution missing(NomadEntry entry, StringBuilder pointer, String step) {
        return new Resolution.Dangling(
                "(%s) has no (%s) at (%s)"
                        .formatted(entry.mainfile(), step, pointer.isEmpty() ? "/" : pointer));
    }

    private static String of(Optional<String> upload) {
        return upload.map(" of the upload (%s)"::formatted).orElse("");
    }
}
