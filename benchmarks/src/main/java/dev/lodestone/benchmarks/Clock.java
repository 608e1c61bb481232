package dev.lodestone.benchmarks;

import java.time.Instant;
import java.time.InstantSource;

/// The time at which benchmarks record: after all that happens in their lives, and always the same.
final class Clock {
    static final InstantSource LATE = () -> Instant.parse("2030-01-01T00:00:00Z");

    private Clock() {}
}
