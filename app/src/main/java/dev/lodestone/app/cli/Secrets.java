package dev.lodestone.app.cli;

import dev.lodestone.importers.UnreadableSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Keys of other people's services: from the environment (`MP_API_KEY`), or from a file that it
/// names (`MP_API_KEY_FILE`); never from an argument, where others could read it.
final class Secrets {
    private Secrets() {}

    static Optional<String> find(String name) {
        var given = Optional.ofNullable(System.getenv(name)).filter(text -> !text.isBlank());
        return given.or(() ->
                Optional.ofNullable(System.getenv(name + "_FILE"))
                        .map(Path::of)
                        .map(Secrets::read));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UnreadableSource(
                    file.toString(),
                    "The file of a key cannot be read (%s)."
                            .formatted(e.getClass().getSimpleName()),
                    "the path is misspelt.",
                    e);
        }
    }
}
