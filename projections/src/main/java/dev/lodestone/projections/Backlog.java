package dev.lodestone.projections;

import dev.lodestone.events.log.LogPosition;
import java.util.concurrent.TimeUnit;

/// Tells whether a graph is so far behind the log that to build it anew is sooner done than to
/// follow on.
///
/// Where the log grows, as while something is imported, what is built now is soon behind again: it
/// is built anew only in a long import, and when it has less than a quarter of the log, so that
/// what is built in vain is less than half of what is built in the end. For one thread.
final class Backlog {
    private static final long STILL_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int BEYOND_WHILE_GROWING = 40;

    private final int beyond;
    private final int gain;
    private long head = -1;
    private long grewAt;

    /// @param beyond a graph that is behind by fewer records is followed
    /// @param gain how many records are built anew in the time in which one is followed
    Backlog(int beyond, int gain) {
        this.beyond = beyond;
        this.gain = gain;
    }

    /// Takes note of the log's last position.
    ///
    /// @param nanos the time, by a clock that only measures
    void see(LogPosition last, long nanos) {
        if (head < 0) {
            grewAt = nanos - STILL_NANOS;
        } else if (last.value() > head) {
            grewAt = nanos;
        }
        head = last.value();
    }

    /// Whether a graph that has reached a position is to be built anew.
    boolean isTooLong(LogPosition reached, long nanos) {
        long behind = head - reached.value();
        if (behind <= beyond) {
            return false;
        }
        return nanos - grewAt >= STILL_NANOS
                ? behind * gain > head
                : behind > (long) BEYOND_WHILE_GROWING * beyond && 4 * behind > 3 * head;
    }
}
