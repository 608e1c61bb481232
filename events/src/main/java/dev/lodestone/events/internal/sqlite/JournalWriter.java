package dev.lodestone.events.internal.sqlite;

import dev.lodestone.events.log.AppendConflict;
import dev.lodestone.events.log.Appended;
import dev.lodestone.events.log.DuplicateRecord;
import dev.lodestone.events.log.LogEntry;
import dev.lodestone.events.log.LogException;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.events.log.LogUnavailable;
import dev.lodestone.events.log.Tag;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/// Writes groups of appends, each group in one transaction and so with one wait for the disk. Used
/// by the writer's thread alone.
///
/// An append whose condition does not hold writes nothing, and the group goes on without it. If
/// anything else goes wrong in a group, the group is rolled back and its appends are tried one at a
/// time, so that each gets its own answer. If the disk fails, what was written is uncertain:
/// nothing is acknowledged and nothing more is accepted.
final class JournalWriter implements AutoCloseable {
    private final Path file;
    private final InstantSource clock;
    private final CommitPacer pacer;
    private final Statements statements;
    private final Statement control;
    private final PreparedStatement insertEntry;
    private final PreparedStatement insertTag;
    private final StoredForm form = new StoredForm();

    private long head;
    private long lastMicros;
    private final LongAdder commits = new LongAdder();

    JournalWriter(Path file, JournalOptions options, InstantSource clock, Statements statements)
            throws SQLException {
        this.file = file;
        this.clock = clock;
        this.pacer = options.pacer();
        this.statements = statements;
        this.control = statements.connection().createStatement();
        this.insertEntry =
                statements
                        .connection()
                        .prepareStatement("INSERT INTO entry VALUES (?,?,?,?,?,?,?,?,?,?,?,?)");
        this.insertTag =
                statements.connection().prepareStatement("INSERT INTO entry_tag VALUES (?,?)");
        try (ResultSet last =
                control.executeQuery(
                        "SELECT position, recorded_at FROM entry ORDER BY position DESC LIMIT 1")) {
            if (last.next()) {
                head = last.getLong(1);
                lastMicros = last.getLong(2);
            } else {
                lastMicros = Long.MIN_VALUE;
            }
        }
    }

    long head() {
        return head;
    }

    long commits() {
        return commits.sum();
    }

    /// Writes the group.
    ///
    /// @return what to tell each of its appends, in their order
    /// @throws LogUnavailable if the disk failed and the writer must not be used again
    List<Outcome> write(List<PendingAppend> group) {
        try {
            return commit(group);
        } catch (SQLException e) {
            rollback();
            boolean refusal = SqliteFailures.isFull(e) || SqliteFailures.isDuplicate(e);
            if (!refusal) {
                throw SqliteFailures.translate(file, e);
            }
            if (group.size() == 1) {
                return List.of(new Refused(refusal(group.getFirst(), e)));
            }
            return group.stream().map(one -> write(List.of(one)).getFirst()).toList();
        }
    }

    /// What became of an append.
    sealed interface Outcome {}

    record Done(Appended where) implements Outcome {}

    record Refused(LogException why) implements Outcome {}

    private List<Outcome> commit(List<PendingAppend> group) throws SQLException {
        var outcomes = new ArrayList<Outcome>(group.size());
        long last = head;
        long micros = lastMicros;
        control.execute("BEGIN IMMEDIATE");
        for (PendingAppend append : group) {
            Optional<AppendConflict> conflict = conflict(append, last);
            if (conflict.isPresent()) {
                outcomes.add(new Refused(conflict.get()));
                continue;
            }
            micros = Math.max(micros, JournalReader.micros(clock.instant()));
            insert(append, last, micros);
            var first = new LogPosition(last + 1);
            last += append.entries.size();
            outcomes.add(new Done(new Appended(first, new LogPosition(last))));
        }
        if (last == head) {
            control.execute("ROLLBACK");
            return outcomes;
        }
        control.execute("COMMIT");
        head = last;
        lastMicros = micros;
        commits.increment();
        pacer.committed();
        return outcomes;
    }

    /// A tag of an entry.
    private record Tagged(String tag, long position) {}

    private void insert(PendingAppend append, long after, long micros) throws SQLException {
        long position = after;
        var tags = new ArrayList<Tagged>();
        for (PendingAppend.Prepared entry : append.entries) {
            position++;
            bind(entry, position, micros);
            insertEntry.addBatch();
            for (String tag : entry.tags) {
                tags.add(new Tagged(tag, position));
            }
        }
        // In about the order of the index: neighbours go to the same page.
        tags.sort(Comparator.comparing(Tagged::tag).thenComparingLong(Tagged::position));
        for (Tagged tag : tags) {
            insertTag.setString(1, tag.tag);
            insertTag.setLong(2, tag.position);
            insertTag.addBatch();
        }
        try {
            insertEntry.executeBatch();
            if (!tags.isEmpty()) {
                insertTag.executeBatch();
            }
        } finally {
            insertEntry.clearBatch();
            insertTag.clearBatch();
        }
    }

    private void bind(PendingAppend.Prepared prepared, long position, long micros)
            throws SQLException {
        var entry = prepared.entry;
        byte[] leaf =
                form.leaf(
                        position,
                        entry.record(),
                        entry.kind(),
                        entry.version(),
                        micros,
                        entry.labTime(),
                        prepared.tags,
                        entry.access(),
                        prepared.commitment);
        insertEntry.setLong(1, position);
        insertEntry.setBytes(2, StoredForm.bytes(entry.record()));
        insertEntry.setString(3, entry.kind());
        insertEntry.setInt(4, entry.version());
        insertEntry.setLong(5, micros);
        insertEntry.setString(6, entry.labTime());
        insertEntry.setString(7, String.join("\n", prepared.tags));
        insertEntry.setString(8, entry.access());
        insertEntry.setBytes(9, prepared.commitment);
        insertEntry.setBytes(10, leaf);
        insertEntry.setBytes(11, prepared.salt);
        insertEntry.setBytes(12, prepared.payload);
    }

    private Optional<AppendConflict> conflict(PendingAppend append, long last) throws SQLException {
        for (Condition condition : append.conditions) {
            if (condition.after() >= last) {
                continue;
            }
            for (Criterion criterion : condition.anyOf()) {
                PreparedStatement statement =
                        statements.prepare(Statements.positions(criterion) + " ORDER BY 1 LIMIT 1");
                Statements.bind(statement, 1, criterion, condition.after(), last);
                long position;
                try (ResultSet row = statement.executeQuery()) {
                    position = row.next() ? row.getLong(1) : 0;
                }
                if (position > 0) {
                    return Optional.of(conflict(condition, criterion, position));
                }
            }
        }
        return Optional.empty();
    }

    private AppendConflict conflict(Condition condition, Criterion criterion, long position)
            throws SQLException {
        Set<Tag> watched =
                condition.anyOf().stream()
                        .flatMap(any -> any.allTags().stream())
                        .collect(Collectors.toSet());
        LogEntry entry = new JournalReader(statements).at(position).orElseThrow();
        watched.retainAll(entry.tags());
        return new AppendConflict(
                criterion.allTags().isEmpty() ? Set.of() : watched,
                new LogPosition(condition.after()),
                entry.position(),
                entry.record());
    }

    private LogException refusal(PendingAppend append, SQLException e) {
        if (!SqliteFailures.isDuplicate(e)) {
            return SqliteFailures.translate(file, e);
        }
        try {
            var seen = new HashSet<UUID>();
            var reader = new JournalReader(statements);
            for (PendingAppend.Prepared prepared : append.entries) {
                UUID record = prepared.entry.record();
                if (!seen.add(record) || reader.find(record).isPresent()) {
                    return new DuplicateRecord(record);
                }
            }
        } catch (SQLException again) {
            e.addSuppressed(again);
        }
        return SqliteFailures.translate(file, e);
    }

    private void rollback() {
        try {
            control.execute("ROLLBACK");
        } catch (SQLException _) {
            // SQLite has rolled back by itself: it does so when the disk is full or fails.
            return;
        }
    }

    /// Moves what is in the write-ahead file to the main file, if the disk allows, and closes.
    @Override
    public void close() throws SQLException {
        try (statements) {
            control.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }
}
