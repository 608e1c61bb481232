package dev.lodestone.query.learning;

import dev.lodestone.events.CellRef;
import dev.lodestone.events.CellRole;
import dev.lodestone.events.Draft;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen.Column;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen.Row;
import dev.lodestone.events.SampleId;
import dev.lodestone.ontology.Term;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.query.sparql.CannedQuery;
import dev.lodestone.query.sparql.GraphQueries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// A selection in SPARQL, kept as `queries/<name>.rq` and asked of one state of the graph. Its
/// header has a line `# Column Feature lsp:name` for each cell of a row, and one for the `Target`.
/// The query gives, for each `?target` datum of a `?sample`, the `?cell` that may stand for a
/// `?property`, and its `?nearness`: the nearest one is taken. A target that lacks a column, or has
/// several cells equally near, gets no row.
public final class SparqlSelection implements Selection {
    /// Capacity of cathodes from composition, particle sizes, sintering and cycling conditions.
    public static final String CATHODE_CAPACITY = "learning/cathode-capacity";

    /// The same without the primary particle size, and without any imputed value.
    public static final String CATHODE_CAPACITY_WITHOUT_IMPUTED =
            "learning/cathode-capacity-without-imputed";

    private static final Pattern COLUMN = Pattern.compile("# Column (Feature|Target) (\\S+)");

    private final GraphQueries graph;
    private final Iris iris;
    private final Supplier<String> translation;
    private final CannedQuery query;
    private final List<Column> columns;

    /// @param translation gives the fingerprint of the translation that makes the graph
    /// @param name of the query
    public SparqlSelection(
            GraphQueries graph, Iris iris, Supplier<String> translation, String name) {
        this.graph = graph;
        this.iris = iris;
        this.translation = translation;
        this.query = CannedQuery.named(name);
        this.columns = columns(query);
    }

    private static List<Column> columns(CannedQuery query) {
        var columns =
                COLUMN.matcher(query.text())
                        .results()
                        .map(line ->
                                new Column(
                                        Term.of(line.group(2)),
                                        line.group(1).equals("Target")
                                                ? CellRole.TARGET
                                                : CellRole.FEATURE))
                        .toList();
        if (columns.stream().filter(column -> column.role() == CellRole.TARGET).count() != 1) {
            throw new IllegalArgumentException(
                    "The selection (%s) needs one target column.".formatted(query.name()));
        }
        return columns;
    }

    @Override
    public Selected select() {
        // Before the question: questions to one graph are not nested.
        var fingerprint = translation.get();
        return graph.ask(session -> {
            var targets = new TreeMap<String, Candidates>();
            for (var answer : session.rows(query.name(), Map.of())) {
                targets.computeIfAbsent(answer.get("target"), Candidates::new).add(answer);
            }
            var rows = new ArrayList<Row>();
            var leftOut = new ArrayList<LeftOut>();
            for (var candidates : targets.values()) {
                var why = candidates.problem();
                if (why.isEmpty()) {
                    rows.add(candidates.row());
                } else {
                    leftOut.add(new LeftOut(after("/datum/", candidates.target), why));
                }
            }
            // Stable, and the targets came in the order of their ids.
            rows.sort(Comparator.comparing(row -> row.sample().value()));
            return new Selected(
                    query.text(),
                    session.basis().position(),
                    fingerprint,
                    Draft.PUBLIC,
                    columns,
                    rows,
                    leftOut);
        });
    }

    private String after(String folder, String iri) {
        var prefix = iris.base() + folder;
        if (!iri.startsWith(prefix)) {
            throw new IllegalArgumentException(
                    "The selection (%s) gave (%s), which does not begin with (%s)."
                            .formatted(query.name(), iri, prefix));
        }
        return iri.substring(prefix.length());
    }

    /// The cells that may stand for the columns of one target.
    private final class Candidates {
        private final String target;
        private final TreeSet<String> samples = new TreeSet<>();
        private final Map<Term, TreeMap<Long, TreeSet<String>>> cells = new TreeMap<>();

        Candidates(String target) {
            this.target = target;
        }

        void add(dev.lodestone.query.sparql.Row answer) {
            samples.add(answer.get("sample"));
            cells.computeIfAbsent(Term.of(answer.get("property")), _ -> new TreeMap<>())
                    .computeIfAbsent(answer.whole("nearness").orElse(0), _ -> new TreeSet<>())
                    .add(answer.get("cell"));
        }

        /// The nearest cells of a column.
        private SortedSet<String> nearest(Column column) {
            if (column.role() == CellRole.TARGET) {
                return new TreeSet<>(List.of(target));
            }
            var all = cells.getOrDefault(column.property(), new TreeMap<>());
            return all.isEmpty() ? new TreeSet<>() : all.firstEntry().getValue();
        }

        String problem() {
            if (samples.size() > 1) {
                return "it is of %d samples".formatted(samples.size());
            }
            for (var column : columns) {
                int count = nearest(column).size();
                if (count == 0) {
                    return "no " + column.property().localName();
                } else if (count > 1) {
                    return "%d values of %s".formatted(count, column.property().localName());
                }
            }
            return "";
        }

        Row row() {
            return new Row(
                    new SampleId(after("/sample/", samples.first())),
                    columns.stream()
                            .map(column -> nearest(column).first())
                            .map(iri -> CellRef.of(after("/datum/", iri)))
                            .toList());
        }
    }
}
