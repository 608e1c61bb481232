package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.RefusedEntry;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something that is a document, or fails to be one when it is asked for. It is read once, and only
/// if it is asked for.
final class Found {
    private final String place;
    private final Supplier<MpDocument> read;
    private @Nullable MpDocument document;

    Found(String place, Supplier<MpDocument> read) {
        this.place = place;
        this.read = read;
    }

    String place() {
        return place;
    }

    /// @throws RefusedEntry if it is none
    MpDocument read() {
        if (document == null) {
            document = read.get();
        }
        return document;
    }

    Optional<MpDocument> document() {
        try {
            return Optional.of(read());
        } catch (RefusedEntry e) {
            return Optional.empty();
        }
    }
}
