package dev.lodestone.importers.nomad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.importers.CheckpointFiles;
import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.ImportProgress;
import dev.lodestone.importers.ImportRun;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.importers.TestLog;
import dev.lodestone.importers.http.LocalServer;
import dev.lodestone.importers.http.LocalServer.Answer;
import dev.lodestone.importers.json.JsonFiles;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process with little memory imports more than it could hold, of entries that refer to others on
/// pages or in files far away.
class LargeNomadImportTest {
    private static final int PAIRS = 48;
    private static final int A_PAGE = 4;
    private static final int MEBIBYTES = 96;
    private static final String MEBIBYTE = "A word of a long description. ".repeat((1 << 20) / 30);

    @TempDir private Path directory;

    /// Imports from the server in a process of its own.
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            var data = Path.of(arguments[0]);
            boolean online = arguments[1].startsWith("http");
            var location =
                    online
                            ? new SourceLocation.Online(URI.create(arguments[1]))
                            : new SourceLocation.OnDisk(Path.of(arguments[1]));
            var options =
                    online
                            ? ImportOptions.DEFAULT
                                    .with("allow-private", "true")
                                    .with("page-size", "" + A_PAGE)
                            : ImportOptions.DEFAULT;
            try (var log = new TestLog(data)) {
                var report =
                        new ImportRun(log.log(), log.intake(), log.files())
                                .run(
                                        new NomadImporter(),
                                        location,
                                        ImportContext.of(options)
                                                .with(
                                                        new CheckpointFiles(
                                                                data.resolve("checkpoints"))),
                                        ImportProgress.SILENT);
                assertThat(report.unfinished()).isEmpty();
                assertThat(report.refused()).isEmpty();
            }
        }
    }

    @Test
    void moreThanFitsIntoMemoryIsImportedAndReferencesAcrossPagesAreFollowed() throws Exception {
        var data = directory.resolve("data");
        try (var server = new LocalServer((asked, _) -> answer(asked.body()))) {
            importInAChild(data, server.uri("/api/v1").toString());
            assertThat(server.asked()).hasSize(2 * PAIRS / A_PAGE);
        }
        assertAllIsThere(data);
        try (var kept = Files.list(data.resolve("checkpoints"))) {
            assertThat(kept).isEmpty();
        }
    }

    @Test
    void anUploadOfFilesAndADataFileThatDoNotFitIntoMemoryAreImported() throws Exception {
        var upload = Files.createDirectory(directory.resolve("upload"));
        for (int i = 0; i < 2 * PAIRS; i++) {
            Files.writeString(
                    upload.resolve("e%03d.archive.json".formatted(i)),
                    archive(i, "raw/e%03d.archive.json", "\"data_file\": \"scan.h5\","));
        }
        long bytes = (2L * MEBIBYTES) << 20;
        try (var file = new RandomAccessFile(upload.resolve("scan.h5").toFile(), "rw")) {
            file.setLength(bytes);
        }

        importInAChild(directory.resolve("data"), upload.toString());

        assertAllIsThere(directory.resolve("data"));
        try (var log = new TestLog(directory.resolve("data"))) {
            assertThat(log.stated(SampleProcessed.class))
                    .allMatch(event -> event.files().getFirst().bytes() == bytes);
        }
    }

    @Test
    void anAnswerOfManyArchivesInAFileIsReadOneByOne() throws Exception {
        var upload = Files.createDirectory(directory.resolve("answers"));
        for (int from = 0; from < 2 * PAIRS; from += A_PAGE) {
            Files.writeString(
                    upload.resolve("page%03d.json".formatted(from)),
                    "{\"owner\": \"public\", \"pagination\": {}, \"data\": [%s]}"
                            .formatted(
                                    IntStream.range(from, from + A_PAGE)
                                            .mapToObj(LargeNomadImportTest::entry)
                                            .collect(Collectors.joining(","))));
        }

        importInAChild(directory.resolve("data"), upload.toString());

        assertAllIsThere(directory.resolve("data"));
    }

    private void importInAChild(Path data, String source) throws Exception {
        var child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + MEBIBYTES + "m",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Child.class.getName(),
                                data.toString(),
                                source)
                        .redirectErrorStream(true)
                        .redirectOutput(new File(directory.toFile(), "child.txt"))
                        .start();
        try {
            assertThat(child.waitFor(5, TimeUnit.MINUTES)).as(this::said).isTrue();
            assertThat(child.exitValue()).as(this::said).isZero();
        } finally {
            child.destroyForcibly();
        }
    }

    private static void assertAllIsThere(Path data) {
        try (var log = new TestLog(data)) {
            var registered =
                    log.stated(SampleRegistered.class).stream()
                            .map(event -> event.samples().getFirst().sample())
                            .collect(Collectors.toSet());
            assertThat(registered).hasSize(PAIRS);
            assertThat(log.stated(SampleProcessed.class))
                    .hasSize(PAIRS)
                    .allMatch(event -> registered.containsAll(event.participants().samples()));
        }
    }

    private String said() {
        try {
            return Files.readString(directory.resolve("child.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Answer answer(String body) {
        int from =
                JsonFiles.parse(body, "body")
                                .at("/pagination/page_after_value")
                                .asString("-1")
                                .transform(Integer::parseInt)
                        + 1;
        int to = Math.min(from + A_PAGE, 2 * PAIRS);
        var next = to < 2 * PAIRS ? ", \"next_page_after_value\": \"%d\"".formatted(to - 1) : "";
        return Answer.json(
                "{\"owner\": \"public\", \"pagination\": {\"total\": %d%s}, \"data\": [%s]}"
                        .formatted(
                                2 * PAIRS,
                                next,
                                IntStream.range(from, to)
                                        .mapToObj(LargeNomadImportTest::entry)
                                        .collect(Collectors.joining(","))));
    }

    private static String entry(int i) {
        return """
        {"entry_id": "e%03d", "upload_id": "u", "archive": {
          "metadata": {"entry_id": "e%03d", "upload_id": "u", "mainfile": "e%d.archive.json"},
          %s
        """
                .formatted(i, i, i, archive(i, "archive/e%03d", "").substring(1) + "}");
    }

    /// The first half are processes, the second the samples that they speak of.
    ///
    /// @param reference how one refers to another by its number
    private static String archive(int i, String reference, String more) {
        var data =
                i < PAIRS
                        ? """
                        "m_def": "nomad.datamodel.metainfo.basesections.Process", "name": "sintering",
                        "method": "sintering", "datetime": "2026-01-02T03:04:05+01:00", %s
                        "samples": [{"reference": "../upload/%s#/data"}]
                        """
                                .formatted(more, reference.formatted(PAIRS + (37 * i) % PAIRS))
                        : """
                        "m_def": "nomad.datamodel.metainfo.basesections.CompositeSystem", "lab_id": "P-%d"
                        """
                                .formatted(i);
        return "{\"data\": {%s, \"description\": \"%s\"}}".formatted(data, MEBIBYTE);
    }
}
