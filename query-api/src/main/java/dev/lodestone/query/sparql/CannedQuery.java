package dev.lodestone.query.sparql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A query kept in a file, `queries/<name>.rq`, that begins with comments: the question in words,
/// and a line `# Parameter ?name: what it is` for each variable to be bound.
///
/// @param question in one sentence
/// @param parameters names of the variables to bind, without the question mark
/// @param text the whole file
public record CannedQuery(String name, String question, List<String> parameters, String text) {
    private static final Pattern PARAMETER = Pattern.compile("# Parameter \\?(\\w+):.*");

    public CannedQuery {
        parameters = List.copyOf(parameters);
    }

    /// Reads the query with this name.
    public static CannedQuery named(String name) {
        var path = "/queries/" + name + ".rq";
        try (var in = CannedQuery.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no query %s.".formatted(path));
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new CannedQuery(name, question(text), parameters(text), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String question(String text) {
        var first = text.lines().findFirst().orElse("");
        return first.replaceFirst("^#\\s*", "");
    }

    private static List<String> parameters(String text) {
        var names = new ArrayList<String>();
        text.lines()
                .takeWhile(line -> line.startsWith("#"))
                .forEach(line -> {
                    var matcher = PARAMETER.matcher(line);
                    if (matcher.matches()) {
                        names.add(matcher.group(1));
                    }
                });
        return names;
    }
}
