package dev.lodestone.importers;

/// A source, or all of it after some place, cannot be read.
public final class UnreadableSource extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param place file, with line and column where they are known
    /// @param problem what is wrong, with the values
    /// @param maybe what to do about it, going on after "Maybe"; empty if nothing is known
    public UnreadableSource(String place, String problem, String maybe) {
        super(RefusedEntry.text(place, problem, maybe));
    }

    /// The same with what brought it about.
    public UnreadableSource(String place, String problem, String maybe, Throwable cause) {
        super(RefusedEntry.text(place, problem, maybe), cause);
    }

    /// What is wrong, for people.
    public String text() {
        return String.valueOf(getMessage());
    }
}
