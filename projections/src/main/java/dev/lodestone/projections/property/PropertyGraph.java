package dev.lodestone.projections.property;

import dev.lodestone.events.RecordId;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.GraphUnavailable;
import dev.lodestone.projections.KeptGraph;
import dev.lodestone.projections.translate.GraphDelta;
import dev.lodestone.projections.translate.Node.Resource;
import dev.lodestone.projections.translate.Statement;
import dev.lodestone.projections.translate.StatementSink;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/// The log as a property graph, in a Neo4j server that people run themselves.
///
/// Every thing is a node with the label `Resource` and a unique `uri`; {@link GraphSpelling} has
/// the words. How far the graph is stands in the one node `(:ProjectionPosition {name:
/// 'lodestone'})`, written in the transaction that writes the data. Nodes without either label are
/// left alone.
///
/// Neo4j's community edition has one database, so a rebuild cannot be hidden: it empties the graph
/// and fills it again in batches, while the position's node has `rebuilding: true`. Records that
/// are not live have no counterpart here.
public final class PropertyGraph implements KeptGraph {
    private static final String UNFINISHED = "a rebuild that was not finished";
    private static final int REBUILD_BATCH = 20_000;
    private static final int DELETE_BATCH = 10_000;
    private static final List<String> SCHEMA =
            List.of(
                    "CREATE CONSTRAINT lodestone_uri IF NOT EXISTS"
                            + " FOR (n:Resource) REQUIRE n.uri IS UNIQUE",
                    "CREATE CONSTRAINT lodestone_position IF NOT EXISTS"
                            + " FOR (p:ProjectionPosition) REQUIRE p.name IS UNIQUE",
                    "CREATE INDEX lodestone_datum IF NOT EXISTS"
                            + " FOR (d:Datum) ON (d.property, d.valueSI)",
                    "CREATE INDEX lodestone_event IF NOT EXISTS FOR (e:Event) ON (e.kind, e.start)",
                    "CREATE INDEX lodestone_sample IF NOT EXISTS FOR (s:Sample) ON (s.label)",
                    "CALL db.awaitIndexes(300)");

    private final Driver driver;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile boolean prepared;

    private PropertyGraph(Driver driver) {
        this.driver = driver;
    }

    /// The graph in a server, which need not be there yet: it is reached when something is asked of
    /// it.
    ///
    /// @param uri such as `bolt://localhost:7687`
    public static PropertyGraph at(String uri, AuthToken login) {
        return new PropertyGraph(GraphDatabase.driver(uri, login));
    }

    @Override
    public String name() {
        return "neo4j";
    }

    @Override
    public GraphBasis basis() {
        return reading(PropertyGraph::basis);
    }

    private static GraphBasis basis(TransactionContext tx) {
        var found =
                tx.run(
                                "MATCH (p:ProjectionPosition {name: 'lodestone'})"
                                        + " RETURN p.position, p.fingerprint, p.rebuilding")
                        .list();
        if (found.isEmpty()) {
            return GraphBasis.EMPTY;
        }
        var row = found.getFirst();
        return row.get(2).asBoolean()
                ? new GraphBasis(LogPosition.START, UNFINISHED)
                : new GraphBasis(new LogPosition(row.get(0).asLong()), row.get(1).asString());
    }

    private static void setBasis(TransactionContext tx, GraphBasis basis, boolean rebuilding) {
        tx.run(
                        "MERGE (p:ProjectionPosition {name: 'lodestone'})"
                                + " SET p.position = $position, p.fingerprint = $fingerprint,"
                                + " p.rebuilding = $rebuilding",
                        Map.of(
                                "position",
                                basis.position().value(),
                                "fingerprint",
                                basis.fingerprint(),
                                "rebuilding",
                                rebuilding))
                .consume();
    }

    @Override
    public void apply(GraphDelta delta, GraphBasis reached) {
        writing(tx -> {
            GraphBasis before = basis(tx);
            if (before.position().isAfter(reached.position())) {
                throw new IllegalArgumentException(
                        "The Neo4j graph is at position %s and cannot go back to %s."
                                .formatted(before.position(), reached.position()));
            }
            new Change(delta.removed(), delta.added()).applyTo(tx);
            setBasis(tx, reached, false);
        });
    }

    @Override
    public void rebuild(Consumer<StatementSink> whole, GraphBasis reached) {
        writing(tx -> setBasis(tx, GraphBasis.EMPTY, true));
        empty();
        var filling = new Filling();
        whole.accept(filling);
        filling.flush();
        writing(tx -> setBasis(tx, reached, false));
    }

    private void empty() {
        long[] deleted = {DELETE_BATCH};
        while (deleted[0] > 0) {
            writing(tx ->
                    deleted[0] =
                            tx.run(
                                            "MATCH (n:Resource) WITH n LIMIT $most"
                                                    + " DETACH DELETE n RETURN count(*)",
                                            Map.of("most", DELETE_BATCH))
                                    .single()
                                    .get(0)
                                    .asLong());
        }
    }

    @Override
    public GraphBasis contents(StatementSink sink) {
        return reading(tx -> {
            tx.run("MATCH (n:Resource) RETURN labels(n), properties(n)")
                    .forEachRemaining(
                            row -> ResourceRows.node(row.get(0), row.get(1)).tell(sink::statement));
            tx.run("MATCH (a:Resource)-[r]->(b:Resource) RETURN a.uri, type(r), b.uri")
                    .forEachRemaining(row ->
                            sink.statement(
                                    told(
                                            row.get(0).asString(),
                                            row.get(1).asString(),
                                            row.get(2).asString())));
            return basis(tx);
        });
    }

    private static Statement told(String from, String type, String to) {
        var predicate = GraphSpelling.predicate(type);
        return predicate.forward()
                ? new Statement(from, predicate.iri(), new Resource(to))
                : new Statement(to, predicate.iri(), new Resource(from));
    }

    /// Asks the graph in one read transaction, together with how far it is.
    ///
    /// @throws GraphUnavailable if the server cannot be reached
    public <T> T reading(Function<TransactionContext, T> question) {
        return reaching(() -> {
            try (var session = driver.session()) {
                return session.executeRead(tx -> question.apply(tx));
            }
        });
    }

    private void writing(Consumer<TransactionContext> change) {
        writing.lock();
        try {
            reaching(() -> {
                try (var session = driver.session()) {
                    if (!prepared) {
                        SCHEMA.forEach(statement -> session.run(statement).consume());
                        prepared = true;
                    }
                    session.executeWriteWithoutResult(tx -> change.accept(tx));
                }
                return prepared;
            });
        } finally {
            writing.unlock();
        }
    }

    private static <T> T reaching(Supplier<T> work) {
        try {
            return work.get();
        } catch (Neo4jException e) {
            if (e instanceof RetryableException
                    || e instanceof ServiceUnavailableException
                    || e instanceof AuthenticationException) {
                throw new GraphUnavailable("Neo4j: " + e.getMessage(), e);
            }
            throw e;
        }
    }

    @Override
    public void close() {
        driver.close();
    }

    /// Takes the statements of a rebuild and writes them batch by batch.
    private final class Filling implements StatementSink {
        private final Set<Statement> batch = new HashSet<>();

        @Override
        public void statement(Statement statement) {
            batch.add(statement);
            if (batch.size() >= REBUILD_BATCH) {
                flush();
            }
        }

        @Override
        public void shelved(RecordId record, Statement statement) {
            // What holds no longer is the RDF graph's to show.
        }

        void flush() {
            var full = new ArrayList<>(batch);
            batch.clear();
            writing(tx -> new Change(Set.of(), full).applyTo(tx));
        }
    }
}
