package dev.lodestone.importers.csv;

import dev.lodestone.events.Quantity;
import dev.lodestone.events.Value;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.Hashes;
import dev.lodestone.importers.csv.SheetMapping.IgnoredColumn;
import dev.lodestone.importers.csv.SheetMapping.SumColumn;
import dev.lodestone.importers.csv.SheetMapping.ValueColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The cells of a row, read as their columns say. Numbers that are written in different ways and
/// are equal count as equal in keys and hashes.
final class SheetCells {
    private final SheetMapping mapping;
    private final CsvRow row;
    private final CellNumbers numbers;

    SheetCells(SheetMapping mapping, CsvRow row) {
        this.mapping = mapping;
        this.row = row;
        this.numbers = new CellNumbers(mapping.form());
    }

    boolean isGiven(String column) {
        return !numbers.isMissing(row.cell(column));
    }

    /// The cells that make a sample, all of which must be there.
    String key(List<String> columns) {
        for (var column : columns) {
            if (!isGiven(column)) {
                throw row.refused(
                        column,
                        "The cell (%s) is empty, but tells which sample the row is about."
                                .formatted(row.cell(column)),
                        "the row is to be left out, or the column is no part of the sample's key.");
            }
        }
        return keyOrMissing(columns);
    }

    String keyOrMissing(List<String> columns) {
        return columns.stream()
                .map(this::canonical)
                .map(SheetCells::escaped)
                .collect(Collectors.joining("/"));
    }

    /// A short hash of all the row says that is not left out.
    String contentHash() {
        var columns =
                mapping.columns().entrySet().stream()
                        .filter(column ->
                                !(column.getValue() instanceof IgnoredColumn
                                        || column.getValue() instanceof SumColumn))
                        .map(Map.Entry::getKey)
                        .toList();
        return Hashes.sha256(content(columns.stream())).substring(0, 16);
    }

    /// What the row says in some of its columns, in one spelling.
    String content(Set<String> columns, Set<String> more) {
        return content(Stream.concat(columns.stream(), more.stream()));
    }

    private String content(Stream<String> columns) {
        return columns.sorted()
                .map(column -> escaped(column) + "=" + escaped(canonical(column)))
                .collect(Collectors.joining("/"));
    }

    private String canonical(String column) {
        if (!isGiven(column)) {
            return "";
        }
        return isNumber(column)
                ? CellNumbers.canonical(numbers.number(row, column))
                : row.cell(column);
    }

    private boolean isNumber(String column) {
        return mapping.columns().get(column) instanceof ValueColumn value
                && value.unit().isPresent();
    }

    /// What keys are joined with, and what a tag cannot hold, is written as in a URL.
    private static String escaped(String text) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/' || c == '#' || c == '%' || c == '=' || Character.isISOControl(c)) {
                out.append('%').append("%02X".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /// A text with columns in braces, filled.
    String filled(String pattern) {
        var text = pattern;
        for (var column : mapping.columns().keySet()) {
            text = text.replace("{" + column + "}", canonical(column));
        }
        return text;
    }

    Value value(String name, ValueColumn column) {
        var cell = row.cell(name);
        if (column.unit().isEmpty()) {
            return dressed(
                    Value.ofText(column.property(), column.basis(), cell),
                    name,
                    column,
                    column.note());
        }
        var number = numbers.number(row, name);
        var rule =
                column.rules().stream()
                        .filter(r -> CellNumbers.decimals(number) > r.moreDecimalsThan())
                        .findFirst();
        return dressed(
                Value.of(
                        column.property(),
                        rule.map(SheetMapping.BasisRule::basis).orElse(column.basis()),
                        new Quantity(number, column.unit().get(), cell, Optional.empty())),
                name,
                column,
                rule.flatMap(SheetMapping.BasisRule::note).or(column::note));
    }

    private Value dressed(Value value, String name, ValueColumn column, Optional<String> note) {
        var dressed = value.at(row.locator(name));
        if (column.mode().isPresent()) {
            dressed = dressed.withMode(column.mode().get());
        }
        if (column.species().isPresent()) {
            dressed = dressed.ofSpecies(column.species().get());
        }
        return note.isPresent() ? dressed.noting(note.get()) : dressed;
    }

    /// What is odd about a check sum.
    Optional<Finding> sumFinding(String name, SumColumn column) {
        if (!isGiven(name)) {
            return Optional.empty();
        }
        var terms = new ArrayList<BigDecimal>();
        for (var part : column.of()) {
            if (!isGiven(part)) {
                return Optional.empty();
            }
            terms.add(numbers.number(row, part));
        }
        var sum = terms.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var stated = numbers.number(row, name);
        return sum.subtract(stated).abs().compareTo(column.tolerance()) <= 0
                ? Optional.empty()
                : Optional.of(
                        new Finding(
                                row.locator(name),
                                "The columns (%s) add up to %s, but the sum is given as (%s); both are kept as they are."
                                        .formatted(
                                                String.join(", ", column.of()),
                                                sum.toPlainString(),
                                                row.cell(name))));
    }
}
