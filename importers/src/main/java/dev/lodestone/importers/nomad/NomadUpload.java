package dev.lodestone.importers.nomad;

import dev.lodestone.events.DataFileRef;
import dev.lodestone.importers.Hashes;
import dev.lodestone.importers.json.JsonFiles;
import dev.lodestone.importers.nomad.NomadRef.Target;
import java.io.IOException;
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
        this(held(List.copyOf(entries)), files);
    }

    private static EntryLookup held(List<NomadEntry> entries) {
        var index = new EntryIndex();
        for (int i = 0; i < entries.size(); i++) {
            index.note(i, 0, entries.get(i));
        }
        return new ShelvedEntries(index, head -> List.of(entries.get(head.page())));
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

    /// A file beside the entries, named by its hash; empty where there is none of that name.
    ///
    /// @throws IOException if it cannot be read
    Optional<DataFileRef> reference(String name) throws IOException {
        var file = file(name);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (var in = JsonFiles.open(file.get())) {
            var hashed = Hashes.hashed(in);
            return Optional.of(
                    new DataFileRef(
                            hashed.sha256(),
                            name,
                            Optional.empty(),
                            hashed.bytes(),
                            Optional.of("raw")));
        }
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
        return entry(ref.target(), from)
                .map(entry -> within(entry, ref.path()))
                .orElseGet(() -> new Resolution.Dangling(missing(ref.target())));
    }

    /// The entry that a reference leads to, whether it has the section or not.
    Optional<NomadEntry> entry(Target target, NomadEntry from) {
        return switch (target) {
            case Target.Itself() -> Optional.of(from);
            case Target.RawFile(var upload, var file) ->
                    entries.byFile(upload.or(from::uploadId), file);
            case Target.ById(var upload, var id) -> entries.byId(upload, id);
        };
    }

    /// A section under one name, however a reference spells it.
    String sectionKey(String reference, NomadEntry from) {
        var ref = NomadRef.find(reference);
        if (ref.isEmpty()) {
            return reference;
        }
        return switch (resolve(ref.get(), from)) {
            case Resolution.Found(var entry, var pointer, _) -> entry.place() + "#" + pointer;
            case Resolution.Dangling _ ->
                    entry(ref.get().target(), from)
                                    .map(NomadEntry::place)
                                    .orElseGet(() -> ref.get().target().toString())
                            + "#/"
                            + String.join("/", ref.get().path());
        };
    }

    private static String missing(Target target) {
        return switch (target) {
            case Target.Itself() -> "";
            case Target.RawFile(var upload, var file) ->
                    "the file (%s)%s is not among what was read".formatted(file, of(upload));
            case Target.ById(var upload, var id) ->
                    "the entry (%s)%s is not among what was read".formatted(id, of(upload));
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
