package dev.lodestone.importers.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.importers.TestLog;
import dev.lodestone.importers.csv.ColumnGuess.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Scores the guesses on the headers of real tables; the figures stand in docs/sources/tables.md.
class HeaderCorpusTest {
    private static final Path PAGE = Path.of("..", "docs", "sources", "tables.md");

    /// @param due what it is; `-` for nothing
    /// @param must whether not finding it is a miss
    private record Judged(String column, String due, boolean must) {}

    private static Map<String, List<Judged>> judged() throws IOException {
        var files = new LinkedHashMap<String, List<Judged>>();
        try (InputStream in =
                HeaderCorpusTest.class.getResourceAsStream("/corpora/headers/judged.tsv")) {
            new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(cells ->
                            files.computeIfAbsent(cells[0], _ -> new ArrayList<>())
                                    .add(
                                            new Judged(
                                                    cells[1],
                                                    cells[2].replace("?", ""),
                                                    !cells[2].endsWith("?"))));
        }
        return files;
    }

    /// @param friends false friends: taken for what they are not
    /// @param mapped those of them that a draft would map
    /// @param sure those of them that were called sure
    private record Score(int columns, int hits, int misses, int friends, int mapped, int sure) {
        Score plus(Score other) {
            return new Score(
                    columns + other.columns,
                    hits + other.hits,
                    misses + other.misses,
                    friends + other.friends,
                    mapped + other.mapped,
                    sure + other.sure);
        }

        String row(String name) {
            return "| %s | %d | %d | %d | %d | %d | %d |"
                    .formatted(name, columns, hits, misses, friends, mapped, sure);
        }
    }

    @Test
    void theScoreOnRealHeadersIsTheOneInTheDocs() throws IOException {
        var rows = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        var all = new Score(0, 0, 0, 0, 0, 0);
        for (var file : judged().entrySet()) {
            var name = file.getKey().split("#", -1);
            var sheet = name.length == 2 ? Optional.of(name[1]) : Optional.<String>empty();
            var score = score(TestLog.shared(name[0]), sheet, file.getValue(), wrong);
            rows.add(score.row("`" + name[0] + "`"));
            all = all.plus(score);
        }
        rows.add(all.row("all"));
        System.out.println(String.join("\n", rows) + "\n\n" + String.join("\n", wrong));
        assertThat(Files.readString(PAGE)).contains(rows);
    }

    @Test
    void everyDraftIsAMappingThatCanBeRead() throws IOException {
        for (var file : judged().keySet()) {
            var name = file.split("#", -1);
            var draft =
                    MappingDraft.of(
                            TestLog.shared(name[0]),
                            name.length == 2 ? Optional.of(name[1]) : Optional.empty());
            assertThat(MappingReader.parse("draft.yaml", draft).columnNames())
                    .as(file)
                    .isNotEmpty();
        }
    }

    private static Score score(
            Path file, Optional<String> sheet, List<Judged> judged, List<String> wrong) {
        var guesses = new HeaderGuesser(TableSketch.of(file, sheet)).all();
        int hits = 0;
        int misses = 0;
        int friends = 0;
        int mapped = 0;
        int sure = 0;
        for (var guess : guesses) {
            var column = HeaderGuesser.ownName(guess.column());
            var due =
                    judged.stream()
                            .filter(each -> matches(each.column(), column))
                            .reduce((_, last) -> last)
                            .orElse(new Judged(column, "-", true));
            var found = found(guess);
            if (found.equals(due.due())) {
                hits += found.equals("-") ? 0 : 1;
            } else if (found.equals("-")) {
                misses += due.must() ? 1 : 0;
                if (due.must()) {
                    wrong.add("miss: %s %s is %s".formatted(file.getFileName(), column, due.due()));
                }
            } else {
                friends++;
                mapped += guess.word().equals("a guess") ? 0 : 1;
                sure += guess.word().equals("sure") ? 1 : 0;
                wrong.add(
                        "false friend: %s %s is %s, taken for %s, %s"
                                .formatted(
                                        file.getFileName(),
                                        column,
                                        due.due(),
                                        found,
                                        guess.word()));
            }
        }
        return new Score(guesses.size(), hits, misses, friends, mapped, sure);
    }

    private static boolean matches(String pattern, String column) {
        var path = column.replace('/', '\u2215');
        return FileSystems.getDefault()
                .getPathMatcher("glob:" + pattern.replace('/', '\u2215'))
                .matches(Path.of(path.isEmpty() ? " " : path));
    }

    private static String found(ColumnGuess guess) {
        return guess.kind() == Kind.UNKNOWN
                ? "-"
                : guess.property().map(p -> p.term().curie()).orElse(guess.kind().name());
    }
}
