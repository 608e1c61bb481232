package dev.lodestone.importers.aflow;

import dev.lodestone.importers.UnreadableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A question in the words of AFLUX: keywords between commas, each with what it has to be in
/// brackets: `species(Si,O),nspecies(2),Egap(6*)`. Immutable.
///
/// @param parts its keywords and directives, in their order
record Matchbook(List<String> parts) {
    private static final Pattern NAME = Pattern.compile("\\$?([A-Za-z][A-Za-z0-9_]*)(\\(.*\\))?");

    /// Directives that are the import's own.
    private static final Set<String> OURS = Set.of("paging", "format", "schema", "help");

    Matchbook {
        parts = List.copyOf(parts);
    }

    /// Reads a question.
    ///
    /// @param place how the text is named in messages
    /// @throws UnreadableSource if it is none, or turns pages
    static Matchbook parse(String text, String place) {
        var parts = split(text.strip(), place);
        for (var part : parts) {
            var name = name(part);
            if (name.isEmpty() && !part.startsWith("(")) {
                throw new UnreadableSource(
                        place,
                        "(%s) is neither a keyword nor a directive of AFLUX.".formatted(part),
                        "write keyword(value),keyword(value): species(Si,O),Egap(6*).");
            }
            if (name.filter(OURS::contains).isPresent()) {
                throw new UnreadableSource(
                        place,
                        "Pages are turned by the import; (%s) cannot be set.".formatted(part),
                        "use --limit for fewer rows, --set page-size=N for smaller pages.");
            }
        }
        return new Matchbook(parts);
    }

    /// Whether a keyword is in it, also where it is to be left out of the answer (`$Egap`).
    boolean has(String keyword) {
        return parts.stream().anyMatch(part -> name(part).filter(keyword::equals).isPresent());
    }

    /// The same with those of the keywords that are not in it, after its own.
    Matchbook and(List<String> keywords) {
        var all = new ArrayList<>(parts);
        keywords.stream().distinct().filter(keyword -> !has(keyword)).forEach(all::add);
        return new Matchbook(all);
    }

    /// The same sorted by a keyword, which is what its first one does; as it is if it has that.
    Matchbook by(String keyword) {
        if (has(keyword)) {
            return this;
        }
        var all = new ArrayList<>(List.of(keyword));
        all.addAll(parts);
        return new Matchbook(all);
    }

    @Override
    public String toString() {
        return String.join(",", parts);
    }

    private static Optional<String> name(String part) {
        var name = NAME.matcher(part);
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }

    /// At commas outside brackets and quotation marks.
    private static List<String> split(String text, String place) {
        var parts = new ArrayList<String>();
        int depth = 0;
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')') {
                depth--;
            }
            boolean end = i == text.length();
            if (depth < 0 || (end && (depth > 0 || quoted))) {
                throw new UnreadableSource(
                        place,
                        "The brackets or quotation marks of (%s) do not close.".formatted(text),
                        "the shell took some of them: put the query into double quotes.");
            }
            if (end || (c == ',' && depth == 0 && !quoted)) {
                var part = text.substring(from, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                from = i + 1;
            }
        }
        return parts;
    }
}
