package dev.lodestone.query.sparql;

import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.query.Basis;
import dev.lodestone.query.LodestoneException.Unavailable;
import dev.lodestone.query.QueryLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.function.FunctionRegistry;

/// Asks the canned queries for the use cases. Safe for many threads.
public final class GraphQueries {
    private final GraphReader reader;
    private final QueryLimits limits;
    private final FunctionRegistry functions;
    private final Map<String, Prepared> prepared;

    /// @param limits of each single query
    public GraphQueries(GraphReader reader, QueryLimits limits) {
        this(
                reader,
                limits,
                UnitFunctions.registry(Ontology.lodestone()),
                new ConcurrentHashMap<>());
    }

    private GraphQueries(
            GraphReader reader,
            QueryLimits limits,
            FunctionRegistry functions,
            Map<String, Prepared> prepared) {
        this.reader = reader;
        this.limits = limits;
        this.functions = functions;
        this.prepared = prepared;
    }

    /// The same questions to another graph.
    public GraphQueries on(GraphReader other) {
        return new GraphQueries(other, limits, functions, prepared);
    }

    /// Asks any number of queries of one state of the graph.
    public <T> T ask(Function<Session, T> questions) {
        return reader.read((graph, basis) -> questions.apply(new Session(graph, basis)));
    }

    /// The position the graph has reached.
    public LogPosition position() {
        return reader.read((_, basis) -> basis.position());
    }

    private record Prepared(CannedQuery canned, Query query) {}

    private Prepared prepared(String name) {
        return prepared.computeIfAbsent(
                name,
                wanted -> {
                    var canned = CannedQuery.named(wanted);
                    return new Prepared(
                            canned, QueryText.read(canned.text(), "urn:lodestone:query/"));
                });
    }

    /// One state of the graph. Not to be kept.
    public final class Session {
        private final DatasetGraph graph;
        private final Basis basis;

        private Session(DatasetGraph graph, Basis basis) {
            this.graph = graph;
            this.basis = basis;
        }

        /// The position of this state.
        public Basis basis() {
            return basis;
        }

        /// Single statements of this state, those included that hold no longer.
        public GraphLinks links() {
            return GraphLinks.everywhere(graph);
        }

        /// Single statements that hold in this state.
        public GraphLinks holding() {
            return GraphLinks.holding(graph);
        }

        /// What holds of single things.
        public Things things() {
            return Things.holding(graph, reader.remembering(basis));
        }

        /// What a record that holds no longer said of single things.
        public Things shelved(String record) {
            return Things.shelved(graph, record);
        }

        /// The rows of the query `queries/<name>.rq`.
        ///
        /// @param parameters one for each that the query's header names
        public List<Row> rows(String name, Map<String, Parameter> parameters) {
            var asked = prepared(name);
            if (!parameters.keySet().equals(java.util.Set.copyOf(asked.canned.parameters()))) {
                throw new IllegalArgumentException(
                        "The query (%s) takes %s, not %s."
                                .formatted(name, asked.canned.parameters(), parameters.keySet()));
            }
            return run(name, asked.query, parameters);
        }

        private List<Row> run(String name, Query query, Map<String, Parameter> parameters) {
            var builder = Executions.of(query, graph, functions, limits.time());
            parameters.forEach(
                    (variable, value) -> builder.substitution(Var.alloc(variable), node(value)));
            var rows = new ArrayList<Row>();
            try (var execution = builder.build()) {
                var found = execution.select();
                while (found.hasNext()) {
                    var binding = found.next();
                    var cells = new HashMap<String, String>();
                    binding.forEach((variable, node) ->
                            cells.put(variable.getVarName(), GraphLinks.text(node)));
                    rows.add(new Row(cells));
                    if (rows.size() > limits.rows()) {
                        throw new Unavailable(
                                "row-limit",
                                "The question (%s) has more than %d rows."
                                        .formatted(name, limits.rows()),
                                Map.of("limitRows", limits.rows()));
                    }
                }
            } catch (QueryCancelledException e) {
                throw new Unavailable(
                        "time-limit",
                        "The question (%s) was stopped at the limit of %d s."
                                .formatted(name, limits.time().toSeconds()),
                        Map.of("limitSeconds", limits.time().toSeconds()));
            }
            return rows;
        }
    }

    private static Node node(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Iri(var iri) -> NodeFactory.createURI(iri);
            case Parameter.Text(var text) -> NodeFactory.createLiteralString(text);
            case Parameter.Real(var number) ->
                    NodeFactory.createLiteralDT(xsdDouble(number), XSDDatatype.XSDdouble);
            case Parameter.Whole(var whole) ->
                    NodeFactory.createLiteralDT(Long.toString(whole), XSDDatatype.XSDinteger);
        };
    }

    private static String xsdDouble(double number) {
        if (Double.isInfinite(number)) {
            return number > 0 ? "INF" : "-INF";
        }
        return Double.toString(number);
    }
}
