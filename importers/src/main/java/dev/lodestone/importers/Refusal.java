package dev.lodestone.importers;

/// An entry that was not imported.
///
/// @param place file with line and column, or JSON pointer
/// @param problem what is wrong, with the value
/// @param maybe what to do about it; may be empty
public record Refusal(String place, String problem, String maybe) {
    @Override
    public String toString() {
        return RefusedEntry.text(place, problem, maybe);
    }
}
