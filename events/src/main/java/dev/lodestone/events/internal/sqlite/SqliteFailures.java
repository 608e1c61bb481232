package dev.lodestone.events.internal.sqlite;

import dev.lodestone.events.log.LogException;
import dev.lodestone.events.log.LogFull;
import dev.lodestone.events.log.LogUnavailable;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What SQLite's errors mean to a user of the log. The only place that knows its codes.
final class SqliteFailures {
    private SqliteFailures() {}

    static SQLiteErrorCode code(SQLException e) {
        return e instanceof SQLiteException sqlite
                ? sqlite.getResultCode()
                : SQLiteErrorCode.UNKNOWN_ERROR;
    }

    static boolean isFull(SQLException e) {
        return switch (code(e)) {
            case SQLITE_FULL, SQLITE_IOERR_SHMSIZE -> true;
            default -> false;
        };
    }

    static boolean isDuplicate(SQLException e) {
        return switch (code(e)) {
            case SQLITE_CONSTRAINT, SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY -> true;
            default -> false;
        };
    }

    static LogException translate(Path file, SQLException e) {
        if (isFull(e)) {
            return new LogFull("There is no room to append to the log (%s).".formatted(file), e);
        }
        return switch (code(e)) {
            case SQLITE_CORRUPT, SQLITE_CORRUPT_INDEX, SQLITE_CORRUPT_VTAB, SQLITE_NOTADB ->
                    new LogUnavailable(
                            "The log (%s) is damaged: %s.".formatted(file, e.getMessage()),
                            "Maybe restore it from a copy; verification tells how far it is sound.",
                            e);
            case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_READONLY, SQLITE_AUTH ->
                    new LogUnavailable(
                            "The log (%s) cannot be opened for writing: %s."
                                    .formatted(file, e.getMessage()),
                            "Maybe this user may not write there.",
                            e);
            default ->
                    new LogUnavailable(
                            "The log (%s) failed: %s.".formatted(file, e.getMessage()),
                            "Maybe the disk failed: check it, then open the log again.",
                            e);
        };
    }
}
