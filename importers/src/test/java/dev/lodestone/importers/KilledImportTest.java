package dev.lodestone.importers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.RecordEvent.SourceImported;
import dev.lodestone.events.RecordedEvent;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledImportTest {
    private static final int SAMPLES = 1_500;

    @TempDir private Path directory;

    /// Imports in a process of its own and says each time a batch is on disk.
    static final class Child {
        private Child() {}

        public static void main(String[] args) {
            try (var log = new TestLog(Path.of(args[0]))) {
                new ImportRun(log.log(), log.intake(), log.files())
                        .run(
                                new LinesImporter(),
                                SourceLocation.of(args[1]),
                                ImportContext.of(ImportOptions.DEFAULT),
                                (entries, _) -> System.out.println("entries " + entries));
            }
        }
    }

    @Test
    void anImportKilledMidwayIsFinishedByTheNextWithNothingTwiceAndNothingMissing()
            throws Exception {
        var file =
                Files.write(
                        directory.resolve("lines.txt"),
                        IntStream.range(0, SAMPLES)
                                .mapToObj(i -> "s" + i + "=n" + i + ": x")
                                .toList());
        var data = directory.resolve("data");
        killAfter(2, data, file);

        Set<Object> beforeKill;
        try (var log = new TestLog(data)) {
            assertThat(log.head()).isBetween(2 * 400L, 2L * SAMPLES - 1);
            assertThat(log.stated(SourceImported.class)).isEmpty();
            beforeKill = records(log);
            var resumed = log.run(new LinesImporter(), file);
            assertThat(resumed.entries().alreadyKnown()).isGreaterThanOrEqualTo(400);
            assertThat(resumed.entries().read()).isEqualTo(SAMPLES);
            assertThat(log.head()).isEqualTo(2L * SAMPLES + 1);
            assertThat(log.stated(SourceImported.class)).hasSize(1);
            assertThat(records(log)).containsAll(beforeKill);
            long head = log.head();
            log.run(new LinesImporter(), file);
            assertThat(log.head()).isEqualTo(head);
            assertThat(log.undo(resumed.run().orElseThrow()).retracted()).isEqualTo(head);
        }

        try (var whole = new TestLog(directory.resolve("uninterrupted"))) {
            whole.run(new LinesImporter(), file);
            var recordsOfWhole = records(whole);
            try (var log = new TestLog(data)) {
                assertThat(
                                records(log).stream()
                                        .filter(recordsOfWhole::contains)
                                        .collect(Collectors.toSet()))
                        .hasSize(2 * SAMPLES + 1);
            }
        }
    }

    private static Set<Object> records(TestLog log) {
        return new HashSet<>(log.all().stream().map(RecordedEvent::record).toList());
    }

    private static void killAfter(int batches, Path data, Path file) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var child =
                new ProcessBuilder(
                                List.of(
                                        java,
                                        "--enable-native-access=ALL-UNNAMED",
                                        "--sun-misc-unsafe-memory-access=allow",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Child.class.getName(),
                                        data.toString(),
                                        file.toString()))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var out =
                new BufferedReader(
                        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < batches; i++) {
                assertThat(out.readLine()).startsWith("entries ");
            }
            // On this system: SIGKILL.
            child.destroyForcibly();
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isNotZero();
    }
}
