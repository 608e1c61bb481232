package dev.lodestone.importers.synthesis;

import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.json.JsonFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/// The recipes of a release (`{"release_date": ..., "reactions": [...]}`), one at a time: a release
/// is too long to be held in memory.
final class Release implements Iterator<JsonNode>, AutoCloseable {
    private static final String RECIPES = "reactions";

    private final JsonParser parser;
    private final String place;
    private final Optional<String> date;
    private boolean ready;

    private Release(JsonParser parser, String place, Optional<String> date) {
        this.parser = parser;
        this.place = place;
        this.date = date;
    }

    /// Opens a file that is a release.
    ///
    /// @return nothing if it is other JSON
    /// @throws RefusedEntry if what stands before the recipes cannot be read
    /// @throws IOException if it cannot be read at all
    static Optional<Release> open(Path file, String place) throws IOException {
        var parser = JsonFiles.parser(JsonFiles.open(file));
        try {
            var date = Optional.<String>empty();
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    var name = parser.currentName();
                    var value = parser.nextToken();
                    if (RECIPES.equals(name) && value == JsonToken.START_ARRAY) {
                        return Optional.of(new Release(parser, place, date));
                    } else if ("release_date".equals(name) && value == JsonToken.VALUE_STRING) {
                        date = Optional.of(parser.getString());
                    }
                    parser.skipChildren();
                }
            }
            parser.close();
            return Optional.empty();
        } catch (JacksonException e) {
            parser.close();
            throw JsonFiles.malformed(place, e);
        }
    }

    /// When it was released, where that stands before the recipes.
    Optional<String> date() {
        return date;
    }

    @Override
    public boolean hasNext() {
        if (!ready) {
            try {
                ready = parser.nextToken() != JsonToken.END_ARRAY;
            } catch (JacksonException e) {
                throw unreadable(e);
            }
            if (!ready) {
                parser.close();
            }
        }
        return ready;
    }

    @Override
    public JsonNode next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ready = false;
        try {
            return parser.readValueAsTree();
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    private UnreadableSource unreadable(JacksonException e) {
        var why = JsonFiles.malformed(place, e);
        return new UnreadableSource(why.place(), why.problem(), why.maybe(), e);
    }

    @Override
    public void close() {
        parser.close();
    }
}
