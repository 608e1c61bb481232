package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.FileProblems;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.json.ByteLines;
import dev.lodestone.importers.json.JsonFiles;
import dev.lodestone.importers.json.JsonLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// The documents of a file that has one a line. One line is in memory at a time.
final class MpLines implements Iterator<Found>, AutoCloseable {
    private final ByteLines lines;
    private final String place;
    private int number;
    private @Nullable Found ahead;

    /// @throws UnreadableSource if the file cannot be opened
    MpLines(Path file, String place) {
        try {
            this.lines = new ByteLines(JsonFiles.stream(file), JsonFiles.LARGEST);
        } catch (IOException e) {
            throw unreadable(place, e);
        }
        this.place = place;
    }

    /// @throws UnreadableSource where the file cannot be read on
    @Override
    public boolean hasNext() {
        try {
            while (ahead == null) {
                var bytes = lines.next();
                if (bytes == null) {
                    return false;
                }
                number++;
                var line = new JsonLine(bytes, place + ":" + number);
                if (!line.isBlank()) {
                    ahead =
                            new Found(
                                    line.place(),
                                    () -> MpDocument.of(line.read(), line.place()),
                                    () ->
                                            MpDocument.of(
                                                    line.read(MpDocument.OUTLINE), line.place()));
                }
            }
            return true;
        } catch (IOException e) {
            throw unreadable(place + ":" + (number + 1), e);
        }
    }

    @Override
    public Found next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException();
        }
        var found = ahead;
        ahead = null;
        return found;
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw unreadable(place, e);
        }
    }

    private static UnreadableSource unreadable(String place, IOException e) {
        return new UnreadableSource(place, FileProblems.problem("file", e), "", e);
    }
}
