package dev.lodestone.events.log;

/// A point in the log. Entries stand at 1, 2, 3, … without gaps; {@link #START} is before the
/// first.
///
/// @param value how many entries stand at or before this point
public record LogPosition(long value) implements Comparable<LogPosition> {
    /// Before the first entry.
    public static final LogPosition START = new LogPosition(0);

    public LogPosition {
        if (value < 0) {
            throw new IllegalArgumentException(
                    "A log position is 0 or more, and (%d) is not.".formatted(value));
        }
    }

    public LogPosition next() {
        return new LogPosition(value + 1);
    }

    public boolean isAfter(LogPosition other) {
        return value > other.value;
    }

    @Override
    public int compareTo(LogPosition other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
