package dev.lodestone.projections.rdf;

import dev.lodestone.events.RecordId;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.ShapeReport;
import dev.lodestone.ontology.internal.ShaclCheck;
import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.GraphDamaged;
import dev.lodestone.projections.GraphUnavailable;
import dev.lodestone.projections.KeptGraph;
import dev.lodestone.projections.translate.GraphDelta;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.Statement;
import dev.lodestone.projections.translate.StatementSink;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// The log as RDF, in one TDB2 database at a time.
///
/// The default graph holds what holds now, with the ontology; the ontology also has a named graph
/// of its own, and every record that is not live one named by its IRI. How far the graph is stands
/// in the database, but in no graph.
///
/// Safe for many readers. Writing, rebuilding, compacting and copying exclude each other; none of
/// them makes readers wait.
public final class Tdb2Graph implements KeptGraph {
    /// The folder within a data directory.
    public static final String FOLDER = "rdf";

    private static final Node DEFAULT = Quad.defaultGraphNodeGenerated;

    private final ReentrantLock writing = new ReentrantLock();
    private final GenerationFiles files;
    private final OntologyTriples ontology;
    private final Iris iris;
    private final Tdb2Options options;
    private final Consumer<String> notice;
    private final List<RdfChanges> watching = new CopyOnWriteArrayList<>();
    private volatile Generation serving;
    private volatile boolean closed;
    private long builtSize;
    private long copiedAt;

    private Tdb2Graph(
            Path root,
            Map<String, byte[]> turtle,
            Iris iris,
            Tdb2Options options,
            Consumer<String> notice) {
        this.files = new GenerationFiles(root);
        this.ontology = new OntologyTriples(turtle);
        this.iris = iris;
        this.options = options;
        this.notice = notice;
        this.serving = openServing();
        this.builtSize = files.size(serving.directory());
        this.copiedAt = basis().position().value();
    }

    /// Opens the graph of a data directory, with Lodestone's ontology.
    public static Tdb2Graph open(Path dataDirectory, Iris iris, Consumer<String> notice) {
        return open(
                dataDirectory,
                Ontology.lodestone().turtleFiles(),
                iris,
                Tdb2Options.DEFAULT,
                notice);
    }

    /// Opens the graph of a data directory, or makes an empty one. A database that will not open is
    /// moved aside; the last copy takes its place, or else an empty one does.
    ///
    /// @param turtle the ontology, name to bytes; taken anew by every rebuild
    /// @param notice is told, in words, what people who run the store should know
    public static Tdb2Graph open(
            Path dataDirectory,
            Map<String, byte[]> turtle,
            Iris iris,
            Tdb2Options options,
            Consumer<String> notice) {
        return new Tdb2Graph(dataDirectory.resolve(FOLDER), turtle, iris, options, notice);
    }

    @Override
    public String name() {
        return "rdf";
    }

    @Override
    public GraphBasis basis() {
        return read(RdfSnapshot::basis);
    }

    /// Asks the graph, in one read transaction on this thread. Questions are not nested.
    ///
    /// @throws GraphUnavailable if the graph is closed
    public <T> T read(Function<RdfSnapshot, T> question) {
        Generation generation = serving;
        while (!generation.enter()) {
            if (closed) {
                throw new GraphUnavailable("The RDF graph is closed.");
            }
            Thread.onSpinWait();
            generation = serving;
        }
        try {
            return generation.read(question);
        } finally {
            generation.leave();
        }
    }

    /// Tells somebody of every change from now on.
    public void watch(RdfChanges changes) {
        watching.add(changes);
    }

    /// Holds what holds now against the shapes of the ontology (SHACL).
    public ShapeReport check() {
        return read(snapshot -> ShaclCheck.validate(snapshot.dataset().getDefaultGraph()));
    }

    @Override
    public void apply(GraphDelta delta, GraphBasis reached) {
        Change change = spelled(delta);
        exclusively(() -> {
            GraphBasis before = basis();
            if (before.position().isAfter(reached.position())) {
                throw new IllegalArgumentException(
                        "The RDF graph is at position %s and cannot go back to %s."
                                .formatted(before.position(), reached.position()));
            }
            serving.write(reached, change::applyTo);
            watching.forEach(each -> each.applied(delta, reached));
        });
    }

    /// Spelled before anything is written, so that a statement that cannot be spelled is not taken
    /// for a database that cannot be written.
    private Change spelled(GraphDelta delta) {
        var gone = new ArrayList<Quad>();
        for (var statement : delta.removed()) {
            Triple triple = RdfSpelling.triple(statement);
            if (!ontology.contains(triple)) {
                gone.add(Quad.create(DEFAULT, triple));
            }
        }
        var come = new ArrayList<Quad>();
        delta.added().forEach(each -> come.add(Quad.create(DEFAULT, RdfSpelling.triple(each))));
        var emptied = new ArrayList<Node>();
        delta.unshelved().forEach(record -> emptied.add(graphOf(record)));
        delta.shelved()
                .forEach((record, statements) -> {
                    Node graph = graphOf(record);
                    emptied.add(graph);
                    for (var statement : statements) {
                        come.add(Quad.create(graph, RdfSpelling.triple(statement)));
                    }
                });
        return new Change(gone, emptied, come);
    }

    private record Change(List<Quad> gone, List<Node> emptied, List<Quad> come) {
        void applyTo(DatasetGraph dataset) {
            gone.forEach(dataset::delete);
            emptied.forEach(graph -> dataset.deleteAny(graph, Node.ANY, Node.ANY, Node.ANY));
            come.forEach(dataset::add);
        }
    }

    private Node graphOf(RecordId record) {
        return NodeFactory.createURI(iris.of(record));
    }

    @Override
    public void rebuild(Consumer<StatementSink> whole, GraphBasis reached) {
        exclusively(() -> {
            replace(
                    stream -> {
                        ontology.writeTo(stream);
                        whole.accept(new IntoStream(stream));
                    },
                    reached);
            watching.forEach(each -> each.rebuilt(reached));
        });
    }

    /// Writes the database anew beside the one that serves, without what many small transactions
    /// leave behind, then swaps.
    public void compact() {
        exclusively(() -> {
            Generation from = serving;
            if (!from.enter()) {
                return;
            }
            try {
                // The load runs on a thread of its own, which needs a transaction of its own;
                // nothing is written in between.
                replace(stream -> from.read(all -> copy(all.dataset(), stream)), basis());
            } finally {
                from.leave();
            }
        });
    }

    private static boolean copy(DatasetGraph from, StreamRDF to) {
        from.find(DEFAULT, Node.ANY, Node.ANY, Node.ANY)
                .forEachRemaining(quad -> to.triple(quad.asTriple()));
        from.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(to::quad);
        return true;
    }

    /// Builds a database beside the one that serves, and swaps. Where it fails, the half-built one
    /// is deleted.
    private void replace(Consumer<StreamRDF> content, GraphBasis basis) {
        Generation old = serving;
        Generation built = build(content, basis);
        files.setCurrent(built.directory());
        serving = built;
        builtSize = files.size(built.directory());
        old.retire(() -> discard(old));
    }

    private Generation build(Consumer<StreamRDF> content, GraphBasis basis) {
        Path directory = files.next();
        Generation built = Generation.open(directory);
        try {
            new BulkLoad(built).fill(content);
            built.write(basis, _ -> {});
            files.forceAll(directory);
            return built;
        } catch (RuntimeException | Error e) {
            discard(built);
            throw e;
        }
    }

    private void discard(Generation generation) {
        generation.expel();
        files.delete(generation.directory());
    }

    /// Keeps a closed copy of the database as it is now, in the place of the last one. What would
    /// write waits meanwhile; readers do not.
    public void keepCopy() {
        exclusively(() -> {
            files.keepCopy(serving.directory());
            copiedAt = basis().position().value();
        });
    }

    /// Deletes the closed copy, and the database that was last moved aside: they may hold what has
    /// been erased from the log.
    public void deleteCopies() {
        exclusively(files::deleteCopies);
    }

    @Override
    public void tidy() {
        long size = files.size(serving.directory());
        if (size > options.compactAbove() && size / options.compactAtGrowth() > builtSize) {
            compact();
        }
        if (basis().position().value() - copiedAt >= options.copyAfter()) {
            keepCopy();
        }
    }

    @Override
    public GraphBasis contents(StatementSink sink) {
        return read(snapshot -> {
            DatasetGraph dataset = snapshot.dataset();
            Set<Triple> words = new HashSet<>();
            dataset.find(OntologyTriples.GRAPH, Node.ANY, Node.ANY, Node.ANY)
                    .forEachRemaining(quad -> words.add(quad.asTriple()));
            dataset.find(DEFAULT, Node.ANY, Node.ANY, Node.ANY)
                    .forEachRemaining(quad -> {
                        if (!words.contains(quad.asTriple())) {
                            sink.statement(RdfSpelling.statement(quad.asTriple()));
                        }
                    });
            dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                    .forEachRemaining(quad -> shelved(quad, sink));
            return snapshot.basis();
        });
    }

    private void shelved(Quad quad, StatementSink sink) {
        String records = iris.base() + "/record/";
        String graph = quad.getGraph().getURI();
        if (graph.startsWith(records)) {
            sink.shelved(
                    RecordId.of(graph.substring(records.length())),
                    RdfSpelling.statement(quad.asTriple()));
        }
    }

    /// Waits for questions under way, keeps a copy if enough has changed, and closes the files.
    @Override
    public void close() {
        writing.lock();
        try {
            if (closed) {
                return;
            }
            long position = basis().position().value();
            closed = true;
            Generation last = serving;
            last.retire(() -> {});
            if (!last.awaitLeft(options.readersMayTake())) {
                notice.accept("The RDF graph was closed while questions to it were under way.");
                return;
            }
            last.expel();
            if (position - copiedAt >= options.copyAfter()) {
                files.keepCopy(last.directory());
            }
        } finally {
            writing.unlock();
        }
    }

    private Generation openServing() {
        var current = files.current();
        files.sweep(current);
        if (current.isPresent()) {
            try {
                Generation found = Generation.open(current.get());
                if (!found.read(RdfSnapshot::basis).equals(GraphBasis.EMPTY)) {
                    return found;
                }
                // Nothing in it but an ontology, which may be another one by now.
                discard(found);
            } catch (GraphDamaged e) {
                Path aside = files.moveAside(current.get());
                notice.accept(
                        "%s It was moved to %s; another takes its place."
                                .formatted(e.getMessage(), aside));
                return openCopy();
            }
        }
        return makeEmpty();
    }

    private Generation openCopy() {
        var copy = files.takeCopy();
        if (copy.isPresent()) {
            try {
                Generation found = Generation.open(copy.get());
                files.setCurrent(copy.get());
                notice.accept(
                        "The RDF graph goes on from the copy of position %s."
                                .formatted(found.read(RdfSnapshot::basis).position()));
                return found;
            } catch (GraphDamaged e) {
                notice.accept("The copy is of no use either: " + e.getMessage());
                files.delete(copy.get());
            }
        }
        notice.accept("The RDF graph begins anew.");
        return makeEmpty();
    }

    private Generation makeEmpty() {
        Generation made = build(ontology::writeTo, GraphBasis.EMPTY);
        files.setCurrent(made.directory());
        return made;
    }

    private void exclusively(Runnable work) {
        writing.lock();
        try {
            if (closed) {
                throw new GraphUnavailable("The RDF graph is closed.");
            }
            work.run();
        } catch (UncheckedIOException e) {
            throw new GraphUnavailable("The files of the RDF graph: " + e.getMessage(), e);
        } finally {
            writing.unlock();
        }
    }

    private final class IntoStream implements StatementSink {
        private final StreamRDF stream;

        IntoStream(StreamRDF stream) {
            this.stream = stream;
        }

        @Override
        public void statement(Statement statement) {
            stream.triple(RdfSpelling.triple(statement));
        }

        @Override
        public void shelved(RecordId record, Statement statement) {
            stream.quad(Quad.create(graphOf(record), RdfSpelling.triple(statement)));
        }
    }
}
