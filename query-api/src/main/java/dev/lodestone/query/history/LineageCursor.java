package dev.lodestone.query.history;

import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.history.Lineage.Direction;
import dev.lodestone.query.history.LineageWalk.Edge;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Where a page of a lineage ended, as a word for programs. It names the last link, not its number,
/// so that what is recorded between two pages moves nothing.
final class LineageCursor {
    private LineageCursor() {}

    static String after(Edge last) {
        var text =
                String.join(
                        " ",
                        last.direction().name(),
                        Integer.toString(last.depth()),
                        last.to(),
                        last.from());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Edge read(String cursor) {
        try {
            var words =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8)
                            .split(" ", -1);
            if (words.length == 4) {
                return new Edge(
                        Direction.valueOf(words[0]),
                        Integer.parseInt(words[1]),
                        words[3],
                        words[2]);
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw new Incorrect(
                "page",
                "The cursor (%s) cannot be read.\nMaybe begin without one; each page gives the next."
                        .formatted(cursor));
    }
}
