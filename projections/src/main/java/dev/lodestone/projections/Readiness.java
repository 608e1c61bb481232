package dev.lodestone.projections;

import dev.lodestone.events.log.LogPosition;

/// How a graph stands to the log at one moment.
///
/// @param graph its name
/// @param position how far the serving copy is
/// @param head the log's last position
public record Readiness(String graph, LogPosition position, LogPosition head, State state) {
    /// What is going on.
    public sealed interface State {
        /// In one line, for people.
        String text();
    }

    /// Not looked at yet.
    public record Starting() implements State {
        @Override
        public String text() {
            return "starting";
        }
    }

    /// In step with the log, or catching up.
    public record Following() implements State {
        @Override
        public String text() {
            return "following";
        }
    }

    /// Being built anew.
    ///
    /// @param upTo the position it is being built to
    /// @param statements how many are written so far
    public record Rebuilding(LogPosition upTo, long statements) implements State {
        @Override
        public String text() {
            return "rebuilding to position %s, %,d statements so far".formatted(upTo, statements);
        }
    }

    /// Something failed that may pass.
    public record Retrying(String why) implements State {
        @Override
        public String text() {
            return "trying again: " + why;
        }
    }

    /// It follows no longer; what it holds can still be read.
    public record Stopped(String why) implements State {
        @Override
        public String text() {
            return "stopped: " + why;
        }
    }

    /// How many records the graph is behind; 0 where the log has gone back behind the graph.
    public long lag() {
        return Math.max(0, head.value() - position.value());
    }
}
