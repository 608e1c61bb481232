package dev.lodestone.importers.optimade;

import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.json.JsonFiles;
import dev.lodestone.importers.optimade.Found.InfoPage;
import dev.lodestone.importers.optimade.Found.Meta;
import dev.lodestone.importers.optimade.Found.Resource;
import dev.lodestone.importers.optimade.Found.Unreadable;
import dev.lodestone.importers.optimade.Found.WholeDatabase;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The JSON Lines of a whole database, one at a time: a header, answers of `/info`, and a resource
/// object a line.
final class JsonLines implements Iterator<Found>, AutoCloseable {
    private static final int LONGEST_LINE = 64 << 20;

    private final String place;
    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private int number;
    private boolean ended;
    private @Nullable Found ahead;

    private JsonLines(String place, InputStream in) {
        this.place = place;
        this.in = in;
    }

    /// @throws UnreadableSource if the file cannot be opened
    static JsonLines open(Path file, String place) {
        try {
            var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            in.mark(2);
            boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return new JsonLines(
                    place, zipped ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16)) : in);
        } catch (IOException e) {
            throw unreadable(place, e);
        }
    }

    @Override
    public boolean hasNext() {
        while (ahead == null && !ended) {
            var text = readLine();
            if (text != null && !text.isBlank()) {
                ahead = found(text, place + ":" + number);
            }
        }
        return ahead != null;
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

    private Found found(String text, String at) {
        JsonNode json;
        try {
            json = JsonFiles.parse(text, at);
        } catch (RefusedEntry e) {
            return new Unreadable(new RefusedEntry(at, e.problem(), e.maybe()));
        }
        if (json.has("x-optimade")) {
            var header = json.path("x-optimade");
            var meta = header.has("meta") ? header.path("meta") : header;
            return number == 1 ? new WholeDatabase(meta) : new Meta(meta);
        }
        if (ResponsePage.isInfo(json)) {
            return new InfoPage(json);
        }
        return new Resource(at + "#", json, Optional.empty());
    }

    private @Nullable String readLine() {
        line.reset();
        try {
            while (!restOfLineIsTaken()) {
                at = 0;
                end = in.read(buffer);
                if (end < 0) {
                    end = 0;
                    ended = true;
                    break;
                }
            }
        } catch (IOException e) {
            ended = true;
            throw unreadable(place + ":" + (number + 1), e);
        }
        number++;
        return ended && line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
    }

    /// Takes what the buffer still has of the line.
    ///
    /// @return whether that was its end
    private boolean restOfLineIsTaken() throws IOException {
        int stop = at;
        while (stop < end && buffer[stop] != '\n') {
            stop++;
        }
        line.write(buffer, at, stop - at);
        if (line.size() > LONGEST_LINE) {
            throw new IOException("a line is longer than " + LONGEST_LINE + " bytes");
        }
        boolean isEnd = stop < end;
        at = isEnd ? stop + 1 : stop;
        return isEnd;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw unreadable(place, e);
        }
    }

    private static UnreadableSource unreadable(String place, IOException e) {
        return new UnreadableSource(
                place,
                "The file cannot be read on from here (%s).".formatted(e.getMessage()),
                "it was cut off, or is not what its name says.",
                e);
    }
}
