package dev.lodestone.importers.optimade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SourceRef;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.events.log.LogVerification;
import dev.lodestone.importers.CheckpointFiles;
import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.ImportProgress;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.ImportRun;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.importers.TestLog;
import dev.lodestone.importers.http.LocalServer;
import dev.lodestone.importers.http.LocalServer.Responder;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that imports from a server is killed again and again. `-Dlodestone.import-kills=20
/// -Dlodestone.import-structures=20000` kills more often in a larger database, `-Dlodestone.seed=…`
/// repeats a run.
class KilledOptimadeImportTest {
    private static final int KILLS = Integer.getInteger("lodestone.import-kills", 3);
    private static final int STRUCTURES = Integer.getInteger("lodestone.import-structures", 300);
    private static final int A_PAGE = Math.max(10, STRUCTURES / 200);

    private final long seed = Long.getLong("lodestone.seed", 7);
    private final SplittableRandom random = new SplittableRandom(seed);
    private final AtomicReference<CountDownLatch> toBeAsked =
            new AtomicReference<>(new CountDownLatch(0));

    @TempDir private Path directory;

    /// Imports from the server in a process of its own.
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            run(Path.of(arguments[0]), URI.create(arguments[1]));
        }
    }

    private static ImportReport run(Path data, URI server) {
        try (var log = new TestLog(data)) {
            return new ImportRun(log.log(), log.intake(), log.files())
                    .run(
                            new OptimadeImporter(),
                            new SourceLocation.Online(server),
                            ImportContext.of(ImportOptions.DEFAULT.with("allow-private", "true"))
                                    .with(_ -> {}, new SplittableRandom(42))
                                    .with(new CheckpointFiles(data.resolve("checkpoints"))),
                            ImportProgress.SILENT);
        }
    }

    @Test
    void whatIsKilledAgainAndAgainEndsWithNoEntryTwiceAndNoneMissing() throws Exception {
        var data = directory.resolve("data");
        try (var server = new LocalServer(responder())) {
            var uri = server.uri("/");
            for (int struck = 0; struck < KILLS; ) {
                struck += isKilled(data, uri) ? 1 : 0;
            }
            var last = run(data, uri);
            assertThat(last.unfinished()).as("seed %d", seed).isEmpty();
            assertThat(last.refused()).as("seed %d", seed).isEmpty();
            try (var log = new TestLog(data)) {
                isWholeAndSingle(log);
            }
            assertThat(LogVerification.verify(data).damage()).as("seed %d", seed).isEmpty();

            var again = run(data, uri);
            assertThat(again.run()).as("seed %d", seed).isEmpty();
            assertThat(again.entries().alreadyKnown()).as("seed %d", seed).isEqualTo(STRUCTURES);
        }
    }

    private void isWholeAndSingle(TestLog log) {
        assertThat(log.stated(MaterialRegistered.class))
                .as("seed %d", seed)
                .extracting(material -> material.material().value())
                .doesNotHaveDuplicates()
                .hasSize(STRUCTURES);
        var all = log.all();
        assertThat(all)
                .as("seed %d", seed)
                .extracting(RecordedEvent::record)
                .doesNotHaveDuplicates();
        assertThat(
                        all.stream()
                                .flatMap(record ->
                                        record.draft().source().flatMap(SourceRef::key).stream()))
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, STRUCTURES)
                                .boxed()
                                .flatMap(n ->
                                        java.util.stream.Stream.of(
                                                "structures/s%d#material".formatted(n),
                                                "structures/s%d#values/structure".formatted(n)))
                                .toList());
        assertThat(log.stated(MaterialRegistered.class))
                .as("seed %d", seed)
                .allMatch(material ->
                        log.files().find(material.structure().orElseThrow().sha256()).isPresent());
    }

    private Responder responder() {
        var pages = new OptimadePages(STRUCTURES, A_PAGE);
        return (asked, _) -> {
            if (OptimadePages.isPage(asked)) {
                toBeAsked.get().countDown();
            }
            return pages.answer(asked);
        };
    }

    /// Lets a process import until it has asked for some pages, and a moment more.
    ///
    /// @return whether it was still at it
    private boolean isKilled(Path data, URI server) throws Exception {
        int pages = 1 + random.nextInt(STRUCTURES / A_PAGE / KILLS);
        long moment = random.nextInt(60);
        var asked = new CountDownLatch(pages);
        toBeAsked.set(asked);
        var child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Child.class.getName(),
                                data.toString(),
                                server.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(new File(directory.toFile(), "child.txt"))
                        .start();
        try {
            while (child.isAlive() && !asked.await(50, TimeUnit.MILLISECONDS)) {
                // It has not yet come so far.
            }
            boolean ended = child.waitFor(moment, TimeUnit.MILLISECONDS);
            // On this system: SIGKILL.
            child.destroyForcibly();
            assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(!ended || child.exitValue() == 0)
                    .as(() -> "seed %d: %s".formatted(seed, said()))
                    .isTrue();
            return child.exitValue() != 0;
        } finally {
            child.destroyForcibly();
        }
    }

    private String said() {
        try {
            return java.nio.file.Files.readString(directory.resolve("child.txt"));
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }
}
