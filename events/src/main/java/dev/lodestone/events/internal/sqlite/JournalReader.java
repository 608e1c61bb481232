package dev.lodestone.events.internal.sqlite;

import dev.lodestone.events.log.LogEntry;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.events.log.LogUnavailable;
import dev.lodestone.events.log.Tag;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Reads on one connection. Not for several threads.
final class JournalReader implements AutoCloseable {
    static final String COLUMNS =
            "e.position, e.record, e.kind, e.version, e.recorded_at, e.lab_time, e.tags, e.access,"
                    + " e.leaf, e.payload";

    /// So many parts SQLite joins in one query without trouble.
    private static final int PARTS = 100;

    /// About how many records are asked for at once.
    private static final int RECORDS = 250;

    private final Statements statements;

    JournalReader(Statements statements) {
        this.statements = statements;
    }

    Statements statements() {
        return statements;
    }

    /// The first entries that any of the criteria picks, as many as the limits allow.
    List<LogEntry> page(List<Criterion> anyOf, long after, long upTo, int maxEntries, long maxBytes)
            throws SQLException {
        if (anyOf.stream().anyMatch(Criterion::picksEverything)) {
            PreparedStatement statement =
                    statements.prepare(
                            "SELECT "
                                    + COLUMNS
                                    + " FROM entry e WHERE e.position > ? AND e.position <= ?"
                                    + " ORDER BY e.position LIMIT ?");
            statement.setLong(1, after);
            statement.setLong(2, upTo);
            statement.setInt(3, maxEntries);
            return entries(statement, maxBytes);
        }
        if (anyOf.size() > PARTS) {
            return pageOfMany(anyOf, after, upTo, maxEntries, maxBytes);
        }
        PreparedStatement statement =
                statements.prepare(
                        "SELECT "
                                + COLUMNS
                                + " FROM ("
                                + Statements.positions(anyOf)
                                + ") p CROSS JOIN entry e ON e.position = p.position"
                                + " ORDER BY p.position");
        bindAll(statement, anyOf, after, upTo, maxEntries);
        return entries(statement, maxBytes);
    }

    private List<LogEntry> pageOfMany(
            List<Criterion> all, long after, long upTo, int maxEntries, long maxBytes)
            throws SQLException {
        long[] positions = {};
        List<Criterion> anyOf = thatFindAnything(all, after, upTo);
        for (int from = 0; from < anyOf.size(); from += PARTS) {
            List<Criterion> some = anyOf.subList(from, Math.min(anyOf.size(), from + PARTS));
            positions =
                    Arrays.stream(concat(positions, positions(some, after, upTo, maxEntries)))
                            .sorted()
                            .distinct()
                            .limit(maxEntries)
                            .toArray();
        }
        var found = new ArrayList<LogEntry>();
        long bytes = 0;
        for (long position : positions) {
            LogEntry entry = at(position).orElseThrow();
            found.add(entry);
            bytes += entry.payload().length();
            if (bytes >= maxBytes) {
                break;
            }
        }
        return found;
    }

    /// Those of many criteria of which the index has anything at all: a quick question, and often
    /// there are few.
    private List<Criterion> thatFindAnything(List<Criterion> all, long after, long upTo)
            throws SQLException {
        PreparedStatement statement =
                statements.prepare(
                        "SELECT 1 FROM entry_tag WHERE tag = ? AND position > ? AND position <= ?"
                                + " LIMIT 1");
        var some = new ArrayList<Criterion>();
        for (Criterion criterion : all) {
            boolean may = criterion.allTags().isEmpty();
            if (!may) {
                statement.setString(1, criterion.allTags().iterator().next().text());
                statement.setLong(2, after);
                statement.setLong(3, upTo);
                try (ResultSet row = statement.executeQuery()) {
                    may = row.next();
                }
            }
            if (may) {
                some.add(criterion);
            }
        }
        return some;
    }

    private static long[] concat(long[] some, long[] more) {
        long[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private long[] positions(List<Criterion> anyOf, long after, long upTo, int limit)
            throws SQLException {
        PreparedStatement statement = statements.prepare(Statements.positions(anyOf));
        bindAll(statement, anyOf, after, upTo, limit);
        long[] positions = new long[limit];
        int count = 0;
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                positions[count++] = rows.getLong(1);
            }
        }
        return Arrays.copyOf(positions, count);
    }

    private static void bindAll(
            PreparedStatement statement, List<Criterion> anyOf, long after, long upTo, int limit)
            throws SQLException {
        int index = 1;
        for (Criterion criterion : anyOf) {
            index = Statements.bind(statement, index, criterion, after, upTo);
        }
        statement.setInt(index, limit);
    }

    private static List<LogEntry> entries(PreparedStatement statement, long maxBytes)
            throws SQLException {
        var found = new ArrayList<LogEntry>();
        long bytes = 0;
        try (ResultSet rows = statement.executeQuery()) {
            while (bytes < maxBytes && rows.next()) {
                LogEntry entry = entry(rows);
                found.add(entry);
                bytes += entry.payload().length();
            }
        }
        return found;
    }

    Optional<LogEntry> at(long position) throws SQLException {
        PreparedStatement statement =
                statements.prepare("SELECT " + COLUMNS + " FROM entry e WHERE e.position = ?");
        statement.setLong(1, position);
        return entries(statement, 1).stream().findFirst();
    }

    Optional<LogEntry> find(UUID record) throws SQLException {
        PreparedStatement statement =
                statements.prepare("SELECT " + COLUMNS + " FROM entry e WHERE e.record = ?");
        statement.setBytes(1, StoredForm.bytes(record));
        return entries(statement, 1).stream().findFirst();
    }

    /// Which of these records are there.
    Set<UUID> known(Set<UUID> records) throws SQLException {
        PreparedStatement statement =
                statements.prepare(
                        "SELECT e.record FROM entry e WHERE e.record IN ("
                                + "?,".repeat(RECORDS - 1)
                                + "?)");
        var found = new HashSet<UUID>();
        var all = List.copyOf(records);
        for (int from = 0; from < all.size(); from += RECORDS) {
            for (int i = 0; i < RECORDS; i++) {
                // What is left over of the last question asks for its last record again.
                var record = all.get(Math.min(from + i, all.size() - 1));
                statement.setBytes(i + 1, StoredForm.bytes(record));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(StoredForm.uuid(rows.getBytes(1)));
                }
            }
        }
        return found;
    }

    long count(Tag tag) throws SQLException {
        PreparedStatement statement =
                statements.prepare("SELECT count(*) FROM entry_tag WHERE tag = ?");
        statement.setString(1, tag.text());
        return number(statement);
    }

    /// Steps from tag to tag by the index, however many entries each has.
    List<String> tagValues(String key, String afterValue, int limit) throws SQLException {
        PreparedStatement statement =
                statements.prepare("SELECT min(tag) FROM entry_tag WHERE tag > ? AND tag < ?");
        var values = new ArrayList<String>();
        String last = key + ":" + afterValue;
        String end = key + ";";
        while (values.size() < limit) {
            statement.setString(1, last);
            statement.setString(2, end);
            try (ResultSet row = statement.executeQuery()) {
                String tag = row.next() ? row.getString(1) : null;
                if (tag == null) {
                    return values;
                }
                values.add(tag.substring(key.length() + 1));
                last = tag;
            }
        }
        return values;
    }

    /// The position before the first entry recorded at an instant or later.
    long before(Instant recordedAt, long head) throws SQLException {
        long low = 0;
        long high = head;
        long micros = micros(recordedAt);
        PreparedStatement statement =
                statements.prepare("SELECT recorded_at FROM entry WHERE position = ?");
        while (low < high) {
            long middle = low + (high - low) / 2;
            statement.setLong(1, middle + 1);
            if (number(statement) < micros) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static long number(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    static LogEntry entry(ResultSet row) throws SQLException {
        byte[] payload = row.getBytes(10);
        if (payload == null) {
            throw new LogUnavailable(
                    "The payload at position (%d) is missing.".formatted(row.getLong(1)), null);
        }
        return new LogEntry(
                new LogPosition(row.getLong(1)),
                StoredForm.uuid(row.getBytes(2)),
                row.getString(3),
                row.getInt(4),
                Instant.EPOCH.plus(row.getLong(5), ChronoUnit.MICROS),
                row.getString(6),
                tags(row.getString(7)).stream().map(Tag::parse).toList(),
                row.getString(8),
                new String(payload, StandardCharsets.UTF_8),
                HexFormat.of().formatHex(row.getBytes(9)));
    }

    static List<String> tags(String stored) {
        return stored.isEmpty() ? List.of() : List.of(stored.split("\n", -1));
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    @Override
    public void close() throws SQLException {
        statements.close();
    }
}
