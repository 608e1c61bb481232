package dev.lodestone.benchmarks;

import dev.lodestone.events.internal.sqlite.JournalOptions;
import dev.lodestone.events.internal.sqlite.SqliteJournal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;

/// The rows of a log, hashes and all, written by plain JDBC to the tables, indexes and settings of
/// a log: what the disk and SQLite allow, with everything of ours left out.
final class RawJournal implements AutoCloseable {
    private final Connection connection;
    private final Statement control;
    private final PreparedStatement insertEntry;
    private final PreparedStatement insertTag;

    private RawJournal(Connection connection) throws SQLException {
        this.connection = connection;
        this.control = connection.createStatement();
        this.insertEntry =
                connection.prepareStatement("INSERT INTO entry VALUES (?,?,?,?,?,?,?,?,?,?,?,?)");
        this.insertTag = connection.prepareStatement("INSERT INTO entry_tag VALUES (?,?)");
    }

    /// A row of the log, and the tags it is indexed by. Never compared, so that arrays do.
    @SuppressWarnings("ArrayRecordComponent")
    record Row(
            long position,
            byte[] record,
            String kind,
            int version,
            long recordedAt,
            String labTime,
            String tagText,
            String access,
            byte[] commitment,
            byte[] leaf,
            byte[] salt,
            byte[] payload,
            String[] tags) {}

    /// All rows of a log that nobody has open.
    static List<Row> rowsOf(Path log) throws SQLException {
        var rows = new ArrayList<Row>();
        try (var connection = connect(log);
                var statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT * FROM entry ORDER BY position")) {
            while (found.next()) {
                rows.add(
                        new Row(
                                found.getLong(1),
                                found.getBytes(2),
                                found.getString(3),
                                found.getInt(4),
                                found.getLong(5),
                                found.getString(6),
                                found.getString(7),
                                found.getString(8),
                                found.getBytes(9),
                                found.getBytes(10),
                                found.getBytes(11),
                                found.getBytes(12),
                                found.getString(7).split("\n", -1)));
            }
        }
        return rows;
    }

    /// An empty file with the tables of a log, made by the log's own code.
    static RawJournal create(Path log) throws SQLException {
        SqliteJournal.open(log, JournalOptions.DEFAULT, Clock.LATE).close();
        return new RawJournal(connect(log));
    }

    /// The settings of the log's writer.
    private static Connection connect(Path log) throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setJournalSizeLimit(64 << 20);
        config.setCacheSize(-64 * 1024);
        Connection connection = config.createConnection("jdbc:sqlite:" + log);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = 8192");
        }
        return connection;
    }

    /// Writes the rows in one transaction, and returns once they are on disk.
    void append(List<Row> rows) {
        try {
            control.execute("BEGIN IMMEDIATE");
            for (var row : rows) {
                bind(row);
                insertEntry.addBatch();
                for (var tag : row.tags) {
                    insertTag.setString(1, tag);
                    insertTag.setLong(2, row.position);
                    insertTag.addBatch();
                }
            }
            insertEntry.executeBatch();
            insertTag.executeBatch();
            control.execute("COMMIT");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void bind(Row row) throws SQLException {
        insertEntry.setLong(1, row.position);
        insertEntry.setBytes(2, row.record);
        insertEntry.setString(3, row.kind);
        insertEntry.setInt(4, row.version);
        insertEntry.setLong(5, row.recordedAt);
        insertEntry.setString(6, row.labTime);
        insertEntry.setString(7, row.tagText);
        insertEntry.setString(8, row.access);
        insertEntry.setBytes(9, row.commitment);
        insertEntry.setBytes(10, row.leaf);
        insertEntry.setBytes(11, row.salt);
        insertEntry.setBytes(12, row.payload);
    }

    /// Rows of the entries and of the tags.
    long[] counts() throws SQLException {
        try (ResultSet found =
                control.executeQuery(
                        "SELECT (SELECT count(*) FROM entry), (SELECT count(*) FROM entry_tag)")) {
            found.next();
            return new long[] {found.getLong(1), found.getLong(2)};
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
