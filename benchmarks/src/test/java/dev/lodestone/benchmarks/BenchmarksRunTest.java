package dev.lodestone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// That they run and say what they promise, at sizes whose figures mean nothing.
final class BenchmarksRunTest {
    @TempDir Path work;

    @Test
    void appendsAreMeasuredBesidePlainJdbc() throws Exception {
        assertThat(lines("append", new AppendBenchmark(), "--batches", "2", "--rounds", "1"))
                .anyMatch(line -> line.startsWith("RESULT|append|log|"))
                .anyMatch(line -> line.startsWith("RESULT|append|raw|"))
                .anyMatch(line -> line.startsWith("RATIO|append|log/raw|"));
    }

    @Test
    void commitsAreSharedByClients() throws Exception {
        assertThat(
                        lines(
                                "groupcommit",
                                new GroupCommitBenchmark(),
                                "--appends",
                                "3",
                                "--rounds",
                                "1"))
                .anyMatch(line -> line.startsWith("RATIO|groupcommit|appends per commit|"));
    }

    @Test
    void rebuildsAreMeasuredBesideTheLoader() throws Exception {
        assertThat(lines("rebuild", new RebuildBenchmark(), "--chains", "20", "--rounds", "1"))
                .anyMatch(line -> line.startsWith("RATIO|rebuild|rebuild/loader|"));
    }

    @Test
    void followingIsMeasuredBesideBuildingAnew() throws Exception {
        assertThat(lines("follow", new FollowBenchmark(), "--chains", "20", "--rounds", "1"))
                .anyMatch(line -> line.startsWith("RATIO|follow|rebuilding/following"))
                .anyMatch(line -> line.startsWith("RATIO|follow|together/apart"));
    }

    @Test
    void theQuestionsHaveOneAnswerByAllWays() throws Exception {
        var lines = lines("queries", new QueriesBenchmark(), "--chains", "60", "--share", "0.02");
        assertThat(lines).filteredOn(line -> line.startsWith("RESULT|ours-")).hasSize(15);
        for (var question : List.of("H", "L", "I", "A", "C")) {
            assertThat(lines)
                    .filteredOn(line -> line.matches("RESULT\\|ours-\\w+\\|" + question + "\\|.*"))
                    .extracting(line -> line.replaceAll(".*rows=", ""))
                    .as(question)
                    .satisfies(rows -> assertThat(rows.stream().distinct()).hasSize(1));
        }
    }

    @Test
    void sizesAreCounted() throws Exception {
        assertThat(lines("sizes", new SizesBenchmark(), "--chains", "20", "--positions", "40"))
                .anyMatch(line -> line.startsWith("RESULT|sizes|SampleMeasured|"))
                .anyMatch(line -> line.startsWith("RESULT|sizes|participant-step|"))
                .anyMatch(line -> line.startsWith("RESULT|sizes|container-event|positions=40|"));
    }

    @Test
    void theLargeMixIsRecordedRebuiltAndCounted() throws Exception {
        assertThat(lines("million", new MillionBenchmark(), "--events", "2000"))
                .anyMatch(line -> line.startsWith("RESULT|million|rebuilt|"))
                .anyMatch(line -> line.startsWith("RESULT|million|check plate steps"));
    }

    @Test
    void aTableIsImportedByItsMapping() throws Exception {
        assertThat(lines("import-csv", new CsvBenchmark(), "--mb", "1", "--graph", "no"))
                .anyMatch(line -> line.matches("RESULT\\|import-csv\\|csv\\|entries=\\d{4}\\|.*"));
    }

    @Test
    void structuresAreImportedFromAServer() throws Exception {
        assertThat(lines("import-http", new StructuresBenchmark(), "--structures", "1200"))
                .anyMatch(line -> line.startsWith("RESULT|import-http|optimade|entries=1200|"));
    }

    private List<String> lines(String name, Benchmark benchmark, String... arguments)
            throws Exception {
        var bytes = new ByteArrayOutputStream();
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--work", work.toString()));
        try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            benchmark.run(Options.parse(all), new Report(name, out));
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
