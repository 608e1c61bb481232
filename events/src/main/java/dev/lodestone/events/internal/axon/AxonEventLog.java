package dev.lodestone.events.internal.axon;

import dev.lodestone.events.internal.sqlite.Condition;
import dev.lodestone.events.internal.sqlite.Criterion;
import dev.lodestone.events.internal.sqlite.SqliteJournal;
import dev.lodestone.events.log.AppendCondition;
import dev.lodestone.events.log.Appended;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.LogEntries;
import dev.lodestone.events.log.LogEntry;
import dev.lodestone.events.log.LogException;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.events.log.LogUnavailable;
import dev.lodestone.events.log.NewEntry;
import dev.lodestone.events.log.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/// The log behind Axon's storage interface: every append goes through the storage engine; reads
/// that the interface does not offer go to the journal. Safe for many threads.
public final class AxonEventLog implements EventLog {
    private final SqliteJournal journal;
    private final JournalEventStorageEngine engine;
    private final Runnable afterClose;

    /// @param afterClose runs once the journal is closed, such as giving back its directory
    public AxonEventLog(SqliteJournal journal, Runnable afterClose) {
        this.journal = journal;
        this.engine = new JournalEventStorageEngine(journal);
        this.afterClose = afterClose;
    }

    @Override
    public Appended append(List<NewEntry> entries, List<AppendCondition> conditions) {
        var messages = entries.stream().map(EntryMessages::message).toList();
        var watched =
                conditions.stream()
                        .filter(condition -> !condition.anyOf().isEmpty())
                        .map(condition ->
                                new Condition(
                                        Criterion.anyOf(condition.anyOf()),
                                        condition.after().value()))
                        .toList();
        try {
            return engine.transactionOn(watched, messages).commit(null).join();
        } catch (CompletionException e) {
            throw inOurWords(e);
        }
    }

    private static LogException inOurWords(CompletionException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof LogException known) {
                return known;
            }
        }
        return new LogUnavailable("The append failed: %s.".formatted(failure.getCause()), failure);
    }

    @Override
    public LogPosition head() {
        return new LogPosition(journal.head());
    }

    @Override
    public LogEntries read(LogPosition after, LogPosition upTo) {
        return journal.read(List.of(Criterion.EVERYTHING), after.value(), upTo.value());
    }

    @Override
    public LogEntries readTagged(Set<Tag> anyOf, LogPosition after, LogPosition upTo) {
        return journal.read(Criterion.anyOf(anyOf), after.value(), upTo.value());
    }

    @Override
    public Optional<LogEntry> find(UUID record) {
        return journal.find(record);
    }

    @Override
    public Set<UUID> known(Set<UUID> records) {
        return journal.known(records);
    }

    @Override
    public Optional<LogEntry> at(LogPosition position) {
        return journal.at(position.value());
    }

    @Override
    public long count(Tag tag) {
        return journal.count(tag);
    }

    @Override
    public List<String> tagValues(String key, String afterValue, int limit) {
        return journal.tagValues(key, afterValue, limit);
    }

    @Override
    public LogPosition awaitBeyond(LogPosition seen, Duration atMost) throws InterruptedException {
        return new LogPosition(journal.awaitBeyond(seen.value(), atMost));
    }

    @Override
    public void close() {
        try {
            journal.close();
        } finally {
            afterClose.run();
        }
    }
}
