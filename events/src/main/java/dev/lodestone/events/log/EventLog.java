package dev.lodestone.events.log;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The append-only log of records. Safe for many threads; one process at a time owns a log.
///
/// What can go wrong is told by a {@link LogException}. There is no update and no delete.
public interface EventLog extends AutoCloseable {
    /// Appends all the entries or none, and returns once they are on disk. Entries of one append
    /// stand next to each other; conditions are checked against everything that stands before them.
    ///
    /// @param conditions all of them must hold; none is allowed
    /// @throws AppendConflict if an entry that a condition watches for has come in between
    /// @throws DuplicateRecord if a record id is in the log already, or twice among the entries
    /// @throws LogFull if there is no room
    /// @throws LogUnavailable if the log is closed or cannot be written
    Appended append(List<NewEntry> entries, List<AppendCondition> conditions);

    /// The position of the last entry that is on disk.
    LogPosition head();

    /// The entries after one position up to and with another, or up to the head if that is earlier.
    LogEntries read(LogPosition after, LogPosition upTo);

    /// As {@link #read}, of the entries with any of the tags; each entry once.
    LogEntries readTagged(Set<Tag> anyOf, LogPosition after, LogPosition upTo);

    Optional<LogEntry> find(UUID record);

    /// Which of these records are in the log.
    Set<UUID> known(Set<UUID> records);

    Optional<LogEntry> at(LogPosition position);

    /// How many entries have the tag.
    long count(Tag tag);

    /// The values that tags with this key have, in the order of their UTF-8 bytes, each once.
    ///
    /// @param afterValue where to go on from; empty to begin
    List<String> tagValues(String key, String afterValue, int limit);

    /// Waits until the head is beyond a position, at most so long, and returns the head.
    LogPosition awaitBeyond(LogPosition seen, Duration atMost) throws InterruptedException;

    /// Finishes the appends under way and closes; appends offered from now on are refused.
    @Override
    void close();
}
