package dev.lodestone.importers.nomad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.ThingEvent.AgentRegistered;
import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.ImportProgress;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.ImportRun;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.importers.TestLog;
import dev.lodestone.importers.http.LocalServer;
import dev.lodestone.importers.http.LocalServer.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A service whose archives name authors by their accounts alone, and that tells their names.
class NomadAuthorsTest {
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
    void theNamesOfAuthorsAreAskedForOnce() {
        try (var server = new LocalServer((asked, _) -> answer(asked.uri().getPath(), true))) {
            var report = run(server);

            assertThat(report.refused()).isEmpty();
            assertThat(server.asked()).hasSize(2);
            assertThat(server.asked().getLast().uri().getQuery())
                    .isEqualTo("user_id=u-1&user_id=u 2&user_id=u-3");
            assertThat(log.each(AgentRegistered.class).map(AgentRegistered::name))
                    .containsExactlyInAnyOrder("Ada Byron", "Emmy Noether", "NOMAD account u-3");
            assertThat(log.all().toString()).doesNotContain("example.org");
            long head = log.head();
            run(server);
            assertThat(log.head()).isEqualTo(head);
        }
    }

    @Test
    void aServiceThatTellsNoNamesIsImportedAllTheSame() {
        try (var server = new LocalServer((asked, _) -> answer(asked.uri().getPath(), false))) {
            var report = run(server);

            assertThat(log.stated(SampleRegistered.class)).hasSize(2);
            assertThat(report.findings())
                    .anyMatch(f -> f.what().startsWith("The names of authors cannot be had: "))
                    .anyMatch(f -> f.what().startsWith("Of 2 of its authors only the account"));
        }
    }

    private ImportReport run(LocalServer server) {
        return new ImportRun(log.log(), log.intake(), log.files())
                .run(
                        new NomadImporter(),
                        new SourceLocation.Online(server.uri("/api/v1")),
                        ImportContext.of(
                                ImportOptions.DEFAULT
                                        .with("allow-private", "true")
                                        .with("attempts", "1")),
                        ImportProgress.SILENT);
    }

    private static Answer answer(String path, boolean telling) {
        if (!path.endsWith("/users")) {
            return Answer.json(
                    """
                    {"owner":"public","pagination":{"total":2},"data":[
                      {"entry_id":"a","upload_id":"u","archive":{"metadata":{"main_author":"u-1","coauthors":["u 2"]},
                       "data":{"m_def":"nomad.datamodel.metainfo.basesections.CompositeSystem","lab_id":"1"}}},
                      {"entry_id":"b","upload_id":"u","archive":{"metadata":{"main_author":"u-1","coauthors":["u-3"]},
                       "data":{"m_def":"nomad.datamodel.metainfo.basesections.CompositeSystem","lab_id":"2"}}}]}
                    """);
        }
        return telling
                ? Answer.json(
                        """
                        {"data":[{"user_id":"u-1","name":"Ada Byron","email":"ada@example.org"},
                                 {"user_id":"u 2","name":"Emmy Noether"},
                                 {"user_id":"u-3","name":"someone@example.org"}]}
                        """)
                : Answer.of(503, "text/plain", "no");
    }
}
