package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.json.LongList;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The documents of some files, one after another. Of a file with a document a line, or a list of
/// them, one is in memory at a time.
final class MpDocuments implements Iterator<Found>, AutoCloseable {
    /// In which field of an answer the documents stand.
    private static final Set<String> LISTS = Set.of("data");

    private final Path root;
    private final Iterator<Path> files;
    private @Nullable Closeable opened;
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
            var lines = new MpLines(file, place);
            opened = lines::close;
            return lines;
        }
        try {
            var list = LongList.open(file, place, LISTS);
            if (list.isEmpty()) {
                return MpFile.whole(file, place).iterator();
            }
            opened = list.get()::close;
            return new Listed(list.get());
        } catch (RefusedEntry e) {
            return List.of(MpFile.broken(e)).iterator();
        }
    }

    private record Listed(LongList list) implements Iterator<Found> {
        @Override
        public boolean hasNext() {
            return list.hasNext();
        }

        @Override
        public Found next() {
            var element = list.next();
            return MpFile.found(element.json(), element.place());
        }
    }

    /// What has to be closed.
    @FunctionalInterface
    private interface Closeable {
        void close();
    }

    @Override
    public void close() {
        if (opened != null) {
            opened.close();
            opened = null;
        }
        current = Collections.emptyIterator();
    }
}
