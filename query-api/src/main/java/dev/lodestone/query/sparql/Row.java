package dev.lodestone.query.sparql;

import dev.lodestone.query.LodestoneException.Fault;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/// One row of a canned query's answer: its bound variables by name.
public final class Row {
    private final Map<String, Node> cells;

    Row(Map<String, Node> cells) {
        this.cells = Map.copyOf(cells);
    }

    /// The lexical form of a value, or the IRI of a thing.
    public Optional<String> text(String name) {
        return Optional.ofNullable(cells.get(name)).map(Row::text);
    }

    /// The same where the query promises it.
    public String get(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    /// A number, exactly as it is written.
    public Optional<BigDecimal> number(String name) {
        return text(name)
                .flatMap(text -> {
                    try {
                        return Optional.of(new BigDecimal(text));
                    } catch (NumberFormatException e) {
                        return Optional.empty();
                    }
                });
    }

    /// A whole number.
    public OptionalLong whole(String name) {
        return number(name)
                .map(number -> OptionalLong.of(number.longValue()))
                .orElseGet(OptionalLong::empty);
    }

    /// Whether the value is `true`.
    public boolean isTrue(String name) {
        return text(name).filter("true"::equals).isPresent();
    }

    /// Names and texts of what is bound, sorted by name.
    @Override
    public String toString() {
        return cells.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(cell -> cell.getKey() + "=" + text(cell.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String text(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }

    private static Fault missing(String name) {
        return new Fault(
                "The query's answer has no (%s).".formatted(name), new IllegalStateException(name));
    }
}
