package dev.lodestone.importers.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lodestone.ontology.Term;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The words of a column's name: `SpeCapD` is spe, cap, d; and what short forms stand for.
final class HeaderWords {
    private static final Pattern BETWEEN =
            Pattern.compile(
                    "(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|[^\\p{L}\\p{N}#]+");
    private static final HeaderWords KNOWN = read();

    private final Map<String, List<String>> longForms;
    private final Map<String, Term> wholeNames;

    private HeaderWords(Map<String, List<String>> longForms, Map<String, Term> wholeNames) {
        this.longForms = longForms;
        this.wholeNames = wholeNames;
    }

    private static HeaderWords read() {
        var longForms = new HashMap<String, List<String>>();
        var wholeNames = new HashMap<String, Term>();
        try (InputStream in = HeaderWords.class.getResourceAsStream("header-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("header-words.txt is not on the class path");
            }
            new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> {
                        var whole = line.split(" => ", -1);
                        if (whole.length == 2) {
                            wholeNames.put(whole[0].strip(), Term.of(whole[1].strip()));
                        } else {
                            var sides = line.split(" = ", -1);
                            longForms.put(
                                    sides[0].strip(), List.of(sides[1].strip().split(" ", -1)));
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new HeaderWords(Map.copyOf(longForms), Map.copyOf(wholeNames));
    }

    /// The words as they stand, in lower case; numbers that only count columns are left out.
    static List<String> plain(String name) {
        var words = new ArrayList<String>();
        for (var part : BETWEEN.split(name, -1)) {
            var word = part.toLowerCase(Locale.ROOT);
            if (!word.isEmpty() && !word.matches("\\d")) {
                words.add(word);
            }
        }
        return words;
    }

    /// The words, short forms written out.
    static List<String> full(String name) {
        var words = new ArrayList<String>();
        plain(name)
                .forEach(word -> words.addAll(KNOWN.longForms.getOrDefault(word, List.of(word))));
        return words;
    }

    /// The property that a name is known to stand for as a whole.
    static Optional<Term> known(String name) {
        return Optional.ofNullable(KNOWN.wholeNames.get(String.join(" ", plain(name))))
                .or(() -> Optional.ofNullable(KNOWN.wholeNames.get(String.join(" ", full(name)))));
    }
}
