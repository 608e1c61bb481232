package dev.lodestone.query.sparql;

import dev.lodestone.ontology.Ontology;
import dev.lodestone.query.Basis;
import dev.lodestone.query.LodestoneException;
import dev.lodestone.query.LodestoneException.Busy;
import dev.lodestone.query.LodestoneException.Fault;
import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.LodestoneException.Unavailable;
import dev.lodestone.query.QueryLimits;
import dev.lodestone.query.sparql.SparqlFormat.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.function.FunctionRegistry;

/// Answers SPARQL. Read only and inside the store; so many questions at a time, each within its
/// limits. Safe for many threads.
public final class SparqlService {
    /// Graphs with such names hold the store's own bookkeeping; nobody asks them.
    private static final String BOOKKEEPING = "urn:lodestone:";

    private final GraphReader reader;
    private final String base;
    private final QueryLimits most;
    private final int atOnce;
    private final Duration patience;
    private final Semaphore places;
    private final FunctionRegistry functions;

    /// @param base what relative IRIs in queries are resolved against, without a trailing slash
    /// @param most what any question may take
    /// @param atOnce how many questions are answered at a time
    /// @param patience how long another one waits for its turn
    public SparqlService(
            GraphReader reader, String base, QueryLimits most, int atOnce, Duration patience) {
        this.reader = reader;
        this.base = base;
        this.most = most;
        this.atOnce = atOnce;
        this.patience = patience;
        this.places = new Semaphore(atOnce, true);
        this.functions = UnitFunctions.registry(Ontology.lodestone());
    }

    private SparqlService(SparqlService like, GraphReader reader) {
        this.reader = reader;
        this.base = like.base;
        this.most = like.most;
        this.atOnce = like.atOnce;
        this.patience = like.patience;
        this.places = like.places;
        this.functions = like.functions;
    }

    /// With the default limits, as many questions at once as there are processors, and two more.
    public SparqlService(GraphReader reader, String base) {
        this(
                reader,
                base,
                QueryLimits.DEFAULT,
                Runtime.getRuntime().availableProcessors() + 2,
                Duration.ofSeconds(5));
    }

    /// The same for another graph. Questions to both take turns.
    public SparqlService on(GraphReader other) {
        return new SparqlService(this, other);
    }

    /// What any question may take.
    public QueryLimits limits() {
        return most;
    }

    /// Answers a question. The reply begins only once the question is known to be well formed and
    /// its turn has come; it may still break off at a limit.
    ///
    /// @throws LodestoneException in the words for whoever asked
    public SparqlOutcome answer(SparqlRequest request, SparqlReply reply) {
        var query = read(request.text());
        var shape = query.isConstructType() || query.isDescribeType() ? Shape.GRAPH : Shape.TABLE;
        if (query.isJsonType()) {
            throw new Incorrect("sparql-syntax", "The JSON form of a query is not offered.");
        }
        var format = request.format().apply(shape);
        var limits = request.limits().within(most);
        takePlace();
        try {
            return reader.read(
                    (graph, basis) -> run(query, request, format, limits, graph, basis, reply));
        } finally {
            places.release();
        }
    }

    private Query read(String text) {
        try {
            var query = QueryText.read(text, base + "/");
            new QueryCheck(functions).check(query);
            return query;
        } catch (StackOverflowError e) {
            throw QueryText.nestedTooDeeply();
        }
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy(
                        "sparql-busy",
                        """
                        %d queries are being answered, and no more are taken at a time.
                        Maybe try again in a moment.\
                        """
                                .formatted(atOnce),
                        Map.of("atOnce", atOnce));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy("interrupted", "The server is closing.", Map.of());
        }
    }

    private SparqlOutcome run(
            Query query,
            SparqlRequest request,
            SparqlFormat format,
            QueryLimits limits,
            DatasetGraph graph,
            Basis basis,
            SparqlReply reply) {
        var asked = chosen(query, request, graph);
        try (var execution = Executions.of(query, asked, functions, limits.time()).build()) {
            var out = new BoundedOutput(() -> reply.begin(basis, format), limits.bytes());
            var written = new AnswerWriter(format, limits.rows()).write(query, execution, out);
            out.finish();
            return new SparqlOutcome(basis, format, written.rows(), written.cut());
        } catch (QueryCancelledException e) {
            throw new Unavailable(
                    "time-limit",
                    """
                    The query was stopped at the limit of %s.
                    Maybe ask for less: a LIMIT, a more selective first pattern, no unbounded path.\
                    """
                            .formatted(words(limits.time())),
                    Map.of("limitSeconds", limits.time().toMillis() / 1000.0));
        } catch (IOException | UncheckedIOException e) {
            throw new Unavailable("reply-lost", "The answer could not be delivered.", Map.of(), e);
        } catch (QueryException e) {
            throw new Incorrect("sparql-query", "The query cannot be run: " + e.getMessage());
        } catch (LodestoneException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new Fault("The query could not be answered.", e);
        }
    }

    /// The graph that FROM or the protocol chooses: named graphs of the store, nothing else.
    private static DatasetGraph chosen(Query query, SparqlRequest request, DatasetGraph graph) {
        var byProtocol = !request.defaultGraphs().isEmpty() || !request.namedGraphs().isEmpty();
        var defaults = byProtocol ? request.defaultGraphs() : List.copyOf(query.getGraphURIs());
        var named = byProtocol ? request.namedGraphs() : List.copyOf(query.getNamedGraphURIs());
        query.getGraphURIs().clear();
        query.getNamedGraphURIs().clear();
        if (defaults.isEmpty() && named.isEmpty()) {
            return graph;
        }
        defaults.forEach(iri -> requireInside(iri, graph));
        named.forEach(iri -> requireInside(iri, graph));
        return DynamicDatasets.dynamicDataset(
                new DatasetDescription(defaults, named), graph, false);
    }

    private static void requireInside(String iri, DatasetGraph graph) {
        Node name = NodeFactory.createURI(iri);
        var special = Quad.isDefaultGraph(name) || Quad.isUnionGraph(name);
        if (!special && (iri.startsWith(BOOKKEEPING) || !graph.containsGraph(name))) {
            throw new Incorrect(
                    "sparql-graph",
                    """
                    The graph (%s) is not in the store, and none is fetched from elsewhere.
                    Maybe leave FROM out: the default graph holds all that is known now.\
                    """
                            .formatted(iri),
                    Map.of("graph", iri));
        }
    }

    private static String words(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
