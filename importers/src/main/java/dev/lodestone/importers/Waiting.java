package dev.lodestone.importers;

import java.time.Duration;

/// Lets time pass before something is tried again, so that tests can count the waits.
@FunctionalInterface
public interface Waiting {
    /// Sleeps.
    Waiting ASLEEP = Thread::sleep;

    /// Returns when the time has passed.
    ///
    /// @throws InterruptedException if the thread is to stop
    void pause(Duration time) throws InterruptedException;
}
