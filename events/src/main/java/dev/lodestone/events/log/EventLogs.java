package dev.lodestone.events.log;

import dev.lodestone.events.internal.axon.AxonEventLog;
import dev.lodestone.events.internal.sqlite.JournalOptions;
import dev.lodestone.events.internal.sqlite.SqliteJournal;
import java.nio.file.Path;
import java.time.InstantSource;

/// Opens logs.
public final class EventLogs {
    /// The log's file within a data directory.
    public static final String FILE = "log.sqlite";

    private EventLogs() {}

    /// Opens the log of a data directory, making both if need be, and owns the directory until the
    /// log is closed.
    ///
    /// @param clock stamps what is appended
    /// @throws LogUnavailable if the directory is in use or the log cannot be opened
    public static EventLog open(Path dataDirectory, InstantSource clock) {
        var lock =
                DataDirectoryLock.acquire(
                        dataDirectory, "process " + ProcessHandle.current().pid());
        return open(lock, clock, lock::close);
    }

    /// As {@link #open(Path, InstantSource)}, in a directory that the caller owns and goes on
    /// owning when the log is closed.
    public static EventLog open(DataDirectoryLock lock, InstantSource clock) {
        return open(lock, clock, () -> {});
    }

    private static EventLog open(DataDirectoryLock lock, InstantSource clock, Runnable afterClose) {
        try {
            Path file = lock.directory().resolve(FILE);
            return new AxonEventLog(
                    SqliteJournal.open(file, JournalOptions.DEFAULT, clock), afterClose);
        } catch (RuntimeException e) {
            afterClose.run();
            throw e;
        }
    }
}
