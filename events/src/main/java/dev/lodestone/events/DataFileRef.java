package dev.lodestone.events;

import java.util.Optional;
import java.util.regex.Pattern;

/// Immutable bytes, named by their hash.
///
/// @param sha256 64 lower-case hexadecimal digits
/// @param name the file name as delivered
/// @param mediaType such as `text/csv`
/// @param bytes the length
/// @param role what the file is to the event, in a word: `raw`, `image`, `structure` ...
public record DataFileRef(
        String sha256, String name, Optional<String> mediaType, long bytes, Optional<String> role) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public DataFileRef {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException(
                    "The file hash (%s) is not a SHA-256: 64 lower-case hexadecimal digits."
                            .formatted(sha256));
        }
        if (bytes < 0) {
            throw new IllegalArgumentException(
                    "The file length (%d) is negative.".formatted(bytes));
        }
    }
}
