package dev.lodestone.query.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lodestone.query.LodestoneException;
import dev.lodestone.query.LodestoneException.Busy;
import dev.lodestone.query.LodestoneException.Forbidden;
import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.LodestoneException.Unavailable;
import dev.lodestone.query.QueryLimits;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparqlServiceTest {
    private static final String BASE = "https://lodestone.local/id";
    private static final MemoryGraph GRAPH =
            MemoryGraph.of(
                    42,
                    """
                    sample:A a ls:Sample ; rdfs:label "A, with a comma" ;
                        lsp:specificDischargeCapacity 738360.0e0 ; ls:derivedFromSample sample:P .
                    sample:P a ls:Sample ; rdfs:label "P" .
                    record:r1 { sample:A rdfs:label "an older A" . }
                    <urn:lodestone:projection> { <urn:x> <urn:y> 42 . }
                    """);
    private final SparqlService service = new SparqlService(GRAPH, BASE);

    @Test
    void theStoresPrefixesNeedNotBeDeclared() {
        assertThat(csv("SELECT ?s WHERE { ?s a ls:Sample ; rdfs:label 'P' }"))
                .isEqualTo("s\r\nhttps://lodestone.local/id/sample/P\r\n");
    }

    @Test
    void aDeclaredPrefixWins() {
        assertThat(csv("PREFIX ls: <urn:other#> SELECT ?s WHERE { ?s a ls:Sample }"))
                .isEqualTo("s\r\n");
    }

    @Test
    void relativeNamesAreThoseOfTheStore() {
        assertThat(csv("SELECT ?l WHERE { <sample/P> rdfs:label ?l }")).isEqualTo("l\r\nP\r\n");
    }

    @Test
    void anAnswerSaysAtWhichPositionItIsTrue() {
        var outcome = answer("ASK { ?s a ls:Sample }", SparqlFormat.JSON, QueryLimits.DEFAULT);
        assertThat(outcome.outcome().basis().position().value()).isEqualTo(42);
        assertThat(outcome.text()).contains("true");
    }

    @Test
    void unitsOfPeopleGoInAndOut() {
        assertThat(
                        csv(
                                """
                                SELECT (lsf:in(?c, unit:MilliA-HR-PER-GM) AS ?mAh) (?c >= lsf:si(205.1, unit:MilliA-HR-PER-GM) AS ?enough)
                                WHERE { ?s lsp:specificDischargeCapacity ?c }
                                """))
                .isEqualTo("mAh,enough\r\n205.1,true\r\n");
        assertThat(csv("SELECT (lsf:si(850, unit:DEG_C) AS ?k) {}")).contains("1123.15");
    }

    @Test
    void whatIsNoUnitStaysUnbound() {
        assertThat(csv("SELECT (lsf:in(1, unit:NoSuchUnit) AS ?x) (lsf:in('a', unit:M) AS ?y) {}"))
                .isEqualTo("x,y\r\n,\r\n");
    }

    @Test
    void theFunctionsOfTheProcessStayAsTheyAre() {
        assertThat(csv("SELECT (lsf:si(1, unit:M) AS ?x) {}")).contains("1.0");
        assertThat(FunctionRegistry.get().isRegistered(UnitFunctions.SI)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <http://127.0.0.1:1/x> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT <http://127.0.0.1:1/x> { ?s ?p ?o } }",
                "SELECT * { SERVICE ?where { ?s ?p ?o } }",
                "SELECT * { { SELECT ?s { OPTIONAL { SERVICE <http://x/> { ?s ?p ?o } } } } }",
                "SELECT * { ?s a ls:Sample FILTER EXISTS { SERVICE <http://x/> { ?s ?p ?o } } }",
                "SELECT * { ?s a ls:Sample FILTER(1 = 1 && NOT EXISTS { { SELECT * { SERVICE <http://x/> { ?s ?p ?o } } } }) }",
                "SELECT (EXISTS { SERVICE <http://x/> { ?s ?p ?o } } AS ?e) {}",
                "SELECT (SUM(IF(EXISTS { SERVICE <http://x/> { ?s ?p ?o } }, 1, 0)) AS ?e) { ?s a ls:Sample }",
                "SELECT ?s { ?s a ls:Sample } GROUP BY ?s HAVING(EXISTS { SERVICE <http://x/> { ?s ?p ?o } })",
                "SELECT ?s { ?s a ls:Sample } ORDER BY (EXISTS { SERVICE <http://x/> { ?s ?p ?o } })",
                "ASK { GRAPH ?g { SERVICE <http://x/> { ?s ?p ?o } } }",
                "CONSTRUCT { ?s ?p ?o } WHERE { ?s a ls:Sample MINUS { SERVICE <http://x/> { ?s ?p ?o } } }",
                "DESCRIBE ?s WHERE { SERVICE <http://x/> { ?s ?p ?o } }",
            })
    void aQueryDoesNotReachAnotherEndpoint(String query) {
        assertThatThrownBy(() -> csv(query))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("SERVICE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (<java:java.lang.Runtime>(1) AS ?x) {}",
                "SELECT * { ?s <java:org.example.Loaded> ?o }",
                "SELECT * { ?s a ls:Sample FILTER EXISTS { ?s <http://jena.apache.org/ARQ/property#concat> ?o } }",
                "SELECT (COUNT(<java:x.Y>(?s)) AS ?x) { ?s a ls:Sample }",
                "SELECT ?s { ?s a ls:Sample } ORDER BY <java:x.Y>(?s)",
                "SELECT ?x { ?s a ls:Sample } GROUP BY (<java:x.Y>(?s) AS ?x)",
                "SELECT (<http://jena.apache.org/ARQ/function#e>() AS ?x) {}",
            })
    void aQueryLoadsNoCode(String query) {
        assertThatThrownBy(() -> csv(query)).isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
                "LOAD <file:///etc/passwd>",
                "# a comment\nPREFIX x: <urn:x> DELETE WHERE { ?s ?p ?o }",
                "DROP ALL",
                "CLEAR DEFAULT",
            })
    void theStoreIsNotChangedBySparql(String update) {
        assertThatThrownBy(() -> csv(update))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("/api/v1/events");
    }

    @Test
    void aGraphFromElsewhereIsNotFetched() {
        assertThatThrownBy(() -> csv("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }"))
                .isInstanceOf(Incorrect.class)
                .hasMessageContaining("not in the store");
        assertThatThrownBy(() -> csv("SELECT * FROM <urn:lodestone:projection> { ?s ?p ?o }"))
                .isInstanceOf(Incorrect.class);
        assertThat(csv("SELECT ?l FROM <record/r1> { ?s rdfs:label ?l }"))
                .isEqualTo("l\r\nan older A\r\n");
        assertThat(csv("SELECT ?l { GRAPH <record/r1> { ?s rdfs:label ?l } }"))
                .contains("an older A");
    }

    @Test
    void aSyntaxErrorSaysWhere() {
        var wrong =
                catchThrowableOfType(
                        Incorrect.class, () -> csv("SELECT ?s WHERE {\n  ?s a ls:Sample ;;; } }"));
        assertThat(wrong.code()).isEqualTo("sparql-syntax");
        assertThat(wrong.values()).containsKeys("line", "column");
        assertThat(wrong.values().get("line")).isEqualTo(2);
        assertThat(wrong).hasMessageContaining("Maybe").hasMessageContaining("line 2");
    }

    @Test
    void anUnknownPrefixIsNamed() {
        assertThatThrownBy(() -> csv("SELECT * { ?s foo:bar ?o }"))
                .isInstanceOf(Incorrect.class)
                .hasMessageContaining("foo:")
                .hasMessageContaining("prov");
    }

    @Test
    void anUnknownFunctionIsNamed() {
        assertThatThrownBy(() -> csv("SELECT (lsf:kelvin(1) AS ?x) {}"))
                .isInstanceOf(Incorrect.class)
                .hasMessageContaining("lsf:kelvin")
                .hasMessageContaining("Maybe lsf:in");
    }

    @Test
    void nothingLeftBeforeAPatternGivesNoRows() {
        assertThat(
                        csv(
                                """
                                SELECT ?s { BIND(STRBEFORE("x", ":") AS ?w) FILTER(?w != "")
                                  ?s a ls:Sample ; rdfs:label ?w }
                                """))
                .isEqualTo("s\r\n");
    }

    @Test
    void rowsBeyondTheLimitAreCutAndThatIsSaid() {
        var answer =
                answer(
                        "SELECT * { ?s a ls:Sample }",
                        SparqlFormat.TABLE,
                        QueryLimits.DEFAULT.withRows(1));
        assertThat(answer.outcome().cut()).isTrue();
        assertThat(answer.outcome().rows()).isEqualTo(1);
        assertThat(answer.text()).contains("1 row, cut at the limit");
    }

    @Test
    void aQueryThatTakesTooLongIsStopped() {
        assertThatThrownBy(() ->
                        answer(
                                """
                                SELECT (COUNT(*) AS ?n) {
                                  VALUES ?a { 1 2 3 4 5 6 7 8 9 10 } VALUES ?b { 1 2 3 4 5 6 7 8 9 10 }
                                  VALUES ?c { 1 2 3 4 5 6 7 8 9 10 } VALUES ?d { 1 2 3 4 5 6 7 8 9 10 }
                                  VALUES ?e { 1 2 3 4 5 6 7 8 9 10 } VALUES ?f { 1 2 3 4 5 6 7 8 9 10 }
                                  VALUES ?g { 1 2 3 4 5 6 7 8 9 10 } VALUES ?h { 1 2 3 4 5 6 7 8 9 10 }
                                  FILTER(?a + ?b + ?c + ?d + ?e + ?f + ?g + ?h > 1000) }
                                """,
                                SparqlFormat.CSV,
                                QueryLimits.DEFAULT.withTime(Duration.ofMillis(200))))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("200 ms");
    }

    @Test
    void aPathThatNeverEndsIsStoppedToo() {
        var clique = new StringBuilder();
        for (var i = 0; i < 200; i++) {
            for (var j = 0; j < 200; j++) {
                clique.append("<urn:n%d> ls:x <urn:n%d> .%n".formatted(i, j));
            }
        }
        var large = new SparqlService(MemoryGraph.of(1, clique.toString()), BASE);
        var query = "SELECT (COUNT(*) AS ?n) { ?a (ls:x|!ls:x)* ?b . ?b (ls:x|!ls:x)* ?c }";
        var began = System.nanoTime();
        assertThatThrownBy(() ->
                        large.answer(
                                new SparqlRequest(
                                        query,
                                        List.of(),
                                        List.of(),
                                        _ -> SparqlFormat.CSV,
                                        QueryLimits.DEFAULT.withTime(Duration.ofMillis(500))),
                                (_, _) -> OutputStream.nullOutputStream()))
                .isInstanceOf(Unavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aQueryNestedTooDeeplyIsRefused() {
        assertThatThrownBy(() -> csv("SELECT * " + "{".repeat(50_000) + "}".repeat(50_000)))
                .isInstanceOf(Incorrect.class)
                .hasMessageContaining("nested too deeply");
    }

    @Test
    void noMoreThanSoManyAreAnsweredAtATime() throws Exception {
        var started = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        GraphReader slow =
                new GraphReader() {
                    @Override
                    public <T> T read(Reading<T> reading) {
                        started.countDown();
                        try {
                            release.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        return GRAPH.read(reading);
                    }
                };
        var one = new SparqlService(slow, BASE, QueryLimits.DEFAULT, 1, Duration.ofMillis(50));
        var request = SparqlRequest.of("ASK {}", SparqlFormat.JSON);
        var first =
                Thread.ofVirtual()
                        .start(() ->
                                one.answer(request, (_, _) -> OutputStream.nullOutputStream()));
        started.await();
        assertThatThrownBy(() -> one.answer(request, (_, _) -> OutputStream.nullOutputStream()))
                .isInstanceOf(Busy.class);
        release.countDown();
        first.join();
    }

    @ParameterizedTest
    @EnumSource(SparqlFormat.class)
    void everyFormIsWritten(SparqlFormat format) {
        var query =
                format.fits(SparqlFormat.Shape.TABLE)
                        ? "SELECT ?s ?l { ?s rdfs:label ?l }"
                        : "CONSTRUCT { ?s rdfs:label ?l } WHERE { ?s rdfs:label ?l }";
        assertThat(answer(query, format, QueryLimits.DEFAULT).text()).contains("A, with a comma");
        if (format.fits(SparqlFormat.Shape.TABLE)) {
            assertThat(answer("ASK {}", format, QueryLimits.DEFAULT).text())
                    .containsAnyOf("true", "yes");
        } else {
            assertThat(answer("DESCRIBE <sample/P>", format, QueryLimits.DEFAULT).outcome().rows())
                    .isEqualTo(2);
        }
    }

    private record Answered(SparqlOutcome outcome, String text) {}

    private Answered answer(String query, SparqlFormat format, QueryLimits limits) {
        var out = new ByteArrayOutputStream();
        var outcome =
                service.answer(
                        new SparqlRequest(query, List.of(), List.of(), _ -> format, limits),
                        (_, _) -> out);
        return new Answered(outcome, out.toString(StandardCharsets.UTF_8));
    }

    private String csv(String query) throws LodestoneException {
        return answer(query, SparqlFormat.CSV, QueryLimits.DEFAULT).text();
    }
}
