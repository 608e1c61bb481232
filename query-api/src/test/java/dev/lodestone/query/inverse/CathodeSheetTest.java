package dev.lodestone.query.inverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lodestone.events.Draft;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.rdf.Tdb2Graph;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.LogMeaning;
import dev.lodestone.query.QueryLimits;
import dev.lodestone.query.history.SampleHistory;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.SparqlFormat;
import dev.lodestone.query.sparql.SparqlRequest;
import dev.lodestone.query.sparql.SparqlService;
import dev.lodestone.query.sparql.Tdb2Reader;
import dev.lodestone.testkit.Lab;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The sheet of NCM cathodes that the demo records, asked as its readers ask it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CathodeSheetTest {
    private static final Path SHEET =
            Path.of("../app/src/main/resources/dev/lodestone/app/demo/ncm-cathode.jsonl");
    private static final InverseQuery QUESTION =
            InverseQuery.parse(
                    List.of("specificDischargeCapacity>=200 mAh/g"),
                    List.of("sinteringTemperature<900 °C"));

    private Lab lab;
    private Tdb2Graph graph;

    @BeforeAll
    void record(@TempDir Path directory) throws Exception {
        assumeTrue(Files.exists(SHEET), "the demo's sheet is not here");
        lab = Lab.in(directory.resolve("log"));
        List<Draft> drafts =
                Files.readAllLines(SHEET).stream()
                        .filter(line -> !line.isBlank())
                        .map(line -> EventCodec.read(EventCodec.tree(line), lab.intake()::newId))
                        .toList();
        lab.intake().record(drafts);
        var iris = Iris.DEFAULT;
        graph = Tdb2Graph.open(directory.resolve("graph"), iris, _ -> {});
        var meaning = new LogMeaning(lab.log(), Ontology.lodestone(), iris);
        LogPosition head = lab.log().head();
        graph.rebuild(
                sink -> meaning.whole(head, sink), new GraphBasis(head, meaning.fingerprint()));
    }

    @AfterAll
    void close() {
        if (graph != null) {
            graph.close();
            lab.close();
        }
    }

    @Test
    void theQuestionOfTheSheetHasTheKnownAnswer() {
        var answer = new InverseDesign(queries()).ask(QUESTION);
        assertThat(answer.measurements()).isEqualTo(104);
        assertThat(answer.samples()).isEqualTo(56);
        assertThat(answer.flagged()).isEqualTo(1);
        assertThat(answer.hits())
                .allSatisfy(hit -> assertThat(hit.because()).isNotEmpty())
                .allSatisfy(hit -> assertThat(hit.measured().getFirst().source()).isPresent());
    }

    @Test
    void theSameQuestionInSparqlFindsTheSameMeasurements() {
        var found = new HashSet<String>();
        queries()
                .ask(session -> session.rows("high-capacity-sintered-cool", java.util.Map.of()))
                .forEach(row -> found.add(row.get("measurement")));
        var proved = new HashSet<String>();
        new InverseDesign(queries())
                .ask(QUESTION)
                .hits()
                .forEach(hit -> proved.add(hit.measured().getFirst().event()));
        assertThat(found).isEqualTo(proved);
    }

    @Test
    void everyQueryForReadersFindsSomethingOrSaysNothing() {
        var service = new SparqlService(new Tdb2Reader(graph), Iris.DEFAULT_BASE);
        for (var name : List.of("composition-capacity", "particle-size-range", "dark-data")) {
            var out = new ByteArrayOutputStream();
            var text = dev.lodestone.query.sparql.CannedQuery.named(name).text();
            service.answer(SparqlRequest.of(text, SparqlFormat.CSV), (_, _) -> out);
            var rows = out.toString(StandardCharsets.UTF_8).lines().count() - 1;
            assertThat(rows > 0).as(name).isEqualTo(!name.equals("dark-data"));
        }
    }

    @Test
    void theHistoryOfASampleNamesRowsOfTheSheet() {
        var hit = new InverseDesign(queries()).ask(QUESTION).hits().getFirst();
        var text = new SampleHistory(queries(), Iris.DEFAULT_BASE).of(hit.sample()).text();
        assertThat(text).contains("sintering temperature").contains("row ").contains("unverified");
    }

    private GraphQueries queries() {
        return new GraphQueries(new Tdb2Reader(graph), QueryLimits.DEFAULT);
    }
}
