package dev.lodestone.events.internal.axon;

import dev.lodestone.events.internal.sqlite.JournalOptions;
import dev.lodestone.events.internal.sqlite.SqliteJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.axonframework.eventsourcing.eventstore.StorageEngineTestSuite;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

/// Axon's own tests of a storage engine, as they are, on a real file.
class JournalEventStorageEngineTest extends StorageEngineTestSuite<JournalEventStorageEngine> {
    @TempDir static Path directory;

    private static @Nullable SqliteJournal journal;

    @Override
    protected JournalEventStorageEngine buildStorageEngine() throws IOException {
        SqliteJournal opened =
                SqliteJournal.open(
                        directory.resolve("log.sqlite"),
                        JournalOptions.DEFAULT,
                        InstantSource.system());
        journal = opened;
        return new JournalEventStorageEngine(opened);
    }

    @Override
    @SuppressWarnings("NullAway") // The suite's annotations allow none.
    protected ProcessingContext processingContext() {
        return null;
    }

    @AfterAll
    static void close() {
        if (journal != null) {
            journal.close();
        }
    }
}
