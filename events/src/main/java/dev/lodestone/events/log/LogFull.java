package dev.lodestone.events.log;

import org.jspecify.annotations.Nullable;

/// There is no room for the append. Nothing of it was written.
public final class LogFull extends LogException {
    private static final long serialVersionUID = 1L;

    public LogFull(String what, @Nullable Throwable cause) {
        super(
                what + "\nMaybe free some space and try again: nothing acknowledged was lost.",
                cause);
    }
}
