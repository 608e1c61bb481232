package dev.lodestone.projections.rdf;

import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.ShapeReport;
import dev.lodestone.ontology.internal.ShaclCheck;
import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.GraphUnavailable;
import dev.lodestone.projections.KeptGraph;
import dev.lodestone.projections.translate.GraphDelta;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.StatementSink;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;

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

    private final ReentrantLock writing = new ReentrantLock();
    private final GenerationFiles files;
    private final GraphLayout layout;
    private final Generations generations;
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
        this.layout = new GraphLayout(turtle, iris);
        this.generations = new Generations(files, layout, notice);
        this.options = options;
        this.notice = notice;
        this.serving = generations.open();
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
        apply(List.of(new Advance(delta, reached)).iterator());
    }

    /// In one transaction: each leaves behind the blocks it changed, which are most of the index of
    /// nodes, however small it is.
    @Override
    public void apply(Iterator<Advance> advances) {
        exclusively(() -> {
            var run = new DeltaRun(layout, advances, basis());
            if (run.hasAny()) {
                serving.write(run::applyTo);
                run.tell(watching);
            }
            run.requireWhole();
        });
    }

    @Override
    public void rebuild(Consumer<StatementSink> whole, GraphBasis reached) {
        exclusively(() -> {
            replace(stream -> layout.write(whole, stream), reached);
            watching.forEach(each -> each.rebuilt(reached));
        });
    }

    /// As `benchmarks/run follow` measures it, on two processors.
    @Override
    public int rebuildGain() {
        return 3;
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
        from.find(GraphLayout.DEFAULT, Node.ANY, Node.ANY, Node.ANY)
                .forEachRemaining(quad -> to.triple(quad.asTriple()));
        from.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(to::quad);
        return true;
    }

    /// Builds a database beside the one that serves, and swaps.
    private void replace(Consumer<StreamRDF> content, GraphBasis basis) {
        Generation old = serving;
        Generation made = generations.make(content, basis);
        serving = made;
        builtSize = files.size(made.directory());
        old.retire(() -> generations.discard(old));
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
            layout.read(snapshot.dataset(), sink);
            return snapshot.basis();
        });
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
}
