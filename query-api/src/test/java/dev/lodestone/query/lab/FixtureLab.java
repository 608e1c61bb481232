package dev.lodestone.query.lab;

import dev.lodestone.events.intake.RecordFile;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.rdf.ReplayedGraph;
import dev.lodestone.projections.rdf.Tdb2Graph;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.LogMeaning;
import dev.lodestone.query.Basis;
import dev.lodestone.query.QueryLimits;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.GraphReader;
import dev.lodestone.query.sparql.Tdb2Reader;
import dev.lodestone.testkit.Lab;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// The events of `fixture-lab.jsonl` in a log and a graph of their own, one a position: a lot P
/// split into A, milled, sintered and cycled after a recipe, and B, whose sintering failed; A and Q
/// mixed to M; one correction, one storage and one destruction recorded late.
public final class FixtureLab implements AutoCloseable {
    /// Of the IRIs.
    public static final String BASE = Iris.DEFAULT.base();

    private final Lab lab;
    private final Path directory;
    private Optional<Tdb2Graph> graph = Optional.empty();
    private long followed = -1;

    public FixtureLab(Path directory) {
        this(Lab.in(directory), directory);
        var file = FixtureLab.class.getResourceAsStream("fixture-lab.jsonl");
        new RecordFile(lab.intake()).record("fixture-lab.jsonl", Objects.requireNonNull(file));
    }

    private FixtureLab(Lab lab, Path directory) {
        this.lab = lab;
        this.directory = directory;
    }

    /// A lab with nothing in it.
    public static FixtureLab empty(Path directory) {
        return new FixtureLab(Lab.in(directory), directory);
    }

    /// Where more can be recorded.
    public Lab lab() {
        return lab;
    }

    /// Records one more event, as JSON.
    public void record(String json) {
        new RecordFile(lab.intake())
                .record("more", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    /// The n-th event's id.
    public static String id(int n) {
        return "0199a000-0000-7000-8000-%012d".formatted(n);
    }

    /// The kept graph, once it has caught up with the log.
    public GraphQueries queries() {
        return new GraphQueries(reader(), QueryLimits.DEFAULT);
    }

    /// The same, to be read.
    public GraphReader reader() {
        var open = graph.orElseGet(() -> Tdb2Graph.open(directory, Iris.DEFAULT, _ -> {}));
        graph = Optional.of(open);
        var head = lab.head();
        if (followed != head.value()) {
            var meaning = meaning();
            open.rebuild(
                    sink -> meaning.whole(head, sink), new GraphBasis(head, meaning.fingerprint()));
            followed = head.value();
        }
        return new Tdb2Reader(open);
    }

    /// The graph as it was at a position.
    public GraphQueries asOf(long position) {
        var replayed = ReplayedGraph.asOf(meaning(), Iris.DEFAULT, new LogPosition(position));
        return new GraphQueries(
                new GraphReader() {
                    @Override
                    public <T> T read(Reading<T> reading) {
                        return replayed.read(
                                snapshot -> reading.of(snapshot.dataset(), Basis.at(position)));
                    }
                },
                QueryLimits.DEFAULT);
    }

    private LogMeaning meaning() {
        return new LogMeaning(lab.log(), Ontology.lodestone(), Iris.DEFAULT);
    }

    @Override
    public void close() {
        graph.ifPresent(Tdb2Graph::close);
        lab.close();
    }
}
