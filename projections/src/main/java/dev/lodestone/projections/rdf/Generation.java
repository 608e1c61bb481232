package dev.lodestone.projections.rdf;

import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.GraphDamaged;
import dev.lodestone.projections.GraphUnavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jspecify.annotations.Nullable;

/// One TDB2 database in a directory of its own. It counts its readers, so that it can be closed
/// when the last of them is done. Many readers, one writer.
final class Generation {
    private static final long LEAST_ROOM = 64L << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();
    private final Path directory;
    private final DatasetGraph dataset;
    private int readers;
    private boolean retired;
    private Runnable afterwards = () -> {};

    private Generation(Path directory, DatasetGraph dataset) {
        this.directory = directory;
        this.dataset = dataset;
    }

    /// Opens the database, making it if need be, and reads a little of every index.
    ///
    /// @throws GraphDamaged if it does not open, or cannot be read
    static Generation open(Path directory) {
        Generation generation;
        try {
            generation =
                    new Generation(
                            directory,
                            DatabaseMgr.connectDatasetGraph(Location.create(directory.toString())));
        } catch (RuntimeException | Error e) {
            throw damaged(directory, e);
        }
        try {
            generation.probe();
            return generation;
        } catch (GraphDamaged e) {
            generation.expel();
            throw e;
        }
    }

    Path directory() {
        return directory;
    }

    DatasetGraph dataset() {
        return dataset;
    }

    /// Whether there is a place for one more reader; who enters must leave.
    boolean enter() {
        lock.lock();
        try {
            if (!retired) {
                readers++;
            }
            return !retired;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            readers--;
            left.signalAll();
            if (!retired || readers > 0) {
                return;
            }
        } finally {
            lock.unlock();
        }
        afterwards.run();
    }

    /// Lets nobody in any more, and runs what is given once the last reader has left.
    void retire(Runnable then) {
        lock.lock();
        try {
            retired = true;
            afterwards = then;
            if (readers > 0) {
                return;
            }
        } finally {
            lock.unlock();
        }
        then.run();
    }

    /// Waits until the last reader has left.
    ///
    /// @return whether it has
    boolean awaitLeft(Duration atMost) {
        lock.lock();
        try {
            long nanos = TimeUnit.NANOSECONDS.convert(atMost);
            while (readers > 0 && nanos > 0) {
                nanos = left.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return readers == 0;
    }

    /// Closes the files. Nobody may be reading.
    void expel() {
        TDBInternal.expel(dataset, true);
    }

    /// By somebody who has entered.
    <T> T read(Function<RdfSnapshot, T> question) {
        dataset.begin(TxnType.READ);
        try {
            return question.apply(new RdfSnapshot(dataset, BasisEntry.read(dataset)));
        } finally {
            dataset.end();
        }
    }

    /// Changes the database and what it says of its position, in one transaction.
    ///
    /// @param change returns the position it led to
    void write(Function<DatasetGraph, GraphBasis> change) {
        try {
            dataset.begin(TxnType.WRITE);
            try {
                BasisEntry.write(dataset, change.apply(dataset));
                dataset.commit();
            } catch (RuntimeException | Error e) {
                dataset.abort();
                throw e;
            } finally {
                dataset.end();
            }
        } catch (RuntimeException | InternalError e) {
            if (room() < LEAST_ROOM) {
                throw new GraphUnavailable("There is no room for the RDF graph in " + directory, e);
            }
            throw damaged(directory, e);
        }
    }

    /// How many bytes are left on the disk.
    long room() {
        return directory.toFile().getUsableSpace();
    }

    /// The ontology is in every database, in both sorts of index: what its graph holds must be in
    /// the default graph, whichever way it is looked for.
    private void probe() {
        try {
            read(snapshot -> {
                var quads = dataset.find(OntologyTriples.GRAPH, null, null, null);
                while (quads.hasNext()) {
                    Quad quad = quads.next();
                    requireFound(quad, quad.getSubject(), quad.getPredicate(), null);
                    requireFound(quad, null, quad.getPredicate(), quad.getObject());
                    requireFound(quad, quad.getSubject(), null, quad.getObject());
                }
                return snapshot.basis();
            });
        } catch (RuntimeException | InternalError | StackOverflowError e) {
            throw damaged(directory, e);
        }
    }

    private void requireFound(
            Quad quad, @Nullable Node subject, @Nullable Node predicate, @Nullable Node object) {
        if (!dataset.contains(Quad.defaultGraphNodeGenerated, subject, predicate, object)) {
            throw new GraphDamaged("An index has lost (%s).".formatted(quad.asTriple()));
        }
    }

    private static GraphDamaged damaged(Path directory, Throwable e) {
        if (e instanceof GraphDamaged damage) {
            return damage;
        }
        return new GraphDamaged(
                "The RDF graph in %s cannot be used: %s".formatted(directory, e), e);
    }
}
