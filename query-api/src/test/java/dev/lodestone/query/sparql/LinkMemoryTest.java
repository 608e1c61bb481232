package dev.lodestone.query.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Vocabulary;
import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.rdf.Tdb2Graph;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.LogMeaning;
import dev.lodestone.query.Basis;
import dev.lodestone.query.QueryLimits;
import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.testkit.Lab;
import dev.lodestone.testkit.LogGenerator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is remembered is what the graph says.
class LinkMemoryTest {
    private static final int EVENTS = 120;
    private static final Aspect ALL =
            Aspect.of(
                    Vocabulary.RDF_TYPE,
                    Vocabulary.RDFS_LABEL,
                    Vocabulary.CURRENT_STATE,
                    Vocabulary.LIFECYCLE,
                    Vocabulary.FINDING,
                    Vocabulary.RECORD,
                    Vocabulary.PROV_USED,
                    Vocabulary.PROV_WAS_GENERATED_BY,
                    Vocabulary.ON_SAMPLE,
                    Vocabulary.SEQUENCE,
                    Vocabulary.VALUE_SI);
    private static final List<dev.lodestone.ontology.Term> BACK =
            List.of(
                    Vocabulary.ON_SAMPLE,
                    Vocabulary.PROV_USED,
                    Vocabulary.PROV_WAS_GENERATED_BY,
                    Vocabulary.DERIVED_FROM_SAMPLE);

    @TempDir Path directory;
    private Lab lab;
    private Tdb2Graph graph;
    private LogMeaning meaning;

    @BeforeEach
    void open() {
        lab = Lab.in(directory.resolve("log"), 5);
        graph = Tdb2Graph.open(directory.resolve("graph"), Iris.DEFAULT, _ -> {});
        meaning = new LogMeaning(lab.log(), Ontology.lodestone(), Iris.DEFAULT);
    }

    @AfterEach
    void close() {
        graph.close();
        lab.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void afterEveryChangeItSaysWhatTheGraphSays(long seed) {
        new LogGenerator(lab, seed).generate(EVENTS);
        var random = new Random(seed);
        var remembering = new GraphQueries(new Tdb2Reader(graph), QueryLimits.DEFAULT);
        long at = 0;
        while (at < lab.head().value()) {
            long to = Math.min(lab.head().value(), at + 1 + random.nextInt(12));
            follow(at, to);
            at = to;
            if (random.nextInt(8) == 0) {
                graph.rebuild(sink -> meaning.whole(graph.basis().position(), sink), graph.basis());
            }
            assertThat(said(remembering)).isEqualTo(said(forgetful()));
        }
    }

    @Test
    void aReaderOfAnOlderStateNeitherSeesNorKeepsWhatIsNotOfItsOwn() throws Exception {
        new LogGenerator(lab, 4).generate(EVENTS);
        long half = lab.head().value() / 2;
        follow(0, half);
        var reader = new Tdb2Reader(graph);
        var remembering = new GraphQueries(reader, QueryLimits.DEFAULT);
        var before = said(forgetful());
        var old =
                remembering.ask(session -> {
                    var writer = Thread.ofPlatform().start(() -> follow(half, lab.head().value()));
                    join(writer);
                    return said(session);
                });
        assertThat(old).isEqualTo(before);
        assertThat(said(remembering)).isEqualTo(said(forgetful())).isNotEqualTo(before);
    }

    @Test
    void whatWasAskedIsNotReadAgainUntilItChanges() {
        var sample = lab.sample("A");
        var other = lab.sample("B");
        follow(0, lab.head().value());
        var looks = new AtomicLong();
        var counting =
                new GraphQueries(new Counting(new Tdb2Reader(graph), looks), QueryLimits.DEFAULT);
        var iri = Iris.DEFAULT.of(sample);
        ask(counting, iri);
        ask(counting, Iris.DEFAULT.of(other));
        looks.set(0);
        var first = ask(counting, iri);
        assertThat(looks).hasValue(0);

        long at = lab.head().value();
        lab.sinter(dev.lodestone.events.LabTime.UNKNOWN, "850", sample);
        follow(at, lab.head().value());
        ask(counting, Iris.DEFAULT.of(other));
        assertThat(looks).hasValue(0);
        assertThat(ask(counting, iri)).isNotEqualTo(first);
        assertThat(looks.get()).isPositive();
    }

    private static List<String> ask(GraphQueries queries, String iri) {
        return queries.ask(session -> {
            var said = new ArrayList<>(session.things().of(iri, ALL).all(Vocabulary.CURRENT_STATE));
            said.addAll(session.things().to(Vocabulary.ON_SAMPLE, iri));
            return said;
        });
    }

    private void follow(long after, long upTo) {
        graph.apply(
                meaning.delta(new LogPosition(after), new LogPosition(upTo)),
                new GraphBasis(new LogPosition(upTo), meaning.fingerprint()));
    }

    /// Reads the same graph and keeps nothing.
    private GraphQueries forgetful() {
        return new GraphQueries(
                new GraphReader() {
                    @Override
                    public <T> T read(Reading<T> reading) {
                        return graph.read(snapshot ->
                                reading.of(
                                        snapshot.dataset(),
                                        new Basis(snapshot.basis().position())));
                    }
                },
                QueryLimits.DEFAULT);
    }

    private static Map<String, String> said(GraphQueries queries) {
        return queries.ask(LinkMemoryTest::said);
    }

    private static Map<String, String> said(Session session) {
        var said = new TreeMap<String, String>();
        var things = new TreeSet<String>();
        for (var type : List.of(Vocabulary.SAMPLE, Vocabulary.EVENT, Vocabulary.SAMPLE_STATE)) {
            session.holding()
                    .subjects(Vocabulary.RDF_TYPE, type.iri())
                    .forEachRemaining(things::add);
        }
        for (var iri : things) {
            var facts = session.things().of(iri, ALL);
            for (var property : ALL.properties()) {
                said.put(iri + " " + property, facts.all(property).toString());
            }
            for (var property : BACK) {
                said.put(iri + " of " + property, session.things().to(property, iri).toString());
            }
        }
        return said;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Counts how often somebody looks into the graph.
    private record Counting(Tdb2Reader reader, AtomicLong looks) implements GraphReader {
        @Override
        public <T> T read(Reading<T> reading) {
            return reader.read((graph, basis) -> reading.of(counted(graph), basis));
        }

        @Override
        public Things.Remembering remembering(Basis basis) {
            return reader.remembering(basis);
        }

        private DatasetGraph counted(DatasetGraph graph) {
            return new org.apache.jena.sparql.core.DatasetGraphWrapper(graph) {
                @Override
                public java.util.Iterator<Quad> find(Node g, Node s, Node p, Node o) {
                    looks.incrementAndGet();
                    return super.find(g, s, p, o);
                }
            };
        }
    }
}
