package dev.lodestone.query;

import dev.lodestone.events.log.LogPosition;

/// The log position at which an answer is true. Two answers of one basis were given by the same
/// facts.
public record Basis(LogPosition position) {
    /// At the n-th record.
    public static Basis at(long position) {
        return new Basis(new LogPosition(position));
    }

    @Override
    public String toString() {
        return position.toString();
    }
}
