package dev.lodestone.query.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.query.QueryLimits;
import dev.lodestone.query.sparql.CannedQuery;
import dev.lodestone.query.sparql.CountedStatements;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.Parameter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a question about one thing reads does not grow with what else is in the store.
final class QuestionsAtScaleTest {
    private static final Map<String, Parameter> ABOUT =
            Map.ofEntries(
                    Map.entry("sample", iri("sample/A")),
                    Map.entry("lot", iri("sample/P")),
                    Map.entry("event", iri("event/" + FixtureLab.id(9))),
                    Map.entry("plan", iri("workflow/recipe-1")),
                    Map.entry("workflow", iri("workflow/recipe-1")),
                    Map.entry("measured", iri("state/M/" + FixtureLab.id(15))),
                    Map.entry("state", iri("state/A/" + FixtureLab.id(9))),
                    Map.entry("iri", iri("sample/A")),
                    Map.entry("word", new Parameter.Text("A")),
                    Map.entry("percent", new Parameter.Real(4)),
                    Map.entry("from", new Parameter.Whole(0)),
                    Map.entry("to", new Parameter.Whole(1_000_000)));

    @Test
    void aQuestionAboutOneThingReadsNoMoreWhereThereAreManyOthers(@TempDir Path directory)
            throws IOException {
        var few = read(directory.resolve("among-few"), 4);
        var many = read(directory.resolve("among-many"), 40);
        assertThat(many.keySet()).isEqualTo(few.keySet()).hasSizeGreaterThan(20);
        many.forEach((name, count) ->
                assertThat(count)
                        .as(name)
                        .isLessThanOrEqualTo(2 * few.getOrDefault(name, 0L) + 20));
    }

    private static Map<String, Long> read(Path directory, int others) throws IOException {
        try (var lab = new FixtureLab(directory)) {
            var lines = new StringBuilder();
            for (int i = 1; i <= others; i++) {
                lines.append(another(i));
            }
            lab.record(lines.toString());
            var counted = new CountedStatements(lab.reader());
            var queries = new GraphQueries(counted, QueryLimits.DEFAULT);
            var read = new LinkedHashMap<String, Long>();
            for (var name : names()) {
                var asked = new LinkedHashMap<String, Parameter>();
                var parameters = CannedQuery.named(name).parameters();
                parameters.stream()
                        .filter(ABOUT::containsKey)
                        .forEach(p -> asked.put(p, ABOUT.get(p)));
                if (!parameters.isEmpty() && asked.size() == parameters.size()) {
                    counted.reset();
                    queries.ask(session -> session.rows(name, asked));
                    read.put(name, counted.count());
                }
            }
            return read;
        }
    }

    private static List<String> names() throws IOException {
        try (var files = Files.list(queries())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".rq"))
                    .map(name -> name.replace(".rq", ""))
                    .sorted()
                    .toList();
        }
    }

    private static Path queries() {
        try {
            return Path.of(
                    Objects.requireNonNull(CannedQuery.class.getResource("/queries")).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The same laboratory again, under other names.
    private static String another(int i) throws IOException {
        try (var in = FixtureLab.class.getResourceAsStream("fixture-lab.jsonl")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("7000-8000-", "7000-8%03x-".formatted(i))
                    .replaceAll("\"(P|Q|A|B|M|kim|lee|recipe-1)\"", "\"$1-" + i + "\"");
        }
    }

    private static Parameter iri(String path) {
        return new Parameter.Iri(FixtureLab.BASE + "/" + path);
    }
}
