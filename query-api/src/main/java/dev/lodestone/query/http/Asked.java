package dev.lodestone.query.http;

import dev.lodestone.query.LodestoneException.Incorrect;

/// Query parameters that are not text.
final class Asked {
    private Asked() {}

    /// Whether a parameter is `true`; `false` where it is not given.
    static boolean yes(Exchange exchange, String name) {
        var text = exchange.query(name).orElse("false");
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new Incorrect(
                            name,
                            "The parameter %s (%s) is not true or false.".formatted(name, text));
        };
    }

    /// A whole number.
    static long whole(Exchange exchange, String name, long otherwise) {
        var text = exchange.query(name);
        try {
            return text.map(Long::parseLong).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new Incorrect(
                    name,
                    "The parameter %s (%s) is not a whole number."
                            .formatted(name, text.orElse("")));
        }
    }
}
