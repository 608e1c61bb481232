package dev.lodestone.importers.nomad;

import dev.lodestone.events.Draft;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An entry: a main file of an upload with what NOMAD made of it, or only the file.
///
/// @param place where it was read, for people
/// @param mainfile its path in its upload
/// @param archive sections by name: `metadata`, `data`, `results`, `workflow2`, `definitions`,
///   `run`
public record NomadEntry(String place, String mainfile, ObjectNode archive) {
    static final String LAB_ID = "/data/lab_id";

    /// The access label of what its owner has not published.
    static final String UNPUBLISHED = "unpublished";

    /// The access label of what is published under an embargo that has not ended.
    static final String EMBARGO = "embargo";

    /// The id NOMAD gave it; a raw file has none.
    public Optional<String> entryId() {
        return text("/metadata/entry_id");
    }

    /// The upload NOMAD keeps it in; a raw file does not know it.
    public Optional<String> uploadId() {
        return text("/metadata/upload_id");
    }

    /// What identifies it in its source.
    public String key() {
        return entryId().orElse(mainfile);
    }

    /// Who may see what is recorded of it: not everybody, where it is not published, or under an
    /// embargo still.
    public String access() {
        var published = archive.at("/metadata/published");
        if (published.isBoolean() && !published.booleanValue()) {
            return UNPUBLISHED;
        }
        return archive.at("/metadata/with_embargo").asBoolean(false) ? EMBARGO : Draft.PUBLIC;
    }

    /// Whether it may not be shown to others yet.
    public boolean restricted() {
        return !access().equals(Draft.PUBLIC);
    }

    /// The id NOMAD would give to a file of an upload: it is made of both names.
    public static String idOf(String upload, String mainfile) {
        try {
            var digest = MessageDigest.getInstance("SHA-512");
            digest.update(upload.getBytes(StandardCharsets.UTF_8));
            digest.update(mainfile.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(digest.digest()).substring(0, 28);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-512", e);
        }
    }

    /// A text of the archive.
    public Optional<String> text(String pointer) {
        return Optional.of(archive.at(pointer))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(text -> !text.isBlank());
    }
}
