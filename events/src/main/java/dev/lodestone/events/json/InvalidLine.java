package dev.lodestone.events.json;

import dev.lodestone.events.InvalidEvent;

/// An event of a file that cannot be read: which line of which file, and what is wrong with it.
public final class InvalidLine extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final transient InvalidEvent fault;

    InvalidLine(String place, InvalidEvent fault) {
        super(text(place, fault.pointer(), fault.problem(), fault.maybe().orElse("")), fault);
        this.place = place;
        this.fault = fault;
    }

    /// File and line, `events.jsonl:12`.
    public String place() {
        return place;
    }

    /// What is wrong with the event.
    public InvalidEvent fault() {
        return fault;
    }

    /// A complaint about an event of a file, as people read it: `[events.jsonl:12
    /// /results/0/quantity/unit] The unit ...`.
    public static String text(String place, String pointer, String problem, String maybe) {
        return "["
                + place
                + (pointer.isEmpty() ? "" : " " + pointer)
                + "] "
                + problem
                + (maybe.isEmpty() ? "" : "\nMaybe " + maybe);
    }
}
