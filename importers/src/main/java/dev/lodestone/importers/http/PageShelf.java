package dev.lodestone.importers.http;

import dev.lodestone.importers.CheckpointFiles;
import dev.lodestone.importers.Checkpoints;
import dev.lodestone.importers.UnreadableSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Pages on disk, by their numbers: with the checkpoints, or for one reading that keeps none in a
/// directory that goes with it.
final class PageShelf implements AutoCloseable {
    private static final ObjectMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
                                    .build())
                    .build();

    private final Checkpoints files;
    private final String name;
    private final Optional<Path> temporary;

    private PageShelf(Checkpoints files, String name, Optional<Path> temporary) {
        this.files = files;
        this.name = name;
        this.temporary = temporary;
    }

    /// @param kept the checkpoints of the import, which may keep nothing
    /// @param name of the query
    static PageShelf open(Checkpoints kept, String name) {
        if (!kept.equals(Checkpoints.NONE)) {
            return new PageShelf(kept, name, Optional.empty());
        }
        try {
            var directory = Files.createTempDirectory("lodestone-pages");
            return new PageShelf(new CheckpointFiles(directory), name, Optional.of(directory));
        } catch (IOException e) {
            throw new UnreadableSource(
                    System.getProperty("java.io.tmpdir", ""),
                    "No directory for the pages can be made (%s).".formatted(e),
                    "the disk is full.",
                    e);
        }
    }

    /// A page as it is kept: numbers as they stand, `NaN` among them.
    static String text(JsonNode answer) {
        return JSON.writeValueAsString(answer);
    }

    void put(int number, String text) {
        files.write(name(number), text);
    }

    Optional<String> get(int number) {
        return files.read(name(number));
    }

    void clear(int pages) {
        for (int number = 1; number <= pages; number++) {
            files.remove(name(number));
        }
    }

    /// The directory that goes with this reading.
    Optional<Path> temporary() {
        return temporary;
    }

    private String name(int number) {
        return name + "-" + number;
    }

    @Override
    public void close() {
        temporary.ifPresent(directory -> {
            new CheckpointFiles(directory).clear();
            try {
                Files.deleteIfExists(directory);
            } catch (IOException e) {
                throw new UnreadableSource(
                        directory.toString(),
                        "The directory of the pages cannot be removed (%s).".formatted(e),
                        "remove it.",
                        e);
            }
        });
    }
}
