package dev.lodestone.importers.nomad;

import static dev.lodestone.importers.nomad.NomadOnline.PATH;
import static dev.lodestone.importers.nomad.NomadOnline.body;
import static dev.lodestone.importers.nomad.NomadOnline.mixture;
import static dev.lodestone.importers.nomad.NomadOnline.process;
import static dev.lodestone.importers.nomad.NomadOnline.sample;
import static dev.lodestone.importers.nomad.NomadOnline.timed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.RecordEvent.SourceImported;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SamplesMerged;
import dev.lodestone.events.ScopedName;
import dev.lodestone.importers.CheckpointFiles;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.ImportProgress;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.ImportRun;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.importers.TestLog;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.http.LocalServer;
import dev.lodestone.importers.http.LocalServer.Answer;
import dev.lodestone.importers.json.JsonFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Imports from a server that answers as NOMAD does.
class NomadServiceTest {
    private static final int PAIRS = 130;

    @TempDir private Path directory;

    private final NomadOnline nomad = new NomadOnline();
    @AutoClose private TestLog log;

    @BeforeEach
    void open() {
        log = new TestLog(directory.resolve("log"));
        for (int i = 0; i < PAIRS; i++) {
            // by their ids, all processes come before all samples, on other pages
            nomad.entries.put("p%03d".formatted(i), process(i));
            nomad.entries.put("s%03d".formatted(i), sample(i));
        }
    }

    @Test
    void entriesFindEachOtherAcrossPages() {
        try (var server = new LocalServer(nomad)) {
            var report = run(server, options());

            assertThat(report.refused()).isEmpty();
            assertThat(report.findings())
                    .noneMatch(finding -> finding.what().contains("not among what was read"));
            assertThat(report.entries().read()).isEqualTo(2 * PAIRS);
            assertThat(log.stated(SampleRegistered.class)).hasSize(PAIRS);
            var registered =
                    log.stated(SampleRegistered.class).stream()
                            .map(event -> event.samples().getFirst().sample())
                            .collect(Collectors.toSet());
            assertThat(log.stated(SampleProcessed.class))
                    .hasSize(PAIRS)
                    .allMatch(event -> registered.containsAll(event.participants().samples()));
            assertThat(server.asked()).hasSize(13);
            var run = log.stated(SourceImported.class).getFirst();
            assertThat(run.location()).contains(server.uri(PATH).toString());
            assertThat(run.licence()).contains("CC BY 4.0");
            assertThat(checkpoints()).isEmpty();

            long head = log.head();
            assertThat(run(server, options()).run()).isEmpty();
            assertThat(log.head()).isEqualTo(head);
        }
    }

    @Test
    void whatTheServiceGivesIsWhatAFileOfItsAnswersGives() {
        log.run(new NomadImporter(), file(nomad.entries.values()));
        long head = log.head();

        try (var server = new LocalServer(nomad)) {
            assertThat(run(server, options()).records().written()).isZero();
        }
        assertThat(log.head()).isEqualTo(head);
    }

    @RepeatedTest(4)
    void anImportThatIsCutOffAnywhereFetchesOnlyThePagesThatAreMissing(RepetitionInfo repetition) {
        long seed = 500L + repetition.getCurrentRepetition();
        var random = new SplittableRandom(seed);
        var options = options("attempts", "1");
        try (var server = new LocalServer(nomad)) {
            int failures = 0;
            while (log.head() == 0) {
                nomad.brokenAt = failures < 5 ? server.asked().size() + 1 + random.nextInt(6) : -1;
                try {
                    run(server, options);
                } catch (UnreadableSource e) {
                    assertThat(log.head()).as("seed %d", seed).isZero();
                    failures++;
                }
            }
            assertThat(server.asked()).as("seed %d", seed).hasSize(13 + failures);
            assertThat(log.stated(SampleRegistered.class)).hasSize(PAIRS);
            assertThat(log.stated(SampleProcessed.class)).hasSize(PAIRS);
            assertThat(checkpoints()).isEmpty();
        }
    }

    @Test
    void anImportThatIsKilledWhileItWritesIsFinishedWithoutFetchingAgain() {
        try (var server = new LocalServer(nomad)) {
            assertThatThrownBy(() ->
                            run(
                                    server,
                                    options(),
                                    Optional.empty(),
                                    (_, _) -> {
                                        throw new IllegalStateException("killed");
                                    }))
                    .hasMessage("killed");
            int before = server.asked().size();

            var report = run(server, options());

            assertThat(server.asked()).hasSize(before + 1);
            assertThat(report.findings())
                    .anyMatch(finding -> finding.what().startsWith("12 pages were fetched before"));
            assertThat(log.records(SampleRegistered.class).count()).isEqualTo(PAIRS);
            assertThat(log.stated(SampleProcessed.class)).hasSize(PAIRS);
            assertThat(log.stated(SourceImported.class)).hasSize(1);
        }
    }

    @Test
    void theQuestionIsAskedInTheWordsOfTheApi() {
        try (var server = new LocalServer(nomad)) {
            run(
                    server,
                    options(
                            "query",
                            "results.material.elements=Si&results.material.elements=O&domain=dft",
                            "since",
                            "2026-01-01",
                            "owner",
                            "visible",
                            "required",
                            "{\"metadata\": \"*\"}"),
                    Optional.of("abc.def"),
                    ImportProgress.SILENT);

            var asked = server.asked().getFirst();
            assertThat(asked.method()).isEqualTo("POST");
            assertThat(asked.headers().getFirst("Authorization")).isEqualTo("Bearer abc.def");
            assertThat(asked.headers().getFirst("Content-Type")).isEqualTo("application/json");
            var question = body(asked);
            assertThat(question.path("owner").asString()).isEqualTo("visible");
            assertThat(question.path("query").toString())
                    .isEqualTo(
                            "{\"and\":[{\"results.material.elements\":[\"Si\",\"O\"],\"domain\":"
                                    + "\"dft\"},{\"or\":[{\"last_processing_time\":{\"gte\":"
                                    + "\"2026-01-01T00:00:00Z\"}},{\"publish_time\":{\"gte\":"
                                    + "\"2026-01-01T00:00:00Z\"}}]}]}");
            assertThat(question.at("/pagination/order_by").asString()).isEqualTo("entry_id");
            assertThat(question.at("/required/metadata").asString()).isEqualTo("*");
        }
    }

    @Test
    void aQueryThatIsNoJsonIsRefusedBeforeAnythingIsAsked() {
        try (var server = new LocalServer(nomad)) {
            assertThatThrownBy(() -> run(server, options("query", "{domain: dft}")))
                    .isInstanceOf(UnreadableSource.class)
                    .hasMessageContaining("The setting is no JSON")
                    .hasMessageContaining("Maybe put it into single quotes");
            assertThatThrownBy(() -> run(server, options("owner", "nobody")))
                    .hasMessageContaining("There is no owner (nobody).");
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void aHitWithoutAnArchiveIsRefusedAndTheRestGoesOn() {
        nomad.entries.put("p000x", "{\"entry_id\": \"p000x\", \"detail\": \"not processed\"}");
        try (var server = new LocalServer(nomad)) {
            var report = run(server, options());

            assertThat(report.refused()).hasSize(1);
            assertThat(report.refused().getFirst().place()).contains(PATH).endsWith("#/data/1");
            assertThat(report.refused().getFirst().problem()).contains("not processed");
            assertThat(log.stated(SampleRegistered.class)).hasSize(PAIRS);
        }
    }

    @Test
    void moreThanIsAllowedIsRefusedAndChangesNothing() {
        try (var server = new LocalServer(nomad)) {
            assertThatThrownBy(() -> run(server, options("max-total", "0.01")))
                    .hasMessageContaining("larger than 10,485 bytes together")
                    .hasMessageContaining("Maybe ask for less at a time");
        }
        assertThat(log.head()).isZero();
    }

    @Test
    void whatAnOldUploadWasProcessedAnewOrPublishedSinceIsFoundBySince() {
        nomad.entries.clear();
        var old = "2024-05-01T10:00:00+00:00";
        nomad.entries.put("s1", timed("s1", "one", old, "2024-05-01T10:05:00+00:00", old));
        nomad.entries.put("s2", timed("s2", "two", old, "2024-05-01T10:05:00+00:00", old));
        nomad.entries.put("s3", timed("s3", "three", old, "2024-05-01T10:05:00+00:00", ""));
        try (var server = new LocalServer(nomad)) {
            run(server, options("query", "{\"publish_time\":{\"gte\":\"2020-01-01T00:00:00Z\"}}"));
            assertThat(names()).containsExactlyInAnyOrder("one", "two");

            // the upload is as old as before; only the processing and the publication are new
            nomad.entries.put(
                    "s2", timed("s2", "two, again", old, "2026-03-01T00:00:00+00:00", old));
            nomad.entries.put(
                    "s3",
                    timed(
                            "s3",
                            "three",
                            old,
                            "2024-05-01T10:05:00+00:00",
                            "2026-02-01T00:00:00+00:00"));
            var report = run(server, options("since", "2026-01-01"));

            assertThat(report.entries().read()).isEqualTo(2);
            assertThat(names()).containsExactlyInAnyOrder("one", "two, again", "three");
            assertThat(run(server, options("since", "2026-03-02")).entries().read()).isZero();
        }
    }

    @Test
    void anEntryThatIsGivenTwiceIsTakenAsItWasProcessedLast() {
        nomad.entries.clear();
        nomad.entries.put("a", timed("s1", "old", "", "2026-01-01T00:00:00+00:00", ""));
        nomad.entries.put("b", timed("s1", "new", "", "2026-01-02T00:00:00+00:00", ""));
        nomad.entries.put("c", timed("s1", "older", "", "2025-01-02T00:00:00+00:00", ""));
        try (var server = new LocalServer(nomad)) {
            var report = run(server, options("page-size", "1"));

            assertThat(names()).containsExactly("new");
            assertThat(report.entries().read()).isEqualTo(3);
            assertThat(report.text()).contains("an answer").contains("is given again at");
        }
    }

    @Test
    void laboratoryIdsThatComeTwiceAreToldAcrossPages() {
        nomad.entries.clear();
        nomad.entries.put("s001", sample(1));
        nomad.entries.put("s002", sample(2).replace("P-2", "P-1"));
        try (var server = new LocalServer(nomad)) {
            var report = run(server, options("page-size", "1"));

            assertThat(report.findings())
                    .extracting(Finding::what)
                    .containsExactly(
                            "The laboratory id (P-1) is that of (s2.archive.json) too.",
                            "The laboratory id (P-1) is that of (s1.archive.json) too.");
        }
    }

    @Test
    void samplesThatAreMadeOfEachOtherMeanTheSameWhicheverComesFirst() {
        nomad.entries.clear();
        nomad.entries.put("s1", mixture("s1", "s2", "s3"));
        nomad.entries.put("s2", mixture("s2", "s1", "s3"));
        nomad.entries.put("s3", mixture("s3", "s4", "s5"));
        nomad.entries.put("s4", mixture("s4"));
        nomad.entries.put("s5", mixture("s5"));
        try (var server = new LocalServer(nomad)) {
            var report = run(server, options("page-size", "1"));

            assertThat(report.refused()).isEmpty();
            assertThat(log.stated(SamplesMerged.class))
                    .singleElement()
                    .satisfies(merged ->
                            assertThat(merged.inputs())
                                    .extracting(input -> input.sample())
                                    .hasSize(2));
            assertThat(log.stated(SampleRegistered.class)).hasSize(4);
        }
        long head = log.head();
        nomad.entries.put("s0", nomad.entries.remove("s2"));
        try (var server = new LocalServer(nomad)) {
            assertThat(run(server, options("page-size", "2")).records().written()).isZero();
        }
        assertThat(log.head()).isEqualTo(head);
    }

    @Test
    void aDryRunKeepsNoCheckpoints() {
        try (var server = new LocalServer(nomad)) {
            var report = run(server, options().withDryRun());

            assertThat(report.entries().read()).isEqualTo(2 * PAIRS);
        }
        assertThat(checkpoints()).isEmpty();
    }

    @Test
    void aLimitEndsTheFetching() {
        try (var server = new LocalServer(nomad)) {
            var report = run(server, options().withLimit(30));

            assertThat(report.entries().read()).isEqualTo(30);
            assertThat(server.asked()).hasSize(2);
            assertThat(checkpoints()).isEmpty();
        }
    }

    @Test
    void aServerThatSendsTheFirstPageForEverIsFoundOut() {
        try (var server =
                new LocalServer((_, n) ->
                        Answer.json(
                                "{\"data\": [%s], \"pagination\": {\"total\": 9,"
                                                .formatted(nomad.entries.get("s001"))
                                        + " \"next_page_after_value\": \"v"
                                        + n
                                        + "\"}}"))) {
            assertThatThrownBy(() -> run(server, options()))
                    .hasMessageContaining("Page 2 has the same entries as page 1.");
        }
        assertThat(log.head()).isZero();
    }

    @Test
    void archivesThatNomadGaveOnceAreReplayedInPages() {
        var recorded = recordedArchives(TestLog.shared("nomad/api-recordings"));
        assertThat(recorded).hasSizeGreaterThan(2);
        nomad.entries.clear();
        nomad.entries.putAll(recorded);
        try (var server = new LocalServer(nomad)) {
            run(server, options("page-size", "2"));
        }
        assertThat(log.head()).isPositive();
        long head = log.head();

        assertThat(log.run(new NomadImporter(), file(nomad.entries.values())).run()).isEmpty();
        assertThat(log.head()).isEqualTo(head);
    }

    private static Map<String, String> recordedArchives(Path recordings) {
        var found = new TreeMap<String, String>();
        try (var files = Files.list(recordings)) {
            files.filter(file -> file.toString().matches(".*\\.json(\\.gz)?"))
                    .sorted()
                    .map(file -> JsonFiles.read(file, file.toString()))
                    .flatMap(JsonNode::valueStream)
                    .flatMap(JsonNode::valueStream)
                    .map(exchange -> exchange.at("/response/body/data"))
                    .filter(data -> data.path("archive").has("metadata"))
                    .forEach(data -> found.put(data.path("entry_id").asString(), data.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private ImportReport run(LocalServer server, ImportOptions options) {
        return run(server, options, Optional.empty(), ImportProgress.SILENT);
    }

    private ImportReport run(
            LocalServer server,
            ImportOptions options,
            Optional<String> token,
            ImportProgress progress) {
        var context =
                new ImportContext(options, name -> token.filter(_ -> name.equals("NOMAD_TOKEN")))
                        .with(new CheckpointFiles(directory.resolve("checkpoints")))
                        .with(_ -> {}, new SplittableRandom(42));
        return new ImportRun(log.log(), log.intake(), log.files())
                .run(
                        new NomadImporter(),
                        new SourceLocation.Online(server.uri("/api/v1")),
                        context,
                        progress);
    }

    private static ImportOptions options(String... namesAndValues) {
        var options = ImportOptions.DEFAULT.with("allow-private", "true");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            options = options.with(namesAndValues[i], namesAndValues[i + 1]);
        }
        return options;
    }

    private Path file(Iterable<String> archives) {
        try {
            return Files.writeString(
                    directory.resolve("answers.json"),
                    "{\"owner\": \"public\", \"data\": [" + String.join(",", archives) + "]}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> checkpoints() {
        try (var files = Files.list(Files.createDirectories(directory.resolve("checkpoints")))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> names() {
        return log.stated(SampleRegistered.class).stream()
                .flatMap(event -> event.samples().getFirst().names().stream())
                .map(ScopedName::name)
                .filter(name -> !name.startsWith("L-"))
                .toList();
    }
}
