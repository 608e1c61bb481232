package dev.lodestone.importers.json;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.SourceReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Saved answers being read that are rows, each of which stands for itself. One file is in memory
/// at a time.
public final class RowsReading implements SourceReading {
    /// A row.
    ///
    /// @param place file and JSON pointer
    public record Row(String place, JsonNode json) {}

    /// Finds the rows of an answer.
    @FunctionalInterface
    public interface Layout {
        /// The rows in the order of the answer.
        ///
        /// @param place how the file is named in messages
        /// @param odd told what a reader should know of the answer
        /// @throws RefusedEntry if it is no answer
        List<Row> rows(JsonNode answer, String place, Consumer<Finding> odd);
    }

    private final Path root;
    private final List<Path> files;
    private final SourceDescription source;
    private final Layout layout;
    private final Function<Row, MappedEntry> mapping;
    private final List<Finding> findings = new ArrayList<>();

    /// @param files all below the root, or the root itself
    /// @param mapping of one row; may throw [RefusedEntry]
    public RowsReading(
            Path root,
            List<Path> files,
            SourceDescription source,
            Layout layout,
            Function<Row, MappedEntry> mapping) {
        this.root = root;
        this.files = List.copyOf(files);
        this.source = source;
        this.layout = layout;
        this.mapping = mapping;
    }

    @Override
    public SourceDescription source() {
        return source;
    }

    @Override
    public Iterator<SourceEntry> entries() {
        return files.stream().flatMap(this::entries).iterator();
    }

    @Override
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    @Override
    public void close() {}

    private Stream<SourceEntry> entries(Path file) {
        var place =
                root.equals(file)
                        ? file.getFileName().toString()
                        : root.relativize(file).toString();
        try {
            return layout.rows(JsonFiles.read(file, place), place, findings::add).stream()
                    .map(this::entry);
        } catch (RefusedEntry e) {
            return Stream.of(SourceEntry.refused(e));
        }
    }

    private SourceEntry entry(Row row) {
        return new SourceEntry() {
            @Override
            public String locator() {
                return row.place();
            }

            @Override
            public MappedEntry map() {
                return mapping.apply(row);
            }
        };
    }
}
