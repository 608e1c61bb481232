package dev.lodestone.events.log;

import org.jspecify.annotations.Nullable;

/// Why the log did not do what was asked. The message says what, with the values; a second line, if
/// there is one, begins with "Maybe" and says what to do.
public abstract sealed class LogException extends RuntimeException
        permits AppendConflict, DuplicateRecord, LogFull, LogUnavailable {
    private static final long serialVersionUID = 1L;

    LogException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
