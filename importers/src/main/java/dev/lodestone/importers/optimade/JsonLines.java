package dev.lodestone.importers.optimade;

import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.json.ByteLines;
import dev.lodestone.importers.json.JsonLine;
import dev.lodestone.importers.json.Outline;
import dev.lodestone.importers.optimade.Found.InfoPage;
import dev.lodestone.importers.optimade.Found.Meta;
import dev.lodestone.importers.optimade.Found.Resource;
import dev.lodestone.importers.optimade.Found.Unreadable;
import dev.lodestone.importers.optimade.Found.WholeDatabase;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The JSON Lines of a whole database, one at a time: a header, answers of `/info`, and a resource
/// object a line.
final class JsonLines implements Iterator<Found>, AutoCloseable {
    private static final int LONGEST_LINE = 64 << 20;

    /// What tells whether a line is an entry, and which fields of providers' own it has.
    private static final Outline OUTLINE =
            new Outline(Set.of("type"), Set.of("attributes", "properties"));

    private final String place;
    private final ByteLines lines;
    private final boolean outlined;
    private int number;
    private boolean ended;
    private @Nullable Found ahead;

    private JsonLines(String place, ByteLines lines, boolean outlined) {
        this.place = place;
        this.lines = lines;
        this.outlined = outlined;
    }

    /// @param outlined whether resource objects are read only in outline
    /// @throws UnreadableSource if the file cannot be opened
    static JsonLines open(Path file, String place, boolean outlined) {
        try {
            var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            in.mark(2);
            boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return new JsonLines(
                    place,
                    new ByteLines(zipped ? new GZIPInputStream(in, 1 << 16) : in, LONGEST_LINE),
                    outlined);
        } catch (IOException e) {
            throw unreadable(place, e);
        }
    }

    @Override
    public boolean hasNext() {
        while (ahead == null && !ended) {
            var line = readLine();
            if (line != null && !line.isBlank()) {
                ahead = found(line);
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

    private Found found(JsonLine line) {
        JsonNode json;
        try {
            json = read(line);
        } catch (RefusedEntry e) {
            return new Unreadable(new RefusedEntry(line.place(), e.problem(), e.maybe()));
        }
        if (json.has("x-optimade")) {
            var header = json.path("x-optimade");
            var meta = header.has("meta") ? header.path("meta") : header;
            return number == 1 ? new WholeDatabase(meta) : new Meta(meta);
        }
        if (ResponsePage.isInfo(json)) {
            return new InfoPage(json);
        }
        return new Resource(line.place() + "#", json, Optional.empty());
    }

    private JsonNode read(JsonLine line) {
        if (outlined) {
            var outline = line.read(OUTLINE);
            if (!outline.has("x-optimade") && !ResponsePage.isInfo(outline)) {
                return outline;
            }
        }
        return line.read();
    }

    private @Nullable JsonLine readLine() {
        try {
            var bytes = lines.next();
            ended = bytes == null;
            number++;
            return bytes == null ? null : new JsonLine(bytes, place + ":" + number);
        } catch (IOException e) {
            ended = true;
            throw unreadable(place + ":" + (number + 1), e);
        }
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
        return new UnreadableSource(
                place,
                "The file cannot be read on from here (%s).".formatted(e.getMessage()),
                "it was cut off, or is not what its name says.",
                e);
    }
}
