package dev.lodestone.importers.nomad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.AgentId;
import dev.lodestone.events.AgentType;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SourceRef;
import dev.lodestone.events.ThingEvent.AgentRegistered;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.TestLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may see what is imported of NOMAD, whom its licence asks to be named, and who is not named.
class NomadTermsTest {
    private static final ImportOptions RESTRICTED = ImportOptions.DEFAULT.withRestricted();

    @TempDir private Path directory;
    private TestLog log;

    @BeforeEach
    void open() {
        log = new TestLog(directory.resolve("log"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void anEntryThatIsNotPublishedIsRefusedAndSaysHowItIsHad() throws IOException {
        var report = run(answers("", unpublished("a"), published("b", "")));

        assertThat(report.refused())
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.problem()).isEqualTo("The entry (a) is not published.");
                    assertThat(refusal.place()).endsWith("/metadata/published");
                    assertThat(refusal.toString()).contains("import with --restricted");
                });
        assertThat(log.stated(SampleRegistered.class)).hasSize(1);
    }

    @Test
    void whatIsNotPublishedIsSeenByNobodyWithoutItsLabelAndIsUnderNoLicence() throws IOException {
        run(answers("", unpublished("a"), published("b", "")), RESTRICTED);

        var hidden = log.all().stream().filter(r -> of(r, "a")).toList();
        assertThat(hidden)
                .isNotEmpty()
                .allMatch(r -> r.draft().access().equals("unpublished"))
                .allMatch(r -> source(r).licence().orElse("").equals("none: not published"));
        assertThat(log.all().stream().filter(r -> of(r, "b")))
                .isNotEmpty()
                .allMatch(r -> r.draft().access().equals("public"))
                .allMatch(r -> source(r).licence().orElse("").equals("CC BY 4.0"));
        assertThat(log.records(AgentRegistered.class).map(r -> r.draft().access()))
                .containsExactlyInAnyOrder("unpublished", "public");
    }

    @Test
    void anEntryThatIsPublishedLaterIsThenSeenByAll() throws IOException {
        run(answers("", unpublished("a")), RESTRICTED);

        run(answers("", published("a", "")), RESTRICTED);

        assertThat(log.live())
                .filteredOn(r -> r.stated() instanceof SampleRegistered)
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.draft().body()).isInstanceOf(RecordCorrected.class);
                    assertThat(r.draft().access()).isEqualTo("public");
                    assertThat(source(r).licence()).contains("CC BY 4.0");
                });
    }

    @Test
    void theAuthorsOfAnEntryAreNamedWithEachOfItsRecordsAndDidNotDoWhatItTells()
            throws IOException {
        run(
                answers(
                        """
                        {"owner":"public","pagination":{},"data":[{"entry_id":"x","upload_id":"u","published":true,
                          "authors":[{"user_id":"u-1","name":"Ada Byron"}]}]}
                        """,
                        """
                        {"entry_id":"s","upload_id":"u","archive":{"metadata":{"published":true,
                          "main_author":"u-1","coauthors":["u-2",
                            {"first_name":"Emmy","last_name":"Noether","email":"emmy@example.org","affiliation":"G"}]},
                         "data":{"m_def":"nomad.datamodel.metainfo.basesections.CompositeSystem","lab_id":"7"}}}
                        """,
                        """
                        {"entry_id":"p","upload_id":"u","archive":{"metadata":{"published":true,"main_author":"u-2"},
                         "data":{"m_def":"nomad.datamodel.metainfo.basesections.Process","method":"sintering",
                           "samples":[{"reference":"../upload/archive/s#/data"}]}}}
                        """));

        var names =
                log.each(AgentRegistered.class)
                        .collect(Collectors.toMap(AgentRegistered::agent, AgentRegistered::name));
        assertThat(names)
                .containsValues("Ada Byron", "NOMAD account u-2", "Emmy Noether")
                .hasSize(3);
        assertThat(log.each(AgentRegistered.class))
                .allMatch(agent -> agent.agentType() == AgentType.PERSON);
        var sample = log.records(SampleRegistered.class).findFirst().orElseThrow();
        assertThat(credited(sample, names))
                .containsExactly("Ada Byron", "NOMAD account u-2", "Emmy Noether");
        var process = log.records(SampleProcessed.class).findFirst().orElseThrow();
        assertThat(credited(process, names)).containsExactly("NOMAD account u-2");
        assertThat(process.stated().occurrence().agents()).isEmpty();
        assertThat(log.all().toString())
                .doesNotContain("example.org")
                .doesNotContain("affiliation");
    }

    @Test
    void anAuthorMoreIsAChange() throws IOException {
        run(answers("", published("a", "\"u-1\"")));
        assertThat(run(answers("", published("a", "\"u-1\""))).records().written()).isZero();

        run(answers("", published("a", "\"u-1\", \"u-2\"")));

        assertThat(log.live())
                .filteredOn(r -> r.stated() instanceof SampleRegistered)
                .singleElement()
                .satisfies(r -> assertThat(source(r).credit()).hasSize(3));
    }

    @Test
    void theNameOfAnAccountIsKeptWhereAnotherAnswerDoesNotGiveIt() throws IOException {
        run(answers("", published("a", "{\"user_id\":\"u-1\",\"name\":\"Ada Byron\"}")));

        var report = run(answers("", published("a", "\"u-1\"")));

        assertThat(report.records().written()).isZero();
        assertThat(report.findings())
                .anyMatch(
                        f -> f.what().startsWith("Of 2 of its authors only the account is known"));
        assertThat(log.stated(AgentRegistered.class)).anyMatch(a -> a.name().equals("Ada Byron"));
    }

    @Test
    void peopleOfTheLaboratoryAreNotNamedHoweverDeepTheyStand() throws IOException {
        var upload = Files.createDirectory(directory.resolve("people"));
        Files.writeString(
                upload.resolve("s.archive.json"),
                """
                {"data":{"m_def":"nomad.datamodel.metainfo.basesections.CompositeSystem","lab_id":"7",
                  "description":"Ask grace@example.org or anneal@500C, then 850@2.5h. Or max@lab.example.org.",
                  "steps":[{"name":"mix","operator":"Grace Hopper"},
                           {"parts":[{"experimenters":["Lise Meitner"]}]}],
                  "made_by":{"contact":{"name":"Max Born"}},
                  "cell":{"contact":{"material":"Au"}}}}\
                """);

        var report = run(upload);

        assertThat(log.all().toString())
                .doesNotContain("Hopper")
                .doesNotContain("Meitner")
                .doesNotContain("Born")
                .doesNotContain("grace@")
                .contains("Au");
        assertThat(verbatim().get("data.description"))
                .isEqualTo(
                        "Ask (e-mail address left out) or anneal@500C, then 850@2.5h. Or (e-mail address left out).");
        assertThat(report.dropped())
                .extracting(ImportReport.Dropped::field)
                .contains("data.description", "data.steps.[].operator");
        assertThat(report.findings())
                .anyMatch(f -> f.what().equals("An e-mail address is left out of the text."));
    }

    private Map<String, String> verbatim() {
        return source(log.records(SampleRegistered.class).findFirst().orElseThrow()).verbatim();
    }

    private ImportReport run(Path path) {
        return run(path, ImportOptions.DEFAULT);
    }

    private ImportReport run(Path path, ImportOptions options) {
        return log.run(new NomadImporter(), path, options);
    }

    private static List<String> credited(RecordedEvent record, Map<AgentId, String> names) {
        return source(record).credit().stream().map(names::get).toList();
    }

    private static boolean of(RecordedEvent record, String entry) {
        return record.draft()
                .source()
                .flatMap(SourceRef::key)
                .filter(key -> key.startsWith(entry + "#"))
                .isPresent();
    }

    private static SourceRef source(RecordedEvent record) {
        return record.draft().source().orElseThrow();
    }

    private static String unpublished(String id) {
        return sample(id, false, "");
    }

    private static String published(String id, String coauthors) {
        return sample(id, true, coauthors);
    }

    private static String sample(String id, boolean published, String coauthors) {
        return """
        {"entry_id":"%s","upload_id":"u","archive":{"metadata":{"published":%s,"with_embargo":false,
          "license":"CC BY 4.0","main_author":"main","coauthors":[%s]},
         "data":{"m_def":"nomad.datamodel.metainfo.basesections.CompositeSystem","lab_id":"%s"}}}
        """
                .formatted(id, published, coauthors, id);
    }

    /// A file of archives, with search hits beside it if there are any.
    private Path answers(String hits, String... archives) throws IOException {
        var path = Files.createTempDirectory(directory, "answers");
        if (!hits.isEmpty()) {
            Files.writeString(path.resolve("hits.json"), hits);
        }
        Files.writeString(
                path.resolve("archives.json"),
                "{\"owner\":\"visible\",\"pagination\":{},\"data\":[%s]}"
                        .formatted(String.join(",", archives)));
        return path;
    }
}
