package dev.lodestone.events.log;

import org.jspecify.annotations.Nullable;

/// The log cannot be opened, read or written: in use, closed, damaged, of a newer form, or the disk
/// failed.
public final class LogUnavailable extends LogException {
    private static final long serialVersionUID = 1L;

    public LogUnavailable(String what, @Nullable Throwable cause) {
        super(what, cause);
    }

    /// @param maybe what to do about it; the message's second line
    public LogUnavailable(String what, String maybe, @Nullable Throwable cause) {
        super(what + "\n" + maybe, cause);
    }
}
