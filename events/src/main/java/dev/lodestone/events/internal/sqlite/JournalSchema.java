package dev.lodestone.events.internal.sqlite;

import dev.lodestone.events.log.LogUnavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.sqlite.SQLiteConfig;

/// The tables of a journal file, and the check that a file is a journal this code can read.
final class JournalSchema {
    /// "LODE": what the file says it is.
    private static final int APPLICATION_ID = 0x4C4F4445;

    /// The form this code writes; it reads no later one.
    private static final int FORMAT = 1;

    /// How long the write-ahead file grows before it is moved to the main file, in pages. Pages
    /// that many groups touch, such as those of the indexes, are then moved once.
    private static final int CHECKPOINT_PAGES = 32_768;

    private static final int BUSY_MILLIS = 10_000;

    private JournalSchema() {}

    static Connection openWriter(Path file, JournalOptions options) throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setJournalSizeLimit(64 << 20);
        config.setCacheSize(-64 * 1024);
        config.setBusyTimeout(BUSY_MILLIS);
        if (options.maxDatabasePages() > 0) {
            config.setMaxPageCount(options.maxDatabasePages());
        }
        Connection connection = config.createConnection(url(file));
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
        }
        return connection;
    }

    static Connection openReader(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setCacheSize(-4 * 1024);
        config.setBusyTimeout(BUSY_MILLIS);
        return config.createConnection(url(file));
    }

    private static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath();
    }

    /// Makes the tables if the file has none.
    ///
    /// @return the store's id
    static UUID prepare(Connection connection, Path file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (number(statement, "SELECT count(*) FROM sqlite_schema") == 0) {
                create(statement);
            }
        }
        return check(connection, file);
    }

    private static void create(Statement statement) throws SQLException {
        statement.execute("BEGIN IMMEDIATE");
        statement.execute("PRAGMA application_id = " + APPLICATION_ID);
        statement.execute("CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT");
        statement.execute(
                """
                CREATE TABLE entry (
                  position INTEGER PRIMARY KEY,
                  record BLOB NOT NULL UNIQUE,
                  kind TEXT NOT NULL,
                  version INTEGER NOT NULL,
                  recorded_at INTEGER NOT NULL,
                  lab_time TEXT NOT NULL,
                  tags TEXT NOT NULL,
                  access TEXT NOT NULL,
                  commitment BLOB NOT NULL,
                  leaf BLOB NOT NULL,
                  salt BLOB,
                  payload BLOB
                ) STRICT
                """);
        statement.execute(
                """
                CREATE TABLE entry_tag (
                  tag TEXT NOT NULL,
                  position INTEGER NOT NULL,
                  PRIMARY KEY (tag, position)
                ) STRICT, WITHOUT ROWID
                """);
        statement.execute("INSERT INTO meta VALUES ('format', '" + FORMAT + "')");
        statement.execute("INSERT INTO meta VALUES ('store', '" + UUID.randomUUID() + "')");
        statement.execute("COMMIT");
    }

    /// Refuses, in words, a file that is no journal or one of a later form.
    static UUID check(Connection connection, Path file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (number(statement, "PRAGMA application_id") != APPLICATION_ID) {
                throw new LogUnavailable(
                        "The file (%s) is a database, but not a Lodestone log.".formatted(file),
                        "Maybe it belongs to another program: name another directory.",
                        null);
            }
            long format = number(statement, "SELECT value FROM meta WHERE name = 'format'");
            if (format > FORMAT) {
                throw new LogUnavailable(
                        "The log (%s) has format (%d); this program reads formats up to (%d)."
                                .formatted(file, format, FORMAT),
                        "Maybe a later version of Lodestone wrote it: use that one.",
                        null);
            }
            try (ResultSet row =
                    statement.executeQuery("SELECT value FROM meta WHERE name = 'store'")) {
                row.next();
                return UUID.fromString(row.getString(1));
            }
        }
    }

    static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
