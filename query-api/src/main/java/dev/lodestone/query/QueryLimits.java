package dev.lodestone.query;

import java.time.Duration;

/// How much one question may take. A question may ask for less than a server allows, never for
/// more.
///
/// @param time from the first look at the graph to the last row
/// @param rows rows of a table, or statements of a graph; beyond them an answer is cut and says so
/// @param bytes of a written answer
public record QueryLimits(Duration time, long rows, long bytes) {
    /// What a server allows unless it is told otherwise.
    public static final QueryLimits DEFAULT =
            new QueryLimits(Duration.ofSeconds(60), 1_000_000, 1L << 30);

    public QueryLimits {
        if (!time.isPositive() || rows < 1 || bytes < 1) {
            throw new IllegalArgumentException(
                    "The limits (%s, %d rows, %d bytes) must be above zero."
                            .formatted(time, rows, bytes));
        }
    }

    /// Of each limit the smaller.
    public QueryLimits within(QueryLimits most) {
        return new QueryLimits(
                time.compareTo(most.time) < 0 ? time : most.time,
                Math.min(rows, most.rows),
                Math.min(bytes, most.bytes));
    }

    /// The same with another number of rows.
    public QueryLimits withRows(long atMost) {
        return new QueryLimits(time, atMost, bytes);
    }

    /// The same with another time.
    public QueryLimits withTime(Duration atMost) {
        return new QueryLimits(atMost, rows, bytes);
    }
}
