package dev.lodestone.importers.optimade;

import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.json.JsonFiles;
import dev.lodestone.importers.optimade.Found.Unreadable;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// What stands in some files, one thing after another. Of JSON Lines, one line is in memory at a
/// time; of saved answers, one answer.
final class OptimadeFiles implements Iterator<Found>, AutoCloseable {
    private final Path root;
    private final Iterator<Path> files;
    private final boolean outlined;
    private @Nullable JsonLines lines;
    private Iterator<? extends Found> current = Collections.emptyIterator();

    /// @param outlined whether the entries of JSON Lines are read only in outline
    OptimadeFiles(Path root, List<Path> files, boolean outlined) {
        this.root = root;
        this.outlined = outlined;
        this.files = files.iterator();
    }

    @Override
    public boolean hasNext() {
        while (!current.hasNext() && files.hasNext()) {
            close();
            current = open(files.next());
        }
        return current.hasNext();
    }

    @Override
    public Found next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return current.next();
    }

    private Iterator<? extends Found> open(Path file) {
        var place =
                root.equals(file)
                        ? file.getFileName().toString()
                        : root.relativize(file).toString();
        if (isLines(file)) {
            var opened = JsonLines.open(file, place, outlined);
            lines = opened;
            return opened;
        }
        try {
            return ResponsePage.read(JsonFiles.read(file, place), place).iterator();
        } catch (RefusedEntry e) {
            return List.of(new Unreadable(e)).iterator();
        }
    }

    /// Whether a file holds a JSON document a line.
    static boolean isLines(Path file) {
        return file.getFileName().toString().matches("(?i).*\\.jsonl(\\.gz)?");
    }

    @Override
    public void close() {
        if (lines != null) {
            lines.close();
            lines = null;
        }
        current = Collections.emptyIterator();
    }
}
