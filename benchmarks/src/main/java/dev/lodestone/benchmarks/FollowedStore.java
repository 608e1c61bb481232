package dev.lodestone.benchmarks;

import dev.lodestone.events.files.FileStore;
import dev.lodestone.events.intake.EventIntake;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.EventLogs;
import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.ImportProgress;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.ImportRun;
import dev.lodestone.importers.Importers;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.projections.FollowerOptions;
import dev.lodestone.projections.Projections;
import dev.lodestone.projections.rdf.Tdb2Graph;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.LogMeaning;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// A store that is imported into while its graph follows, all in this process.
final class FollowedStore implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofHours(3);

    private final Path data;
    private final EventLog log;
    private final Optional<Projections> projections;

    /// @param graph whether the RDF graph follows, or there is the log alone
    FollowedStore(Path data, boolean graph) {
        this.data = data;
        this.log = EventLogs.open(data, Clock.LATE);
        this.projections = graph ? Optional.of(follow(log, data)) : Optional.empty();
    }

    EventLog log() {
        return log;
    }

    /// Imports a source, of which nothing may be refused.
    ImportReport run(String importer, SourceLocation source, ImportOptions options) {
        var intake = new EventIntake(log, Clock.LATE, new SplittableRandom(1));
        var told =
                new ImportRun(log, intake, new FileStore(data))
                        .run(
                                Importers.named(importer),
                                source,
                                ImportContext.of(options),
                                ImportProgress.SILENT);
        if (!told.refused().isEmpty() || told.unfinished().isPresent()) {
            throw new IllegalStateException(
                    "refused: %d %s, unfinished: %s"
                            .formatted(
                                    told.entries().refused(),
                                    told.refused().stream().limit(1).toList(),
                                    told.unfinished()));
        }
        return told;
    }

    /// Waits until the graph has reached the log's head.
    void await() {
        projections.ifPresent(following -> await(following, log));
    }

    static Projections follow(EventLog log, Path data) {
        return Projections.follow(
                log,
                () -> new LogMeaning(log, Ontology.lodestone(), Iris.DEFAULT),
                List.of(Tdb2Graph.open(data, Iris.DEFAULT, notice -> System.err.println(notice))),
                FollowerOptions.DEFAULT,
                notice -> System.err.println(notice));
    }

    static void await(Projections projections, EventLog log) {
        try {
            for (var follower : projections.followers()) {
                if (!follower.awaitReached(log.head(), LONGEST)) {
                    throw new IllegalStateException("the graph has not reached " + log.head());
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while waiting for the graph", e);
        }
    }

    @Override
    public void close() {
        projections.ifPresent(Projections::close);
        log.close();
    }
}
