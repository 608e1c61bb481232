package dev.lodestone.projections.property;

import dev.lodestone.ontology.Namespaces;
import dev.lodestone.projections.translate.Node;
import dev.lodestone.projections.translate.Node.Literal;
import dev.lodestone.projections.translate.Node.Resource;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/// What sort of value an object is, named by its XSD datatype or as `word`, and how such values are
/// written in Neo4j: as its own types where nothing is lost by that, else as text.
final class ValueSort {
    private static final String WORD = "word";
    private static final String STRING = "string";

    private ValueSort() {}

    /// The sort; a datatype that is not of XSD is named by its whole IRI.
    static String of(Node value) {
        return switch (value) {
            case Resource _ -> WORD;
            case Literal(_, var datatype) when datatype.startsWith(Namespaces.XSD) ->
                    datatype.substring(Namespaces.XSD.length());
            case Literal(_, var datatype) -> datatype;
        };
    }

    /// The value as text, to stand under a key that names its sort.
    static String text(Node value) {
        return switch (value) {
            case Resource(var iri) -> Namespaces.shorten(iri);
            case Literal(var lexical, _) -> lexical;
        };
    }

    static Node fromText(String sort, String text) {
        if (sort.equals(WORD)) {
            return new Resource(Namespaces.expand(text));
        }
        return new Literal(text, sort.indexOf(':') >= 0 ? sort : Namespaces.XSD + sort);
    }

    /// The value as Neo4j has it; nothing where it could not be told again from its key and its
    /// type.
    static Optional<Object> toNative(GraphSpelling.Key key, String sort, Node value) {
        Optional<Object> written = written(key, sort, text(value));
        return written.filter(one -> fromNative(key, one).equals(value));
    }

    private static Optional<Object> written(GraphSpelling.Key key, String sort, String text) {
        try {
            return switch (sort) {
                case WORD -> key.words() ? Optional.of(text) : Optional.empty();
                case STRING -> key.words() ? Optional.empty() : Optional.of(text);
                case "integer" -> Optional.of(Long.parseLong(text));
                case "boolean" -> Optional.of(Boolean.parseBoolean(text));
                case "double" ->
                        key.decimals() ? Optional.empty() : Optional.of(Double.parseDouble(text));
                case "decimal" ->
                        key.decimals() ? Optional.of(Double.parseDouble(text)) : Optional.empty();
                case "dateTime" -> Optional.of(Instant.parse(text).atZone(ZoneOffset.UTC));
                default -> Optional.empty();
            };
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The value that Neo4j has under a key.
    static Node fromNative(GraphSpelling.Key key, Object value) {
        return switch (value) {
            case Long number -> literal(Long.toString(number), "integer");
            case Boolean truth -> literal(Boolean.toString(truth), "boolean");
            case Double number when key.decimals() -> literal(decimal(number), "decimal");
            case Double number -> literal(Double.toString(number), "double");
            case ZonedDateTime time -> literal(time(time.toInstant()), "dateTime");
            case String text when key.words() -> new Resource(Namespaces.expand(text));
            case String text -> literal(text, STRING);
            default ->
                    throw new IllegalStateException(
                            "The key (%s) holds a %s, which is never written there."
                                    .formatted(key.name(), value.getClass().getSimpleName()));
        };
    }

    private static Literal literal(String lexical, String type) {
        return new Literal(lexical, Namespaces.XSD + type);
    }

    private static String decimal(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /// With as many digits of the second as it needs.
    private static String time(Instant instant) {
        String text = instant.toString();
        if (text.indexOf('.') < 0) {
            return text;
        }
        return text.substring(0, text.length() - 1).replaceFirst("0+$", "") + "Z";
    }
}
