package dev.lodestone.importers.materialsproject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.DataEvent.SimulationPerformed;
import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordEvent.SourceImported;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.importers.CheckpointFiles;
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
import dev.lodestone.importers.http.QueryText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Imports from a server that answers as the Materials Project does.
class MpServiceTest {
    private static final String KEY = "0123456789abcdefghijklmnopqrstuv";

    @TempDir private Path directory;
    @AutoClose private TestLog log;
    private final MpAnswers service = new MpAnswers();

    @BeforeEach
    void open() {
        log = new TestLog(directory.resolve("log"));
    }

    @Test
    void aQueryIsImportedPageByPageWithTheVersionOfTheDatabase() {
        try (var server = new LocalServer(service::answer)) {
            var report = run(server, "/", options("query", "chemsys=Si"));

            assertThat(report.refused()).isEmpty();
            assertThat(report.entries().read()).isEqualTo(MpAnswers.MATERIALS);
            assertThat(materials()).hasSize(MpAnswers.MATERIALS);
            var run = log.stated(SourceImported.class).getFirst();
            assertThat(run.sourceVersion()).contains("2026_04_13");
            assertThat(run.location().orElseThrow())
                    .isEqualTo(
                            server.uri(
                                            "/materials/summary/?chemsys=Si&_all_fields=true"
                                                    + "&_sort_fields=material_id")
                                    .toString());
            assertThat(run.wholeSource()).isFalse();
            // the last of them for deprecated documents
            assertThat(server.asked()).filteredOn(MpAnswers::isPage).hasSize(5);
            assertThat(server.asked().getFirst().headers().getFirst("X-API-KEY")).isEqualTo(KEY);

            long head = log.head();
            assertThat(run(server, "/", options("query", "chemsys=Si")).run()).isEmpty();
            assertThat(log.head()).isEqualTo(head);
        }
    }

    @Test
    void whatTheServiceGivesIsWhatAFileOfItsAnswerGives() throws IOException {
        var file =
                Files.writeString(
                        directory.resolve("answer.json"),
                        "{\"data\": ["
                                + String.join(",", MpAnswers.documents(0, MpAnswers.MATERIALS))
                                + "]}");
        log.run(new MaterialsProjectImporter(), file);
        long head = log.head();

        try (var server = new LocalServer(service::answer)) {
            var report = run(server, "/", options());

            assertThat(report.records().alreadyKnown()).isPositive();
            assertThat(report.records().written()).isZero();
        }
        assertThat(log.head()).isEqualTo(head);
    }

    @Test
    void theAddressOfTheAnswersIsAsGoodAsThatOfTheService() {
        try (var server = new LocalServer(service::answer)) {
            run(server, "/materials/summary/?chemsys=Si", options("page-size", "200"));

            assertThat(materials()).hasSize(MpAnswers.MATERIALS);
            assertThat(server.asked()).filteredOn(MpAnswers::isPage).hasSize(3);
        }
    }

    @RepeatedTest(4)
    void anImportThatIsCutOffAnywhereGoesOnWithNothingTwiceAndNothingMissing(
            RepetitionInfo repetition) {
        long seed = 300L + repetition.getCurrentRepetition();
        var random = new SplittableRandom(seed);
        var options = options("page-size", "10", "attempts", "1");
        try (var server = new LocalServer(service::answer)) {
            Optional<String> unfinished = Optional.of("");
            for (int run = 0; unfinished.isPresent(); run++) {
                service.brokenAt = run < 10 ? server.asked().size() + 3 + random.nextInt(20) : -1;
                unfinished = run(server, "/", options).unfinished();
            }
            assertThat(materials()).as("seed %d", seed).hasSize(MpAnswers.MATERIALS);
            assertThat(log.records(MaterialRegistered.class).count())
                    .as("seed %d", seed)
                    .isEqualTo(MpAnswers.MATERIALS);
        }
    }

    @Test
    void aNewDatabaseMidwayIsToldAndTheNextImportSetsItRight() {
        try (var server =
                new LocalServer((asked, n) -> {
                    service.version = n > 3 ? "2026_10_01" : "2026_04_13";
                    return service.answer(asked, n);
                })) {
            var report = run(server, "/", options());

            assertThat(report.findings())
                    .anyMatch(finding ->
                            finding.what()
                                            .contains(
                                                    "changed from (2026_04_13) to (2026_10_01) while it"
                                                            + " was read")
                                    && finding.what().contains("Maybe import again."));
        }
    }

    @Test
    void aServerWithoutAHeartbeatIsReadAllTheSame() {
        try (var server =
                new LocalServer((asked, n) ->
                        MpAnswers.isPage(asked)
                                ? service.answer(asked, n)
                                : Answer.of(404, "text/html", "<html>No</html>"))) {
            run(server, "/", options());

            assertThat(materials()).hasSize(MpAnswers.MATERIALS);
            assertThat(log.stated(SourceImported.class).getFirst().sourceVersion()).isEmpty();
        }
    }

    @Test
    void withoutAKeyTheMessageSaysWhereToPutIt() {
        try (var server = new LocalServer(service::answer)) {
            assertThatThrownBy(() -> run(server, "/", options(), Optional.empty()))
                    .isInstanceOf(UnreadableSource.class)
                    .hasMessageContaining("status 401: \"{\"message\":\"No API key found")
                    .hasMessageContaining("Maybe a key is needed: put it into MP_API_KEY");
        }
        assertThat(log.head()).isZero();
    }

    @Test
    void aParameterTheServiceDoesNotKnowIsToldInItsWords() {
        try (var server = new LocalServer(service::answer)) {
            assertThatThrownBy(() -> run(server, "/", options("query", "chemsystem=Si")))
                    .hasMessageContaining("query parameters which cannot be used: chemsystem")
                    .hasMessageContaining("Maybe a parameter of the query is misspelt.");
        }
    }

    @Test
    void pagesAndKeysAreNotSetByTheQuery() {
        try (var server = new LocalServer(service::answer)) {
            assertThatThrownBy(() -> run(server, "/", options("query", "_limit=5")))
                    .hasMessageContaining("(_limit) cannot be set")
                    .hasMessageContaining("Maybe use --limit");
            assertThatThrownBy(() -> run(server, "/", options("query", "api_key=" + KEY)))
                    .hasMessageContaining("MP_API_KEY")
                    .hasMessageNotContaining(KEY);
            assertThatThrownBy(() -> run(server, "/", options("page-size", "5000")))
                    .hasMessageContaining("(5000) is not a number from 1 to 1,000.");
            assertThatThrownBy(() -> run(server, "/", options("since", "yesterday")))
                    .hasMessageContaining("(yesterday) is neither a date nor a time");
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void aQueryForAFileIsRefused() {
        assertThatThrownBy(() ->
                        log.run(
                                new MaterialsProjectImporter(),
                                directory,
                                ImportOptions.DEFAULT.with("query", "chemsys=Si")))
                .hasMessageContaining(
                        "[setting query] It is for the service, but a file is given.");
    }

    @Test
    void onlyWhatWasUpdatedSinceIsAskedFor() {
        try (var server = new LocalServer(service::answer)) {
            run(server, "/", options("since", "2026-01-01", "page-size", "50"));

            // document i is of the day 2025-07-01 plus i, fifteen on one day
            assertThat(materials()).hasSize(MpAnswers.MATERIALS - 195);
            assertThat(server.asked()).filteredOn(MpAnswers::isPage).hasSize(4);
        }
    }

    @Test
    void documentsOfOneBuildComeAllAndOnceThoughTheirTimeIsTheSame() {
        try (var server = new LocalServer(service::answer)) {
            var report = run(server, "/", options("since", "2025-07-01", "page-size", "10"));

            assertThat(report.entries().read()).isEqualTo(MpAnswers.MATERIALS);
            assertThat(report.entries().mapped()).isEqualTo(MpAnswers.MATERIALS);
            assertThat(materials()).hasSize(MpAnswers.MATERIALS);
        }
    }

    @Test
    void aMaterialThatTurnsDeprecatedBecomesACorrection() {
        try (var server = new LocalServer(service::answer)) {
            run(server, "/", options());
            service.deprecated.addAll(Set.of(7, 300));

            var report = run(server, "/", options());

            assertThat(report.entries().read()).isEqualTo(MpAnswers.MATERIALS);
            assertThat(report.records().corrected()).isEqualTo(2);
            assertThat(report.records().retracted()).isZero();
            assertThat(report.findings())
                    .anyMatch(f ->
                            f.what()
                                    .equals(
                                            "The material (mp-1007) is deprecated ([\"regrouped\"])."));
            var live =
                    log.live().stream()
                            .filter(r ->
                                    r.stated() instanceof MaterialRegistered m
                                            && m.material().value().equals("mp-1007"))
                            .toList();
            assertThat(live).hasSize(1);
            assertThat(live.getFirst().draft().body()).isInstanceOf(RecordCorrected.class);
            assertThat(live.getFirst().draft().source().orElseThrow().verbatim())
                    .containsEntry("deprecated", "true");
            assertThat(run(server, "/", options()).run()).isEmpty();
        }
    }

    @Test
    void deprecatedDocumentsAreAskedForOnceAndNotWhereTheQuerySaysWhich() {
        try (var server = new LocalServer(service::answer)) {
            service.deprecated.add(7);
            run(server, "/", options("query", "deprecated=false"));

            assertThat(materials()).hasSize(MpAnswers.MATERIALS - 1);
            run(server, "/", options("query", "chemsys=Si"));
            assertThat(materials()).hasSize(MpAnswers.MATERIALS);
            assertThat(server.asked())
                    .filteredOn(asked -> asked.uri().toString().contains("deprecated=true"))
                    .hasSize(1);
        }
    }

    @Test
    void documentsThatAreCountedAndNotGivenAreTold() {
        try (var server =
                new LocalServer((asked, n) ->
                        MpAnswers.isPage(asked) && !asked.uri().toString().contains("deprecated")
                                ? Answer.json(
                                        "{\"data\": [%s], \"meta\": {\"total_doc\": 5}}"
                                                .formatted(
                                                        asked.uri().toString().contains("_skip")
                                                                ? ""
                                                                : MpAnswers.document(0)))
                                : service.answer(asked, n))) {
            assertThat(run(server, "/", options()).findings())
                    .anyMatch(f ->
                            f.what().equals("The service counts 4 documents more than it gave."));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "thermo, 45, 20, 3",
        "magnetism, 45, 20, 3",
        "provenance, 45, 20, 4",
        "insertion_electrodes, 45, 20, 3",
        "synthesis, 25, 10, 3"
    })
    void eachCollectionIsReadWithWhatItTakes(
            String collection, int documents, int size, int pages) {
        try (var server = new LocalServer(service::answer)) {
            var options = options("collection", collection, "page-size", Integer.toString(size));
            var report = run(server, "/", options);

            assertThat(report.unfinished()).isEmpty();
            assertThat(report.refused()).isEmpty();
            assertThat(report.entries().read()).isEqualTo(documents);
            assertThat(report.entries().mapped()).isEqualTo(documents);
            assertThat(server.asked()).filteredOn(MpAnswers::isPage).hasSize(pages);
            assertThat(
                            run(
                                            server,
                                            "/materials/" + collection + "/",
                                            options("page-size", "10"))
                                    .run())
                    .isEmpty();
        }
    }

    @Test
    void whatACollectionDoesNotTakeIsRefusedBeforeItIsAsked() {
        try (var server = new LocalServer(service::answer)) {
            assertThatThrownBy(() ->
                            run(server, "/", options("collection", "synthesis", "page-size", "11")))
                    .hasMessageContaining("(11) is not a number from 1 to 10.");
            assertThatThrownBy(() ->
                            run(
                                    server,
                                    "/",
                                    options("collection", "provenance", "since", "2026-01-01")))
                    .hasMessageContaining("does not tell which documents of (provenance) are new");
            assertThatThrownBy(() -> run(server, "/", options("collection", "phonon")))
                    .hasMessageContaining("(phonon) is not imported")
                    .hasMessageContaining("insertion_electrodes");
            assertThatThrownBy(() -> run(server, "/materials/phonon/", options()))
                    .hasMessageContaining("(phonon) is not imported");
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void tasksAreOfTheMaterialsThatTheServiceFindsByThem() {
        try (var server = new LocalServer(service::answer)) {
            run(server, "/", options("collection", "tasks"));

            assertThat(log.stated(SimulationPerformed.class))
                    .extracting(simulation -> simulation.subject().material().orElseThrow().value())
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(1_000, 1_010).mapToObj(i -> "mp-" + i).toList());
            assertThat(materials()).hasSize(10).allMatch(id -> !id.startsWith("mp-task"));
        }
    }

    @Test
    void tasksAndMaterialsMayBeAskedForInEitherOrder() {
        try (var server = new LocalServer(service::answer);
                var other = new TestLog(directory.resolve("other"))) {
            run(server, "/", options("collection", "tasks"));
            run(server, "/", options());
            var first = MpMeaning.of(log);

            for (var collection : List.of("summary", "tasks")) {
                run(other, server, "/", options("collection", collection), Optional.of(KEY));
            }
            assertThat(MpMeaning.of(other)).isEqualTo(first);
            assertThat(first).anyMatch(line -> line.contains("lsk:PBE"));
        }
    }

    @Test
    void aLimitEndsTheReading() {
        try (var server = new LocalServer(service::answer)) {
            var report = run(server, "/", options("page-size", "20").withLimit(30));

            assertThat(report.entries().read()).isEqualTo(30);
            assertThat(materials()).hasSize(30);
            assertThat(server.asked()).filteredOn(MpAnswers::isPage).hasSize(2);
        }
    }

    @Test
    void anErrorInAnAnswerThatIsWellOtherwiseEndsTheReading() {
        try (var server =
                new LocalServer((_, _) ->
                        Answer.json(
                                "{\"data\": [], \"errors\": [{\"code\": 1, \"message\":"
                                        + " \"The database is away\"}]}"))) {
            assertThatThrownBy(() -> run(server, "/", options()))
                    .hasMessageContaining("reports an error (The database is away)");
        }
    }

    @Test
    void aDocumentThatIsRefusedNamesItsPageAndTheRestGoesOn() {
        try (var server =
                new LocalServer((asked, _) ->
                        MpAnswers.isPage(asked)
                                ? Answer.json(
                                        "{\"data\": [%s, {\"nsites\": 2}, 7]}"
                                                .formatted(MpAnswers.document(0)))
                                : service.heartbeat())) {
            var report = run(server, "/", options());

            assertThat(materials()).hasSize(1);
            assertThat(report.refused()).hasSize(2);
            assertThat(report.refused().getFirst().place())
                    .startsWith("http://localhost")
                    .endsWith("#/data/1/material_id");
        }
    }

    @Test
    void tasksAreReadByTheTokenOfEachAnswer() {
        try (var server = new LocalServer(service::answer)) {
            run(server, "/materials/tasks/", options("page-size", "4"));

            assertThat(log.stated(SimulationPerformed.class)).hasSize(10);
            assertThat(
                            server.asked().stream()
                                    .filter(asked -> asked.uri().getPath().contains("/tasks/"))
                                    .map(asked ->
                                            QueryText.of(asked.uri())
                                                    .get("_pagination_token")
                                                    .orElse("")))
                    .containsExactly("", "t4", "t8");
        }
    }

    @Test
    void withTasksEachMaterialBringsTheCalculationsItNames() {
        try (var server = new LocalServer(service::answer)) {
            var report = run(server, "/", options("tasks", "true", "page-size", "50"));

            assertThat(report.refused()).isEmpty();
            assertThat(log.stated(SimulationPerformed.class)).hasSize(MpAnswers.MATERIALS);
            var calculations =
                    log.records(SimulationPerformed.class)
                            .map(record -> record.draft().event())
                            .collect(Collectors.toSet());
            assertThat(log.stated(ValuesAsserted.class))
                    .anyMatch(values ->
                            values.computedBy().filter(calculations::contains).isPresent());
        }
    }

    private ImportReport run(LocalServer server, String path, ImportOptions options) {
        return run(server, path, options, Optional.of(KEY));
    }

    private ImportReport run(
            LocalServer server, String path, ImportOptions options, Optional<String> key) {
        return run(log, server, path, options, key);
    }

    private ImportReport run(
            TestLog log,
            LocalServer server,
            String path,
            ImportOptions options,
            Optional<String> key) {
        var context =
                new ImportContext(options, name -> key.filter(_ -> name.equals("MP_API_KEY")))
                        .with(new CheckpointFiles(directory.resolve("checkpoints")))
                        .with(_ -> {}, new SplittableRandom(42));
        return new ImportRun(log.log(), log.intake(), log.files())
                .run(
                        new MaterialsProjectImporter(),
                        new SourceLocation.Online(server.uri(path)),
                        context,
                        ImportProgress.SILENT);
    }

    private static ImportOptions options(String... namesAndValues) {
        var options = ImportOptions.DEFAULT.with("allow-private", "true");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            options = options.with(namesAndValues[i], namesAndValues[i + 1]);
        }
        return options;
    }

    private Set<String> materials() {
        return log.stated(MaterialRegistered.class).stream()
                .map(material -> material.material().value())
                .collect(Collectors.toSet());
    }
}
