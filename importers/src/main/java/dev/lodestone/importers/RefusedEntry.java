package dev.lodestone.importers;

/// One entry cannot be imported; the others can.
public final class RefusedEntry extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String problem;
    private final String maybe;

    /// @param place file with line and column, or JSON pointer: `ncm.csv:118 column "sin_temp"`
    /// @param problem what is wrong, with the value in round brackets
    /// @param maybe what to do about it, going on after "Maybe"; empty if nothing is known
    public RefusedEntry(String place, String problem, String maybe) {
        super(text(place, problem, maybe));
        this.place = place;
        this.problem = problem;
        this.maybe = maybe;
    }

    /// Where.
    public String place() {
        return place;
    }

    /// What is wrong.
    public String problem() {
        return problem;
    }

    /// What to do about it; may be empty.
    public String maybe() {
        return maybe;
    }

    static String text(String place, String problem, String maybe) {
        return (place.isEmpty() ? "" : "[" + place + "] ")
                + problem
                + (maybe.isEmpty() ? "" : "\nMaybe " + maybe);
    }
}
