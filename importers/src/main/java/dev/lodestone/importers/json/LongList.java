package dev.lodestone.importers.json;

import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.UnreadableSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/// The elements of a JSON file that is a list, or an object with a list in one of its fields. One
/// of them is in memory at a time, so that the file may be of any length. It is gone through once
/// when it is opened, so that one that is not JSON to its end is refused before anything is read of
/// it.
public final class LongList implements Iterator<LongList.Element>, AutoCloseable {
    private final Path file;
    private final String place;
    private final String field;
    private final long size;
    private final Map<String, String> beside;
    private @Nullable JsonParser parser;
    private long given;

    /// An element.
    ///
    /// @param place file and JSON pointer
    public record Element(String place, JsonNode json) {}

    private LongList(Path file, String place, String field, long size, Map<String, String> beside) {
        this.file = file;
        this.place = place;
        this.field = field;
        this.size = size;
        this.beside = beside;
    }

    /// Opens a file.
    ///
    /// @param place how the file is named in messages
    /// @param fields in which of its fields, if it is an object, the list may stand
    /// @return nothing where it is other JSON
    /// @throws RefusedEntry with line and column where it is not JSON to its end
    /// @throws UnreadableSource if it cannot be read at all
    public static Optional<LongList> open(Path file, String place, Set<String> fields) {
        try (var parser = JsonFiles.parser(JsonFiles.stream(file))) {
            var list =
                    switch (parser.nextToken()) {
                        case START_ARRAY ->
                                Optional.of(
                                        new LongList(file, place, "", length(parser), Map.of()));
                        case START_OBJECT -> inside(parser, file, place, fields);
                        case null, default -> Optional.<LongList>empty();
                    };
            return parser.nextToken() == null ? list : Optional.empty();
        } catch (JacksonException e) {
            throw JsonFiles.malformed(place, e);
        } catch (IOException e) {
            throw unreadable(place, e);
        }
    }

    private static Optional<LongList> inside(
            JsonParser parser, Path file, String place, Set<String> fields) {
        var field = Optional.<String>empty();
        long size = 0;
        var beside = new HashMap<String, String>();
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            var token = parser.nextToken();
            if (field.isEmpty() && token == JsonToken.START_ARRAY && fields.contains(name)) {
                field = Optional.of(name);
                size = length(parser);
            } else if (token == JsonToken.VALUE_STRING) {
                beside.put(name, parser.getString());
            } else {
                parser.skipChildren();
            }
        }
        long elements = size;
        return field.map(name -> new LongList(file, place, name, elements, beside));
    }

    private static long length(JsonParser parser) {
        long length = 0;
        for (; parser.nextToken() != JsonToken.END_ARRAY; length++) {
            parser.skipChildren();
        }
        return length;
    }

    /// The field in which the list stands; empty where the file is the list.
    public String field() {
        return field;
    }

    /// A text that stands beside the list.
    public Optional<String> beside(String name) {
        return Optional.ofNullable(beside.get(name));
    }

    @Override
    public boolean hasNext() {
        return given < size;
    }

    @Override
    public Element next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            var in = begun();
            in.nextToken();
            var at = place + "#" + (field.isEmpty() ? "" : "/" + field) + "/" + given++;
            return new Element(at, in.readValueAsTree());
        } catch (JacksonException | IOException e) {
            throw unreadable(place, e);
        }
    }

    private JsonParser begun() throws IOException {
        var begun = parser;
        if (begun == null) {
            begun = JsonFiles.parser(JsonFiles.stream(file));
            parser = begun;
            begun.nextToken();
            if (!field.isEmpty()) {
                find(begun);
            }
        }
        return begun;
    }

    private void find(JsonParser in) throws IOException {
        for (var name = in.nextName(); name != null; name = in.nextName()) {
            if (in.nextToken() == JsonToken.START_ARRAY && field.equals(name)) {
                return;
            }
            in.skipChildren();
        }
        throw new IOException("the list is not there any more");
    }

    private static UnreadableSource unreadable(String place, Exception e) {
        return new UnreadableSource(
                place,
                "The file cannot be read on (%s).".formatted(e.getMessage()),
                "it was changed while it was read.",
                e);
    }

    @Override
    public void close() {
        if (parser != null) {
            parser.close();
        }
    }
}
