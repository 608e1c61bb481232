package dev.lodestone.importers.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lodestone.importers.RefusedEntry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/// A line of JSON Lines. It means what it means as text, but is read from its bytes wherever that
/// is the same, which is faster.
public final class JsonLine {
    private final byte[] utf8;
    private final String place;

    /// @param utf8 its bytes; never written to
    /// @param place how it is named in messages
    public JsonLine(byte[] utf8, String place) {
        this.utf8 = utf8;
        this.place = place;
    }

    /// How it is named in messages.
    public String place() {
        return place;
    }

    /// Reads all of it.
    ///
    /// @throws RefusedEntry where it is not JSON
    public JsonNode read() {
        var text = new String(utf8, UTF_8);
        if (isReadAsText(text)) {
            try {
                return JsonFiles.JSON.readTree(utf8);
            } catch (JacksonException e) {
                // The place of what is wrong is to be counted in characters, not in bytes.
                return JsonFiles.parse(text, place);
            }
        }
        return JsonFiles.parse(text, place);
    }

    /// Reads of an object only what is asked for; all of it where it is none.
    ///
    /// @throws RefusedEntry where it is not JSON
    public JsonNode read(Outline outline) {
        if (isReadAsText(new String(utf8, UTF_8))) {
            try (var parser = JsonFiles.JSON.createParser(utf8)) {
                if (parser.nextToken() == JsonToken.START_OBJECT) {
                    var read = outline.read(parser);
                    if (parser.nextToken() == null) {
                        return read;
                    }
                }
            } catch (JacksonException e) {
                // Read as a whole, it is refused with its place.
                return read();
            }
        }
        return read();
    }

    /// Whether there is nothing on it.
    public boolean isBlank() {
        return (utf8.length == 0 || utf8[0] != '{') && new String(utf8, UTF_8).isBlank();
    }

    /// Whether nothing is replaced in the text, and it does not begin as another encoding would.
    private static boolean isReadAsText(String text) {
        return text.startsWith("{") && text.lastIndexOf('\0', 3) < 0 && text.indexOf('\ufffd') < 0;
    }
}
