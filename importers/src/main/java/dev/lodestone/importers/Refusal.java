package dev.lodestone.importers;

/// An entry that was not imported.
///
/// @param place file with line and column, or JSON pointer
/// @param problem what is wrong, with the value
/// @param maybe what to do about it; may be empty
public record Refusal(String place, String problem, String maybe) {
    /// An event that cannot be made, in the words of the event.
    static Refusal of(String place, String message) {
        int maybe = message.indexOf("\nMaybe ");
        return maybe < 0
                ? new Refusal(place, message, "")
                : new Refusal(place, message.substring(0, maybe), message.substring(maybe + 7));
    }

    @Override
    public String toString() {
        return RefusedEntry.text(place, problem, maybe);
    }
}
