package dev.lodestone.importers.http;

import dev.lodestone.importers.UnreadableSource;
import java.time.Duration;
import java.util.Optional;

/// A failure that may be gone at the next attempt.
final class Passing extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> retryAfter;
    private final UnreadableSource problem;

    /// @param problem what is said if it does not pass
    /// @param retryAfter how long the server asks to wait
    Passing(UnreadableSource problem, Optional<Duration> retryAfter) {
        super(problem);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    UnreadableSource problem() {
        return problem;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
