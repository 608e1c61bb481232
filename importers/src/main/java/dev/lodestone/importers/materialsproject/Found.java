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
    private final @Nullable Supplier<MpDocument> outline;
    private @Nullable MpDocument document;

    Found(String place, Supplier<MpDocument> read) {
        this(place, read, null);
    }

    /// @param outline reads of it only what tells what it is, where that is less
    Found(String place, Supplier<MpDocument> read, @Nullable Supplier<MpDocument> outline) {
        this.place = place;
        this.read = read;
        this.outline = outline;
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

    /// The document, if it is one.
    Optional<MpDocument> document() {
        return ifOne(this::read);
    }

    /// The same, as far as it tells what it is.
    Optional<MpDocument> outlined() {
        return outline == null ? document() : ifOne(outline);
    }

    private static Optional<MpDocument> ifOne(Supplier<MpDocument> document) {
        try {
            return Optional.of(document.get());
        } catch (RefusedEntry e) {
            return Optional.empty();
        }
    }
}
