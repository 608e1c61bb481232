package dev.lodestone.ontology;

import java.util.List;

/// A name that the ontology does not know, with the names that come near.
public final class UnknownTerm extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final transient List<String> suggestions;

    UnknownTerm(String what, String name, List<String> suggestions) {
        super(
                "The %s (%s) is not known.%s"
                        .formatted(
                                what,
                                name,
                                suggestions.isEmpty()
                                        ? ""
                                        : "\nMaybe " + String.join(", ", suggestions) + "."));
        this.name = name;
        this.suggestions = List.copyOf(suggestions);
    }

    /// The name as it was given.
    public String name() {
        return name;
    }

    /// The nearest known names, best first.
    public List<String> suggestions() {
        return suggestions;
    }
}
