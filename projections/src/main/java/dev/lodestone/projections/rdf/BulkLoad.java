package dev.lodestone.projections.rdf;

import dev.lodestone.projections.GraphUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.progress.MonitorOutput;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.loader.base.BulkStartFinish;
import org.jspecify.annotations.Nullable;

/// Fills an empty database with TDB2's phased loader.
///
/// The loader's own threads only log what goes wrong and let their feeder wait for ever. So the
/// load runs in a thread group of its own, in which a missing thread is noticed, and a sample of
/// the triples is looked for afterwards.
final class BulkLoad {
    private static final int SAMPLED_EVERY = 20_000;
    private static final int LOADER_THREADS = 3;
    private static final long LOOK_EVERY_MILLIS = 500;
    private static final long LEAST_ROOM = 256L << 20;
    private static final MonitorOutput SILENT = (format, arguments) -> {};

    private final Generation target;
    private final ThreadGroup threads = new ThreadGroup("rdf-load");
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final List<Triple> sample = new ArrayList<>();
    private volatile boolean feeding;

    BulkLoad(Generation target) {
        this.target = target;
    }

    /// Returns when everything that was written into the stream is in the database.
    ///
    /// @throws GraphUnavailable if the loader failed or there is no room; what the writer throws
    ///   comes through as it is
    void fill(Consumer<StreamRDF> writer) {
        var feeder = new Thread(threads, () -> load(writer), "rdf-load");
        feeder.setDaemon(true);
        feeder.start();
        watch(feeder);
        switch (failure.get()) {
            case null -> checkSample();
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    private void load(Consumer<StreamRDF> writer) {
        DataLoader loader = LoaderFactory.phasedLoader(target.dataset(), SILENT);
        try {
            loader.startBulk();
            feeding = true;
            writer.accept(sampled(loader.streamRDF()));
            requireRoom();
            feeding = false;
            loader.finishBulk();
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            feeding = false;
            abandon(loader);
        }
    }

    /// Has the loader's threads end, without the secondary indexes.
    private void abandon(DataLoader loader) {
        try {
            if (loader.streamRDF() instanceof BulkStartFinish feed) {
                feed.finishBulk();
            }
            for (int i = 0; i < 60 && threads.activeCount() > 1; i++) {
                Thread.sleep(LOOK_EVERY_MILLIS / 10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            loader.finishException(new IllegalStateException("given up"));
        }
    }

    private void watch(Thread feeder) {
        boolean interrupted = false;
        while (feeder.isAlive()) {
            try {
                feeder.join(LOOK_EVERY_MILLIS);
                if (feeding && threads.activeCount() < LOADER_THREADS + 1 && feeding) {
                    failure.compareAndSet(
                            null, new GraphUnavailable("The loader of the RDF graph has failed."));
                    feeder.interrupt();
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private StreamRDF sampled(StreamRDF stream) {
        return new StreamRDFWrapper(stream) {
            private long count;

            @Override
            public void triple(Triple triple) {
                if (count++ % SAMPLED_EVERY == 0) {
                    sample.add(triple);
                    requireRoom();
                }
                super.triple(triple);
            }
        };
    }

    private void requireRoom() {
        if (target.room() < LEAST_ROOM) {
            throw new GraphUnavailable(
                    "There is no room for the RDF graph in " + target.directory());
        }
    }

    private void checkSample() {
        target.read(snapshot -> {
            DatasetGraph dataset = snapshot.dataset();
            for (var triple : sample) {
                var s = triple.getSubject();
                var p = triple.getPredicate();
                var o = triple.getObject();
                if (!dataset.contains(Quad.defaultGraphNodeGenerated, s, p, o)
                        || !dataset.contains(Quad.defaultGraphNodeGenerated, null, p, o)
                        || !dataset.contains(Quad.defaultGraphNodeGenerated, s, null, o)) {
                    throw new GraphUnavailable(
                            "The loader of the RDF graph has lost (%s).".formatted(triple));
                }
            }
            return sample;
        });
    }
}
