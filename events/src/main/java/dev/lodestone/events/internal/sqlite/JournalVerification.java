package dev.lodestone.events.internal.sqlite;

import dev.lodestone.events.log.LogPosition;
import dev.lodestone.events.log.LogUnavailable;
import dev.lodestone.events.log.LogVerification.Damage;
import dev.lodestone.events.log.LogVerification.Report;
import dev.lodestone.events.log.MerkleRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Walks a journal from the first entry to the last in one read transaction, so that it sees one
/// state of a journal that grows meanwhile.
public final class JournalVerification {
    private static final String ENTRIES =
            """
            SELECT position, record, kind, version, recorded_at, lab_time, tags, access, commitment,
              leaf, salt, payload
            FROM entry ORDER BY position
            """;

    private final StoredForm form = new StoredForm();
    private final MerkleRoot root = new MerkleRoot();
    private long tagCount;
    private long lastRecordedAt = Long.MIN_VALUE;

    private JournalVerification() {}

    public static Report verify(Path file) {
        if (!Files.exists(file)) {
            throw new LogUnavailable(
                    "There is no log (%s).".formatted(file),
                    "Maybe the name of the data directory is wrong.",
                    null);
        }
        try (Connection connection = JournalSchema.openReader(file)) {
            JournalSchema.check(connection, file);
            return new JournalVerification().verify(connection);
        } catch (SQLException e) {
            throw SqliteFailures.translate(file, e);
        }
    }

    private Report verify(Connection connection) throws SQLException {
        Optional<Damage> damage;
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            try {
                damage = firstDamagedEntry(statement, connection);
                if (damage.isEmpty()) {
                    damage = firstStrayTag(statement);
                }
            } catch (SQLException e) {
                damage = damage("the file cannot be read here: " + e.getMessage());
            }
        }
        return new Report(root.leaves(), HexFormat.of().formatHex(root.root()), damage);
    }

    private Optional<Damage> firstDamagedEntry(Statement statement, Connection connection)
            throws SQLException {
        try (ResultSet row = statement.executeQuery(ENTRIES);
                PreparedStatement hasTag =
                        connection.prepareStatement(
                                "SELECT 1 FROM entry_tag WHERE tag = ? AND position = ?")) {
            while (row.next()) {
                Optional<Damage> damage = damageOf(row, hasTag);
                if (damage.isPresent()) {
                    return damage;
                }
                root.add(row.getBytes(10));
            }
        }
        return Optional.empty();
    }

    private Optional<Damage> damageOf(ResultSet row, PreparedStatement hasTag) throws SQLException {
        long position = row.getLong(1);
        if (position != root.leaves() + 1) {
            return damage("the entry is missing; the next one stands at (%d)".formatted(position));
        }
        byte[] salt = row.getBytes(11);
        byte[] payload = row.getBytes(12);
        byte[] commitment = row.getBytes(9);
        if (salt == null || payload == null) {
            return damage("the salt or the payload is missing");
        }
        if (!Arrays.equals(commitment, form.commitment(salt, payload))) {
            return damage("the payload is not the one that was recorded");
        }
        List<String> tags = JournalReader.tags(row.getString(7));
        byte[] record = row.getBytes(2);
        if (record.length != 16) {
            return damage("the record id has (%d) bytes".formatted(record.length));
        }
        byte[] leaf =
                form.leaf(
                        position,
                        StoredForm.uuid(record),
                        row.getString(3),
                        row.getInt(4),
                        row.getLong(5),
                        row.getString(6),
                        tags,
                        row.getString(8),
                        commitment);
        if (!Arrays.equals(leaf, row.getBytes(10))) {
            return damage("the header is not the one that was recorded");
        }
        if (row.getLong(5) < lastRecordedAt) {
            return damage("it was recorded before the entry that stands before it");
        }
        lastRecordedAt = row.getLong(5);
        return missingTag(position, tags, hasTag);
    }

    private Optional<Damage> missingTag(long position, List<String> tags, PreparedStatement hasTag)
            throws SQLException {
        for (String tag : tags) {
            hasTag.setString(1, tag);
            hasTag.setLong(2, position);
            try (ResultSet found = hasTag.executeQuery()) {
                if (!found.next()) {
                    return damage("the entry cannot be found by its tag (%s)".formatted(tag));
                }
            }
            tagCount++;
        }
        return Optional.empty();
    }

    /// Every tag of every entry is there; so if the numbers agree, nothing else is.
    private Optional<Damage> firstStrayTag(Statement statement) throws SQLException {
        if (JournalSchema.number(statement, "SELECT count(*) FROM entry_tag") == tagCount) {
            return Optional.empty();
        }
        try (ResultSet row =
                statement.executeQuery(
                        """
                        SELECT t.position, t.tag, e.tags FROM entry_tag t
                        LEFT JOIN entry e ON e.position = t.position ORDER BY t.position
                        """)) {
            while (row.next()) {
                String tags = row.getString(3);
                if (tags == null
                        || !new HashSet<>(JournalReader.tags(tags)).contains(row.getString(2))) {
                    return Optional.of(
                            new Damage(
                                    new LogPosition(Math.max(0, row.getLong(1))),
                                    "the entry is found by the tag (%s), which it does not have"
                                            .formatted(row.getString(2))));
                }
            }
        }
        return damage("the index of tags is damaged");
    }

    private Optional<Damage> damage(String what) {
        return Optional.of(new Damage(new LogPosition(root.leaves() + 1), what));
    }
}
