package dev.lodestone.importers;

import dev.lodestone.events.DataFileRef;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Bytes that an event names by their hash and that are kept with it.
///
/// @param text what is kept, as UTF-8
public record AttachedFile(DataFileRef ref, String text) {
    /// A structure with its sites, as JSON in one canonical spelling.
    public static AttachedFile structure(String name, String json) {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        return new AttachedFile(
                new DataFileRef(
                        Hashes.sha256(bytes),
                        name + ".structure.json",
                        Optional.of("application/json"),
                        bytes.length,
                        Optional.of("structure")),
                json);
    }
}
