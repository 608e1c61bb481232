package dev.lodestone.events.intake;

/// Why one draft of a batch may not be recorded.
///
/// @param index of the draft in its batch, from 0
/// @param rule the name of the rule that refuses
/// @param pointer RFC 6901 pointer into the draft's JSON
/// @param problem what is wrong, with the values
/// @param maybe what to do about it; empty if nothing is known
/// @param conflict whether the draft was right when written and has been overtaken
public record Rejection(
        int index, String rule, String pointer, String problem, String maybe, boolean conflict) {
    /// One line or two, for people.
    public String text() {
        return (pointer.isEmpty() ? "" : "[" + pointer + "] ")
                + problem
                + (maybe.isEmpty() ? "" : "\nMaybe " + maybe);
    }
}
