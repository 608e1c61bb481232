package dev.lodestone.events.internal.sqlite;

import dev.lodestone.events.log.Appended;
import dev.lodestone.events.log.LogEntries;
import dev.lodestone.events.log.LogEntry;
import dev.lodestone.events.log.NewEntry;
import dev.lodestone.events.log.Tag;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// The journal in one SQLite file. Safe for many threads; the caller sees to it that one process at
/// a time has it open for writing. Walks end at the head.
public final class SqliteJournal implements AutoCloseable {
    private final Path file;
    private final UUID store;
    private final JournalOptions options;
    private final JournalWriter writer;
    private final HeadWatch head;
    private final CommitQueue queue;
    private final ReaderPool readers;

    private SqliteJournal(Path file, UUID store, JournalOptions options, JournalWriter writer) {
        this.file = file;
        this.store = store;
        this.options = options;
        this.writer = writer;
        this.head = new HeadWatch(writer.head());
        this.readers = new ReaderPool(file, options.readers());
        this.queue = new CommitQueue(file, options, writer, head);
    }

    /// Opens the journal, making it if there is none.
    ///
    /// @param clock stamps entries; if it goes back, entries get the time of the one before
    /// @throws dev.lodestone.events.log.LogUnavailable if the file is not a journal, is damaged or
    ///   of a later form
    public static SqliteJournal open(Path file, JournalOptions options, InstantSource clock) {
        try {
            Connection connection = JournalSchema.openWriter(file, options);
            try {
                UUID store = JournalSchema.prepare(connection, file);
                var writer = new JournalWriter(file, options, clock, new Statements(connection));
                return new SqliteJournal(file, store, options, writer);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw SqliteFailures.translate(file, e);
        }
    }

    /// The id given to this store when it was made.
    public UUID store() {
        return store;
    }

    /// How many groups have been committed since the journal was opened.
    public long commits() {
        return writer.commits();
    }

    /// Offers an append. The answer comes when it is on disk or refused, from the writer's thread:
    /// do nothing slow in its stages.
    public CompletableFuture<Appended> append(List<NewEntry> entries, List<Condition> conditions) {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("An append needs at least one entry.");
        }
        var append = new PendingAppend(entries, conditions);
        queue.offer(append);
        return append.outcome;
    }

    public long head() {
        return head.head();
    }

    public boolean isClosed() {
        return head.isClosed();
    }

    public long awaitBeyond(long seen, Duration atMost) throws InterruptedException {
        return head.awaitBeyond(seen, atMost);
    }

    /// The entries that any of the criteria picks, after one position and up to another or the
    /// head.
    public LogEntries read(List<Criterion> anyOf, long after, long upTo) {
        return new PagedEntries(readers, options, anyOf, after, Math.min(upTo, head()));
    }

    public Optional<LogEntry> find(UUID record) {
        return readers.read(reader -> reader.find(record));
    }

    /// Which of these records are in the journal.
    public Set<UUID> known(Set<UUID> records) {
        return records.isEmpty() ? Set.of() : readers.read(reader -> reader.known(records));
    }

    public Optional<LogEntry> at(long position) {
        return readers.read(reader -> reader.at(position));
    }

    public long count(Tag tag) {
        return readers.read(reader -> reader.count(tag));
    }

    public List<String> tagValues(String key, String afterValue, int limit) {
        return readers.read(reader -> reader.tagValues(key, afterValue, limit));
    }

    /// The position before the first entry recorded at an instant or later; the head if there is
    /// none.
    public long before(Instant recordedAt) {
        long upTo = head();
        return readers.read(reader -> reader.before(recordedAt, upTo));
    }

    /// Finishes the appends under way and closes. What cannot be tidied up for want of room stays
    /// in the write-ahead file, where the next opening finds it.
    @Override
    public void close() {
        head.close();
        readers.close();
        try {
            queue.close();
        } catch (SQLException e) {
            if (!SqliteFailures.isFull(e)) {
                throw SqliteFailures.translate(file, e);
            }
        }
    }
}
