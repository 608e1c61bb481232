package dev.lodestone.query.http;

import dev.lodestone.events.log.LogPosition;
import dev.lodestone.projections.Projections;
import dev.lodestone.projections.Readiness;
import java.time.Duration;
import java.util.List;

/// How the graphs stand to the log.
public interface GraphWatch {
    /// Each graph, as it is now.
    List<Readiness> readiness();

    /// Waits until the graph that answers questions has reached a position.
    ///
    /// @return whether it has
    boolean awaitReached(LogPosition position, Duration atMost) throws InterruptedException;

    /// Of the graphs that follow a log; the one called `rdf` answers questions.
    static GraphWatch of(Projections projections) {
        return new GraphWatch() {
            @Override
            public List<Readiness> readiness() {
                return projections.readiness();
            }

            @Override
            public boolean awaitReached(LogPosition position, Duration atMost)
                    throws InterruptedException {
                var follower = projections.follower("rdf");
                return follower.isPresent() && follower.get().awaitReached(position, atMost);
            }
        };
    }
}
