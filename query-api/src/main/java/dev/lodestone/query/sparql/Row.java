package dev.lodestone.query.sparql;

import dev.lodestone.query.LodestoneException.Fault;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// One row of an answer: its bound variables by name, each as the lexical form of a value or the
/// IRI of a thing.
public final class Row {
    private final Map<String, String> cells;

    /// @param cells what is bound, by the name of the variable; not to be changed any more
    public Row(Map<String, String> cells) {
        this.cells = cells;
    }

    /// The lexical form of a value, or the IRI of a thing.
    public Optional<String> text(String name) {
        return Optional.ofNullable(cells.get(name));
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
                .map(cell -> cell.getKey() + "=" + cell.getValue())
                .collect(Collectors.joining(" "));
    }

    private static Fault missing(String name) {
        return new Fault(
                "The query's answer has no (%s).".formatted(name), new IllegalStateException(name));
    }
}
