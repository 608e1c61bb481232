package dev.lodestone.query;

/// An answer that can be told: as JSON by [Json], and as text for people.
public interface Told {
    /// The log position it is true at.
    long basis();

    /// For people.
    String text();

    /// What [Json] writes.
    default Object content() {
        return this;
    }
}
