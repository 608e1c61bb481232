package dev.lodestone.importers.materialsproject;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// The documents of some files, one after another. Of a file with a document a line, one is in
/// memory at a time; of any other, the whole file.
final class MpDocuments implements Iterator<Found>, AutoCloseable {
    private final Path root;
    private final Iterator<Path> files;
    private @Nullable MpLines lines;
    private Iterator<Found> current = Collections.emptyIterator();

    MpDocuments(Path root, List<Path> files) {
        this.root = root;
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

    private Iterator<Found> open(Path file) {
        var place =
                root.equals(file)
                        ? file.getFileName().toString()
                        : root.relativize(file).toString();
        if (MpFile.isLines(file)) {
            var opened = new MpLines(file, place);
            lines = opened;
            return opened;
        }
        return MpFile.whole(file, place).iterator();
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
