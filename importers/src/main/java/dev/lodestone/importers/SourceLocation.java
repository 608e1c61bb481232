package dev.lodestone.importers;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a source is read from.
public sealed interface SourceLocation {
    /// A file or directory.
    record OnDisk(Path path) implements SourceLocation {}

    /// Something reached over HTTP.
    record Online(URI uri) implements SourceLocation {}

    /// A path, unless it begins with `http://` or `https://`.
    static SourceLocation of(String pathOrUrl) {
        return pathOrUrl.startsWith("http://") || pathOrUrl.startsWith("https://")
                ? new Online(URI.create(pathOrUrl))
                : new OnDisk(Path.of(pathOrUrl));
    }

    /// How places in it are named in messages: the file's name, or the URL.
    default String shortName() {
        return switch (this) {
            case OnDisk(var path) -> {
                var name = path.getFileName();
                yield name == null ? path.toString() : name.toString();
            }
            case Online(var uri) -> uri.toString();
        };
    }

    /// The file or directory.
    ///
    /// @throws UnreadableSource if it is not on this machine
    default Path path() {
        return switch (this) {
            case OnDisk(var path) -> path;
            case Online(var uri) ->
                    throw new UnreadableSource(
                            uri.toString(),
                            "This importer reads files, not URLs.",
                            "download it first and give the file.");
        };
    }

    /// The file or directory, which is there.
    ///
    /// @throws UnreadableSource if it is not, or not on this machine
    default Path existing() {
        var path = path();
        if (!Files.exists(path)) {
            throw new UnreadableSource(
                    path.toString(),
                    "There is no such file or directory.",
                    "the path is misspelt.");
        }
        return path;
    }
}
