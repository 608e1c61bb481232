package dev.lodestone.app.cli;

import dev.lodestone.query.LodestoneException;
import java.util.Map;
import java.util.Optional;

/// What to do about a question without an answer, in the words of the command line: what the
/// questions say of it themselves is for whoever asks over HTTP.
public final class CommandHints {
    private static final Map<String, String> HINTS =
            Map.of(
                    "sample-unknown",
                    "it was registered later or under another name: `lodestone samples` lists them all, `lodestone samples PART` those with that in a name.",
                    "sparql-read-only",
                    "put the event into a file for `lodestone record`.");

    private CommandHints() {}

    /// The message, with the hint that fits the command line.
    public static String text(LodestoneException failure) {
        return Optional.ofNullable(HINTS.get(failure.code()))
                .map(hint -> firstLine(failure.text()) + "\nMaybe " + hint)
                .orElseGet(failure::text);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse(text);
    }
}
