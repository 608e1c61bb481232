package dev.lodestone.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lodestone.events.intake.EventTags;
import dev.lodestone.events.log.EventLogs;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.events.log.LogVerification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Power cuts while recording and importing, with and without a server: nothing acknowledged is
/// lost, nothing is there twice, and the graph catches up.
class KillTest {
    private static final int ROWS = 1_500;

    private final long seed = Long.getLong("lodestone.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);

    @TempDir private Path directory;

    @Test
    void aFileRecordedThroughAKilledServerIsThereWholeOrNotAtAll() throws Exception {
        var life = life(0);
        serveUntilKilled(() -> {
            var said = LodestoneProcess.run(directory, "record", life.toString());
            assertThat(said.exit()).as(said.err()).isZero();
            assertThat(said.out()).contains("Recorded %,d events".formatted(ROWS));
        });
        assertThat(head()).isEqualTo(ROWS);
        var second = life(1);
        serveUntilKilled(() -> startAndLeave("record", second.toString()));
        assertThat(head()).as("seed %d", seed).isIn((long) ROWS, 2L * ROWS);
        var again = LodestoneProcess.run(directory, "record", second.toString());
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(head()).isEqualTo(2L * ROWS);
        graphHasReached(2L * ROWS);
    }

    @Test
    void anImportThatIsKilledIsFinishedByRunningItAgain() throws Exception {
        var sheet = sheet();
        for (int i = 0; i < 3; i++) {
            var verb =
                    LodestoneProcess.start(
                            directory,
                            directory.resolve("out"),
                            directory.resolve("err"),
                            "import",
                            "ncm-cathode",
                            sheet.toString());
            await().pollDelay(java.time.Duration.ofMillis(1_000 + random.nextInt(1_500)))
                    .atMost(1, java.util.concurrent.TimeUnit.MINUTES)
                    .until(() -> true);
            verb.kill();
        }
        var said = LodestoneProcess.run(directory, "import", "ncm-cathode", sheet.toString());
        assertThat(said.exit()).as("seed %d: %s", seed, said.err()).isZero();
        var again = LodestoneProcess.run(directory, "import", "ncm-cathode", sheet.toString());
        assertThat(again.out()).contains("Nothing was written");
        assertThat(keys()).as("seed %d", seed).doesNotHaveDuplicates().hasSizeGreaterThan(ROWS);
        assertThat(LogVerification.verify(directory.resolve("lodestone-data")).isSound()).isTrue();
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void serveUntilKilled(Work work) throws IOException, InterruptedException {
        var out = directory.resolve("serve.out");
        Files.deleteIfExists(out);
        try (var server =
                LodestoneProcess.start(
                        directory, out, directory.resolve("serve.err"), "serve", "--port", "0")) {
            await().atMost(2, java.util.concurrent.TimeUnit.MINUTES)
                    .until(() -> Files.readString(out).contains("serves"));
            work.run();
            server.kill();
        }
    }

    private void startAndLeave(String... arguments) {
        LodestoneProcess.start(
                directory, directory.resolve("left.out"), directory.resolve("left.err"), arguments);
        await().pollDelay(java.time.Duration.ofMillis(500 + random.nextInt(2_000)))
                .atMost(1, java.util.concurrent.TimeUnit.MINUTES)
                .until(() -> true);
    }

    private long head() {
        try (var log = EventLogs.open(directory.resolve("lodestone-data"), Clock.systemUTC())) {
            return log.head().value();
        }
    }

    private void graphHasReached(long position) throws IOException, InterruptedException {
        Files.writeString(
                directory.resolve("count.rq"),
                "SELECT (COUNT(DISTINCT ?r) AS ?n) WHERE { ?r a ls:EventRecord }");
        var said = LodestoneProcess.run(directory, "query", "--format", "csv", "count.rq");
        assertThat(said.out().lines().toList()).as(said.err()).contains(Long.toString(position));
    }

    private List<String> keys() {
        var keys = new ArrayList<String>();
        var records = new HashSet<String>();
        try (var log = EventLogs.open(directory.resolve("lodestone-data"), Clock.systemUTC());
                var entries = log.read(LogPosition.START, log.head())) {
            while (entries.hasNext()) {
                var entry = entries.next();
                assertThat(records.add(entry.record().toString())).isTrue();
                entry.tags().stream()
                        .filter(tag -> tag.key().equals(EventTags.KEY))
                        .map(tag -> tag.value())
                        .forEach(keys::add);
            }
        }
        return keys;
    }

    private Path life(int n) throws IOException {
        var file = directory.resolve("life-%d.jsonl".formatted(n));
        Files.write(
                file,
                IntStream.range(0, ROWS)
                        .mapToObj(i ->
                                """
                                {"type":"SampleRegistered","version":1,"id":"0199a000-0000-7000-8000-%012x","samples":[{"sample":"s%d-%d"}]}\
                                """
                                        .formatted(n * ROWS + i, n, i))
                        .toList());
        return file;
    }

    /// A sheet in the layout of the NCM cathode data sheet, with numbers of our own.
    private Path sheet() throws IOException {
        var lines = new ArrayList<String>();
        lines.add("Ni,Co,Mn,sec_size,prim_size,sin_temp,sin_t,cut_off,m_temp,c_rate,total,Dis_cap");
        for (int i = 0; i < ROWS; i++) {
            lines.add(
                    "0.6,0.2,0.2,%d.%02d,0.5,%d,12,4.3,25,0.1,1,%d.%d"
                            .formatted(1 + i / 100, i % 100, 700 + i % 300, 150 + i % 50, i % 10));
        }
        var file = directory.resolve("sheet.csv");
        Files.write(file, lines);
        return file;
    }
}
