package dev.lodestone.app;

import dev.lodestone.events.files.FileStore;
import dev.lodestone.events.intake.EventIntake;
import dev.lodestone.events.log.DataDirectoryLock;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.EventLogs;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.projections.FollowerOptions;
import dev.lodestone.projections.KeptGraph;
import dev.lodestone.projections.Projections;
import dev.lodestone.projections.rdf.Tdb2Graph;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.LogMeaning;
import dev.lodestone.projections.translate.Meaning;
import dev.lodestone.query.LodestoneException;
import dev.lodestone.query.QueryLimits;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.GraphReader;
import dev.lodestone.query.sparql.PastGraphs;
import dev.lodestone.query.sparql.PastLimits;
import dev.lodestone.query.sparql.SparqlService;
import dev.lodestone.query.sparql.Tdb2Reader;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An open data directory: the one list of what is wired to what. One process has a directory open
/// at a time.
public final class Store implements AutoCloseable {
    /// What a verb needs of the store.
    public enum Needs {
        /// Nothing of the directory.
        NOTHING,
        /// The log alone.
        LOG,
        /// The log, and the RDF graph in step with it.
        GRAPH
    }

    private final Path directory;
    private final Settings settings;
    private final InstantSource clock = Clock.systemUTC();
    private final DataDirectoryLock lock;
    private final EventLog log;
    private final EventIntake intake;
    private final FileStore files;
    private final PastGraphs past;
    private final Consumer<String> notice;
    private @Nullable Graphs graphs;

    private record Graphs(
            Tdb2Graph rdf, Tdb2Reader reader, Projections projections, SparqlService sparql) {}

    private Store(
            Path directory, Settings settings, DataDirectoryLock lock, Consumer<String> notice) {
        this.directory = directory;
        this.settings = settings;
        this.lock = lock;
        this.notice = notice;
        this.log = EventLogs.open(lock, clock);
        this.intake = new EventIntake(log, clock, new SecureRandom());
        this.files = new FileStore(directory);
        this.past = new PastGraphs(log, meanings(), iris(), PastLimits.usual());
    }

    /// Opens a data directory, making it if need be, and follows the log as far as is needed.
    ///
    /// @param notice is told in words what whoever runs it should know
    public static Store open(Path directory, Needs needs, Consumer<String> notice)
            throws IOException {
        var lock = DataDirectoryLock.acquire(directory, "pid " + ProcessHandle.current().pid());
        try {
            var store = new Store(directory, Settings.of(directory), lock, notice);
            if (needs == Needs.GRAPH) {
                store.follow(List.of());
            }
            return store;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// Begins to follow the log with the RDF graph and others.
    ///
    /// @param others graphs besides; closed with the store
    public synchronized void follow(List<KeptGraph> others) {
        if (graphs != null) {
            throw new IllegalStateException("the graphs follow already");
        }
        var rdf = Tdb2Graph.open(directory, iris(), notice);
        var all = new ArrayList<KeptGraph>();
        all.add(rdf);
        all.addAll(others);
        var projections = Projections.follow(log, meanings(), all, FollowerOptions.DEFAULT, notice);
        var reader = new Tdb2Reader(rdf);
        graphs = new Graphs(rdf, reader, projections, new SparqlService(reader, settings.base()));
    }

    /// A meaning of the log for one more thread.
    public Supplier<Meaning> meanings() {
        return () -> new LogMeaning(log, Ontology.lodestone(), iris());
    }

    /// Waits until the RDF graph has reached the log's head, saying so where it takes long.
    ///
    /// @throws LodestoneException.Unavailable if it follows no longer
    public void awaitGraph() throws InterruptedException {
        var head = log.head();
        var follower = projections().follower("rdf").orElseThrow();
        long said = -1;
        while (!follower.awaitReached(head, Duration.ofSeconds(2))) {
            var readiness = follower.readiness();
            if (readiness.state() instanceof dev.lodestone.projections.Readiness.Stopped stopped) {
                throw new LodestoneException.Unavailable(
                        "graph-stopped",
                        "The RDF graph follows the log no longer, at position %d of %d: %s"
                                .formatted(
                                        readiness.position().value(), head.value(), stopped.why()),
                        Map.of("position", readiness.position().value()));
            }
            if (readiness.position().value() != said) {
                notice.accept(
                        "The graph is at position %,d of %,d: %s."
                                .formatted(
                                        readiness.position().value(),
                                        head.value(),
                                        readiness.state().text()));
                said = readiness.position().value();
            }
        }
    }

    /// Where it is.
    public Path directory() {
        return directory;
    }

    /// What belongs to the directory.
    public Settings settings() {
        return settings;
    }

    /// The lock, to say how the owner can be reached.
    public DataDirectoryLock lock() {
        return lock;
    }

    /// The clock everything is stamped with.
    public InstantSource clock() {
        return clock;
    }

    /// The log.
    public EventLog log() {
        return log;
    }

    /// The gate in front of the log.
    public EventIntake intake() {
        return intake;
    }

    /// Raw data files.
    public FileStore files() {
        return files;
    }

    /// The IRIs of things here.
    public Iris iris() {
        return new Iris(settings.base());
    }

    /// The RDF graph.
    public Tdb2Graph rdf() {
        return graphs().rdf();
    }

    /// All graphs that follow.
    public Projections projections() {
        return graphs().projections();
    }

    /// SPARQL on the RDF graph.
    public SparqlService sparql() {
        return graphs().sparql();
    }

    /// Whether the graphs follow.
    public synchronized boolean follows() {
        return graphs != null;
    }

    /// Canned questions to the RDF graph as far as it is.
    public GraphQueries queriesNow() {
        return new GraphQueries(graphReader(), QueryLimits.DEFAULT);
    }

    /// Canned questions to the RDF graph, once it has reached the log's head.
    public GraphQueries queries() throws InterruptedException {
        awaitGraph();
        return queriesNow();
    }

    /// The RDF graph as it was at earlier positions.
    public PastGraphs past() {
        return past;
    }

    /// Canned questions to the graph as it was at a position.
    public GraphQueries queriesAsOf(long position) {
        return new GraphQueries(past.reader(position), QueryLimits.DEFAULT);
    }

    /// The RDF graph for readers.
    public GraphReader graphReader() {
        return graphs().reader();
    }

    private synchronized Graphs graphs() {
        return Optional.ofNullable(graphs)
                .orElseThrow(() -> new IllegalStateException("no graph was asked for"));
    }

    @Override
    public synchronized void close() {
        try (lock;
                log;
                past) {
            if (graphs != null) {
                graphs.projections().close();
            }
        }
    }
}
