package dev.lodestone.importers.http;

import java.io.IOException;
import java.io.InputStream;

/// Reads the body of an answer while it arrives. Called again, from the start, when an attempt
/// failed half-way.
@FunctionalInterface
public interface BodyReader<T> {
    /// @param body unzipped; throws when the limit or the deadline is passed
    /// @throws IOException if the body cannot be read to its end
    T read(InputStream body) throws IOException;
}
