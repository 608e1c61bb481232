package dev.lodestone.projections.translate;

import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// Writes values in the one lexical form that each has here, so that equal values are equal nodes.
final class Nodes {
    private static final String STRING = Namespaces.XSD + "string";
    private static final String INTEGER = Namespaces.XSD + "integer";
    private static final String DECIMAL = Namespaces.XSD + "decimal";
    private static final String DOUBLE = Namespaces.XSD + "double";
    private static final String BOOLEAN = Namespaces.XSD + "boolean";
    private static final String DATE_TIME = Namespaces.XSD + "dateTime";

    /// A decimal of more digits than this would be written out as zeros by the million.
    private static final int MOST_DIGITS = 1_000;

    private Nodes() {}

    static Node iri(String iri) {
        return new Node.Resource(iri);
    }

    static Node iri(Term term) {
        return new Node.Resource(term.iri());
    }

    static Node text(String text) {
        return new Node.Literal(text, STRING);
    }

    static Node integer(long number) {
        return new Node.Literal(Long.toString(number), INTEGER);
    }

    static Node bool(boolean truth) {
        return new Node.Literal(Boolean.toString(truth), BOOLEAN);
    }

    static Node dbl(double number) {
        return new Node.Literal(Double.toString(number), DOUBLE);
    }

    /// Without trailing zeros; nothing for a number that cannot sensibly be written out.
    static Optional<Node> decimal(BigDecimal number) {
        var bare = number.stripTrailingZeros();
        if (Math.abs((long) bare.scale()) + bare.precision() > MOST_DIGITS) {
            return Optional.empty();
        }
        return Optional.of(new Node.Literal(bare.toPlainString(), DECIMAL));
    }

    /// In UTC, with as many digits of the second as it needs.
    static Node time(Instant instant) {
        var text = instant.toString();
        if (text.indexOf('.') >= 0) {
            int end = text.length() - 1;
            while (text.charAt(end - 1) == '0') {
                end--;
            }
            text = text.substring(0, end) + "Z";
        }
        return new Node.Literal(text.startsWith("+") ? text.substring(1) : text, DATE_TIME);
    }
}
