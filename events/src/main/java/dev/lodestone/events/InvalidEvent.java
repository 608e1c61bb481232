package dev.lodestone.events;

import java.util.Optional;

/// An event that cannot be read or recorded: what is wrong, with the value, where, and what to do.
public final class InvalidEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String problem;
    private final String remedy;

    /// @param pointer RFC 6901 pointer into the event's JSON; empty for the whole
    /// @param problem what is wrong, with the value
    /// @param maybe what to do about it, without the word "Maybe"; empty if nothing is known
    public InvalidEvent(String pointer, String problem, String maybe) {
        super(
                (pointer.isEmpty() ? "" : "[" + pointer + "] ")
                        + problem
                        + (maybe.isEmpty() ? "" : "\nMaybe " + maybe));
        this.pointer = pointer;
        this.problem = problem;
        this.remedy = maybe;
    }

    /// Where in the event's JSON.
    public String pointer() {
        return pointer;
    }

    /// What is wrong.
    public String problem() {
        return problem;
    }

    /// What to do about it, if known.
    public Optional<String> maybe() {
        return remedy.isEmpty() ? Optional.empty() : Optional.of(remedy);
    }
}
