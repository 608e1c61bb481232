package dev.lodestone.importers.csv;

import dev.lodestone.events.Quantity;
import dev.lodestone.events.Value;
import dev.lodestone.importers.Hashes;
import dev.lodestone.importers.csv.SheetMapping.IgnoredColumn;
import dev.lodestone.importers.csv.SheetMapping.SumColumn;
import dev.lodestone.importers.csv.SheetMapping.TimeColumn;
import dev.lodestone.importers.csv.SheetMapping.ValueColumn;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Property;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Unit;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The cells of a row, read as their columns say. Numbers that are written in different ways and
/// are equal count as equal in keys and hashes.
final class SheetCells {
    private static final Pattern WITH_TIME = Pattern.compile("^(.{10})[T ].*$");
    private static final Pattern IF_GIVEN =
            Pattern.compile("\\[([^\\[\\]{}]*\\{([^{}]*)}[^\\[\\]{}]*)]");

    private final SheetMapping mapping;
    private final TableRow row;
    private final Noticed noticed;
    private final CellNumbers numbers;
    private final Ontology ontology = Ontology.lodestone();

    /// What was asked before: of most columns it is asked several times.
    private final Map<String, Boolean> given = new HashMap<>();

    private final Map<String, String> canonical = new HashMap<>();

    /// @param numbers reads numbers as the mapping says
    SheetCells(SheetMapping mapping, CellNumbers numbers, TableRow row, Noticed noticed) {
        this.mapping = mapping;
        this.row = row;
        this.noticed = noticed;
        this.numbers = numbers;
    }

    boolean isGiven(String column) {
        return given.computeIfAbsent(column, name -> !numbers.isMissing(row.cell(name)));
    }

    /// Whether a cell holds what its column is for, a number where one is due.
    boolean isReadable(String name, ValueColumn column) {
        return !column.keepsWords()
                || column.unit().isEmpty()
                || numbers.number(row.cell(name)).isPresent();
    }

    /// Whether a cell says so, in whatever spelling of a number.
    boolean says(String column, String text) {
        var one = numbers.number(row.cell(column));
        var other = numbers.number(text);
        return (one.isPresent() && other.isPresent())
                ? one.get().compareTo(other.get()) == 0
                : row.cell(column).equals(text);
    }

    /// What the sample is known by. Of cells that may be empty there can be many, so only their
    /// hash is part of it.
    String sample() {
        var key = key(mapping.sample().columns());
        var more = mapping.sample().mayLack();
        return more.isEmpty()
                ? key
                : key + "/" + Hashes.sha256(keyOrMissing(more)).substring(0, 16);
    }

    /// A cell as text; of a workbook's date the day, not the number that stands for it.
    String text(String column) {
        var cell = row.cell(column);
        return row.mark(column).filter(RawRows.Mark.DATE::equals).isPresent()
                ? numbers.number(cell).flatMap(row.at()::day).map(LocalDate::toString).orElse(cell)
                : cell;
    }

    /// The cells that make a sample, all of which must be there.
    private String key(List<String> columns) {
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
    String content(Set<String> columns) {
        return content(columns.stream());
    }

    private String content(Stream<String> columns) {
        return columns.sorted()
                .map(column -> escaped(column) + "=" + escaped(canonical(column)))
                .collect(Collectors.joining("/"));
    }

    private String canonical(String column) {
        return canonical.computeIfAbsent(column, this::spelled);
    }

    private String spelled(String column) {
        if (!isGiven(column)) {
            return "";
        }
        return isNumber(column)
                ? CellNumbers.canonical(numbers.number(row, column))
                : row.cell(column);
    }

    private boolean isNumber(String column) {
        return mapping.columns().get(column) instanceof ValueColumn value
                && value.unit().isPresent()
                && isReadable(column, value);
    }

    /// What keys are joined with, and what a tag cannot hold, is written as in a URL.
    private static String escaped(String text) {
        if (text.chars().noneMatch(SheetCells::isEscaped)) {
            return text;
        }
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isEscaped(c)) {
                out.append('%').append("%02X".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isEscaped(int c) {
        return c == '/' || c == '#' || c == '%' || c == '=' || Character.isISOControl(c);
    }

    /// A text with columns in braces, filled. What stands in brackets around one is left out where
    /// its cell is empty.
    String filled(String pattern) {
        var text =
                IF_GIVEN.matcher(pattern)
                        .replaceAll(part ->
                                Matcher.quoteReplacement(
                                        isGiven(part.group(2)) ? part.group(1) : ""));
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
        refuseMarks(name, column, number);
        var rule =
                column.rules().stream()
                        .filter(r -> CellNumbers.decimals(number) > r.moreDecimalsThan())
                        .findFirst();
        return dressed(
                Value.of(
                        column.property(),
                        rule.map(SheetMapping.BasisRule::basis).orElse(column.basis()),
                        quantity(name, number, unit(name, column), cell)),
                name,
                column,
                rule.flatMap(SheetMapping.BasisRule::note).or(column::note));
    }

    private Quantity quantity(String name, BigDecimal number, Term unit, String cell) {
        try {
            return new Quantity(number, unit, cell, Optional.empty());
        } catch (IllegalArgumentException e) {
            var lines = String.valueOf(e.getMessage()).split("\nMaybe ", 2);
            throw row.refused(name, lines[0], lines.length == 2 ? lines[1] : "");
        }
    }

    /// -999 and its like, where the property cannot have such a value, stand for something else.
    private void refuseMarks(String name, ValueColumn column, BigDecimal number) {
        if (!CellNumbers.looksLikeAMark(number)) {
            return;
        }
        var range = ontology.findProperty(column.property()).flatMap(Property::plausible);
        var unit = ontology.unit(unit(name, column));
        boolean possible =
                !unit.convertible() || range.isEmpty() || range.get().contains(unit.toSi(number));
        if (!possible) {
            throw row.refused(
                    name,
                    "The value (%s) looks like a mark for a missing value."
                            .formatted(row.cell(name)),
                    "it is one: add \"%s\" to \"missing\" in the mapping."
                            .formatted(row.cell(name)));
        }
    }

    /// As the mapping says, unless the row says otherwise.
    private Term unit(String name, ValueColumn column) {
        var stated = column.unit().orElseThrow();
        if (row.unit().isEmpty()) {
            return stated;
        }
        var text = row.unit().get();
        return ontology.findUnit(text)
                .filter(unit ->
                        ontology.findUnit(stated.curie()).filter(unit::sameDimension).isPresent())
                .map(Unit::term)
                .orElseThrow(() ->
                        row.refused(
                                name,
                                "The unit (%s) cannot be used for (%s)."
                                        .formatted(text, column.property()),
                                "it is misspelt, or the value is of something else."));
    }

    /// The column that says when an event happened.
    Optional<Map.Entry<String, TimeColumn>> timeColumn(String role) {
        return mapping.columns().entrySet().stream()
                .filter(column ->
                        column.getValue() instanceof TimeColumn time && time.role().equals(role))
                .map(column -> Map.entry(column.getKey(), (TimeColumn) column.getValue()))
                .findFirst();
    }

    /// A date as text, or as the number of days that workbooks keep.
    LocalDate day(String name, TimeColumn column) {
        var cell = row.cell(name);
        var counted = numbers.number(cell).flatMap(row.at()::day);
        if (counted.isPresent()) {
            return counted.get();
        }
        try {
            return column.format().isPresent()
                    ? LocalDate.parse(cell, column.format().get())
                    : LocalDate.parse(WITH_TIME.matcher(cell).replaceFirst("$1"));
        } catch (DateTimeException e) {
            throw row.refused(
                    name,
                    "The value (%s) is not a date.".formatted(cell),
                    cell.matches("[0-9]{5}")
                            ? "a spreadsheet program wrote it as a number of days: give the workbook itself, or let it write a date."
                            : "it is written in another order: set format: dd.MM.yyyy, or as it is, in the mapping.");
        }
    }

    private Value dressed(Value value, String name, ValueColumn column, Optional<String> note) {
        var dressed = value.at(row.locator(name));
        if (column.mode().isPresent()) {
            dressed = dressed.withMode(column.mode().get());
        }
        if (column.species().isPresent()) {
            dressed = dressed.ofSpecies(column.species().get());
        }
        var notes = new ArrayList<String>();
        note.ifPresent(notes::add);
        if (row.mark(name).filter(RawRows.Mark.FORMULA::equals).isPresent()) {
            notes.add("the value of a formula, as kept in the workbook");
        }
        for (var notice : noticed.of(row.real(name))) {
            dressed = dressed.flagged(notice.finding());
            notes.add(notice.note());
        }
        return notes.isEmpty() ? dressed : dressed.noting(String.join("; ", notes));
    }
}
