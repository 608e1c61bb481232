package dev.lodestone.importers;

import static dev.lodestone.importers.LinesOnline.A_PAGE;
import static dev.lodestone.importers.LinesOnline.SAMPLES;
import static dev.lodestone.importers.LinesOnline.offset;
import static dev.lodestone.importers.LinesOnline.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.RecordEvent.SourceImported;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.importers.http.LocalServer;
import dev.lodestone.importers.http.LocalServer.Answer;
import dev.lodestone.importers.http.LocalServer.Responder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Imports page by page from a server that is there, of samples that are lines.
class PagedImportTest {
    @TempDir private Path directory;
    @AutoClose private TestLog log;

    @BeforeEach
    void open() {
        log = new TestLog(directory.resolve("log"));
    }

    @Test
    void allPagesAreReadAndTheRunSaysWhatOf() {
        try (var server = new LocalServer((asked, _) -> page(asked))) {
            var report = run(server);

            assertThat(report.entries().read()).isEqualTo(SAMPLES);
            assertThat(report.refused()).isEmpty();
            assertThat(names()).hasSize(SAMPLES);
            var run = log.stated(SourceImported.class).getFirst();
            assertThat(run.sourceVersion()).contains("v1");
            assertThat(run.wholeSource()).isTrue();
            assertThat(server.asked()).hasSize(SAMPLES / A_PAGE);
            assertThat(checkpoints()).isEmpty();

            long head = log.head();
            assertThat(run(server).run()).isEmpty();
            assertThat(log.head()).isEqualTo(head);
        }
    }

    @Test
    void progressIsToldWithHowManyAreToCome() {
        var told = new ArrayList<String>();
        try (var server = new LocalServer((asked, _) -> page(asked))) {
            run(
                    server,
                    ImportOptions.DEFAULT,
                    new ImportProgress() {
                        @Override
                        public void at(long entries, long written) {
                            told.add(entries + " read");
                        }

                        @Override
                        public void expected(long entries) {
                            told.add(entries + " expected");
                        }
                    });
        }

        assertThat(told).containsExactly("420 expected", "200 read", "400 read", "420 read");
    }

    /// The server dies at a random page, again and again, until all is imported.
    @RepeatedTest(8)
    void anImportThatIsCutOffGoesOnFromItsLastPage(RepetitionInfo repetition) {
        long seed = 1_000L + repetition.getCurrentRepetition();
        var random = new SplittableRandom(seed);
        var offsets = new ArrayList<Integer>();
        var dying = new int[] {0};
        Responder responder =
                (asked, _) -> {
                    if (dying[0]-- == 0) {
                        return Answer.of(404, "text/plain", "gone");
                    }
                    offsets.add(offset(asked));
                    return page(asked);
                };
        try (var server = new LocalServer(responder)) {
            int runs = 0;
            while (names().size() < SAMPLES || !checkpoints().isEmpty()) {
                dying[0] = runs > 30 ? -1 : 1 + random.nextInt(40);
                int before = offsets.size();
                run(server);
                assertThat(offsets.subList(before, offsets.size()))
                        .as("seed %d, run %d", seed, runs)
                        .doesNotHaveDuplicates();
                runs++;
            }
            assertThat(names()).as("seed %d", seed).hasSize(SAMPLES);
            assertThat(log.records(SampleRegistered.class).count())
                    .as("seed %d", seed)
                    .isEqualTo(SAMPLES);
            // each run asks for one page again at most: the one that was not recorded
            assertThat(offsets.size()).isLessThanOrEqualTo(SAMPLES / A_PAGE + runs);
        }
    }

    /// The process dies between two batches: nothing is closed, no run is recorded.
    @RepeatedTest(4)
    void anImportThatIsKilledGoesOnFromItsLastRecordedPage(RepetitionInfo repetition) {
        var random = new SplittableRandom(2_000 + repetition.getCurrentRepetition());
        int dieAt = 1 + random.nextInt(2);
        try (var server = new LocalServer((asked, _) -> page(asked))) {
            var batches = new int[1];
            assertThatThrownBy(() ->
                            run(
                                    server,
                                    ImportOptions.DEFAULT,
                                    (_, _) -> {
                                        if (++batches[0] == dieAt) {
                                            throw new IllegalStateException("killed");
                                        }
                                    }))
                    .hasMessage("killed");
            assertThat(log.stated(SourceImported.class)).isEmpty();
            assertThat(checkpoints()).hasSize(1);
            int before = server.asked().size();

            var report = run(server);

            assertThat(offset(server.asked().get(before))).isEqualTo(dieAt * 200 - A_PAGE);
            assertThat(report.findings())
                    .anyMatch(finding -> finding.what().contains("goes on after page"));
            assertThat(names()).hasSize(SAMPLES);
            assertThat(log.records(SampleRegistered.class).count()).isEqualTo(SAMPLES);
            assertThat(log.stated(SourceImported.class)).hasSize(1);
            assertThat(log.stated(SourceImported.class).getFirst().wholeSource()).isFalse();
        }
    }

    @Test
    void aCheckpointOfAnotherVersionOfTheDataIsNotUsed() {
        var version = new String[] {"v1"};
        try (var server = new LocalServer((asked, n) -> page(asked, version[0], n != 30))) {
            assertThat(run(server).unfinished()).isPresent();
            assertThat(names()).hasSize(290);
            version[0] = "v2";

            var report = run(server);

            assertThat(report.findings())
                    .anyMatch(finding ->
                            finding.what()
                                    .contains(
                                            "changed from (v1) to (v2) since the import was cut"
                                                    + " off; it begins anew."));
            assertThat(report.entries().read()).isEqualTo(SAMPLES);
            assertThat(report.entries().alreadyKnown()).isEqualTo(290);
        }
    }

    @Test
    void aCheckpointTheServerNoLongerUnderstandsIsNotUsed() {
        try (var server = new LocalServer((asked, n) -> page(asked, "v1", n < 30 || n > 31))) {
            run(server);

            var report = run(server);

            assertThat(report.findings())
                    .anyMatch(finding -> finding.what().contains("cannot go on after page 29"));
            assertThat(report.entries().read()).isEqualTo(SAMPLES);
        }
    }

    @Test
    void aVersionThatChangesMeanwhileIsToldAndNothingIsTakenToHaveVanished() {
        try (var server = new LocalServer((asked, _) -> page(asked))) {
            run(server);
        }
        Responder changing =
                (asked, n) ->
                        asked.uri().getPath().equals("/lines") && offset(asked) > 0
                                ? page(asked, n > 20 ? "v2" : "v1", true)
                                : Answer.json(
                                        "{\"data\": [], \"meta\": {\"version\": \"v1\", \"next\":"
                                                + " \"?offset=10\"}}");
        try (var server = new LocalServer(changing)) {
            var report = run(server);

            assertThat(report.findings())
                    .anyMatch(finding ->
                            finding.what().contains("changed from (v1) to (v2) while it was read"));
            assertThat(report.records().retracted()).isZero();
        }
        assertThat(names()).hasSize(SAMPLES);
    }

    @Test
    void whatAServiceThatWasReadWholeNoLongerHasIsWithdrawn() {
        try (var server = new LocalServer((asked, _) -> page(asked))) {
            run(server);
        }
        Responder fewer =
                (asked, _) ->
                        offset(asked) > 0
                                ? Answer.json(
                                        page(asked)
                                                .text()
                                                .replace("\"total\": 420", "\"total\": 410"))
                                : Answer.json(
                                        "{\"data\": [], \"meta\": {\"version\": \"v1\", \"next\":"
                                                + " \"?offset=10\"}}");
        try (var server = new LocalServer(fewer)) {
            run(server);
        }
        assertThat(names()).hasSize(SAMPLES - A_PAGE);
    }

    @Test
    void aServiceThatCountsMoreThanItGivesIsNotTakenForWhole() {
        try (var server =
                new LocalServer(
                        (_, _) -> Answer.json("{\"data\": [\"a=b\"], \"meta\": {\"total\": 5}}"))) {
            var report = run(server);

            assertThat(report.findings())
                    .anyMatch(finding ->
                            finding.what().contains("The service counts 5 entries but gave 1"));
            assertThat(log.stated(SourceImported.class).getFirst().wholeSource()).isFalse();
        }
    }

    @Test
    void aPageThatIsRepeatedForEverEndsTheReadingAndWhatWasReadIsKept() {
        try (var server =
                new LocalServer((_, n) ->
                        Answer.json(
                                "{\"data\": [\"a=b\"], \"meta\": {\"next\": \"?page="
                                        + n
                                        + "\"}}"))) {
            var report = run(server);

            assertThat(report.unfinished().orElseThrow())
                    .contains("Page 2 has the same entries as page 1.");
            assertThat(names()).containsExactly("b");
            assertThat(server.asked()).hasSize(2);
        }
    }

    @Test
    void emptyPagesWithoutEndEndTheReading() {
        try (var server =
                new LocalServer((_, n) ->
                        Answer.json("{\"data\": [], \"meta\": {\"next\": \"?page=" + n + "\"}}"))) {
            assertThat(run(server).unfinished().orElseThrow())
                    .contains("51 pages without an entry came in a row.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "?offset=0, The next page is one that was read before.",
        "http://example.org/lines, leads to another host than (localhost).",
        "http://10.0.0.1/lines, leads to another host than (localhost).",
        "http://127.0.0.1:1/lines, leads to another host than (localhost).",
        "file:///etc/passwd, leads to another host than (localhost)."
    })
    void aLinkToItselfOrElsewhereEndsTheReading(String link, String problem) {
        try (var server =
                new LocalServer((_, _) ->
                        Answer.json(
                                "{\"data\": [\"a=b\"], \"meta\": {\"next\": \"%s\"}}"
                                        .formatted(link)))) {
            assertThatThrownByOrUnfinished(server).contains(problem);
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void aFirstPageThatIsRefusedChangesNothing() {
        for (var answer :
                List.of(
                        Answer.of(200, "text/html", "<html>Hello</html>"),
                        Answer.json("{\"data\": {}}"),
                        Answer.json("{\"data\": [\"a=b\""),
                        Answer.json("[".repeat(1_000)),
                        Answer.of(401, "application/json", "{\"message\": \"No key\"}"))) {
            try (var server = new LocalServer((_, _) -> answer)) {
                assertThatThrownBy(() -> run(server)).isInstanceOf(UnreadableSource.class);
            }
        }
        assertThat(log.head()).isZero();
    }

    @Test
    void anEntryThatIsRefusedIsNamedAndTheRestGoesOn() {
        try (var server =
                new LocalServer(
                        (_, _) -> Answer.json("{\"data\": [\"a=b\", \"nothing\", \"c=d\"]}"))) {
            var report = run(server);

            assertThat(report.refused()).hasSize(1);
            assertThat(report.refused().getFirst().problem()).contains("(nothing)");
            assertThat(names()).containsExactly("b", "d");
        }
    }

    @Test
    void aDryRunAndALimitedRunKeepNoCheckpoint() {
        try (var server = new LocalServer((asked, n) -> page(asked, "v1", n != 25))) {
            assertThat(run(server, ImportOptions.DEFAULT.withDryRun()).unfinished()).isPresent();
            assertThat(checkpoints()).isEmpty();
            var limited = run(server, ImportOptions.DEFAULT.withLimit(15));
            assertThat(limited.entries().read()).isEqualTo(15);
            assertThat(checkpoints()).isEmpty();
            assertThat(server.asked()).hasSize(25 + 2);
        }
    }

    private org.assertj.core.api.AbstractStringAssert<?> assertThatThrownByOrUnfinished(
            LocalServer server) {
        try {
            return assertThat(run(server).unfinished().orElse(""));
        } catch (UnreadableSource e) {
            return assertThat(e.text());
        }
    }

    private ImportReport run(LocalServer server) {
        return run(server, ImportOptions.DEFAULT, ImportProgress.SILENT);
    }

    private ImportReport run(LocalServer server, ImportOptions options) {
        return run(server, options, ImportProgress.SILENT);
    }

    private ImportReport run(LocalServer server, ImportOptions options, ImportProgress progress) {
        var context =
                ImportContext.of(options)
                        .with(new CheckpointFiles(directory.resolve("checkpoints")))
                        .with(_ -> {}, new SplittableRandom(42));
        return new ImportRun(log.log(), log.intake(), log.files())
                .run(
                        new LinesOnline(),
                        new SourceLocation.Online(server.uri("/lines?offset=0")),
                        context,
                        progress);
    }

    private Set<String> names() {
        return log.stated(SampleRegistered.class).stream()
                .map(event -> event.samples().getFirst().names().getFirst().name())
                .collect(Collectors.toSet());
    }

    private List<Path> checkpoints() {
        try (var files = Files.list(Files.createDirectories(directory.resolve("checkpoints")))) {
            return files.toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
