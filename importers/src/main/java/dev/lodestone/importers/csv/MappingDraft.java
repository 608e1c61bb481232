package dev.lodestone.importers.csv;

import dev.lodestone.importers.csv.ColumnGuess.Kind;
import dev.lodestone.ontology.Property;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes a mapping for a table, to be corrected by a person: what each column seems to be and how
/// sure that is.
final class MappingDraft {
    private final String file;
    private final TableSketch sketch;
    private final List<ColumnGuess> columns;
    private final DraftEvents events;
    private final List<String> key;
    private final boolean constant;
    private final StringBuilder out = new StringBuilder();

    private MappingDraft(String file, TableSketch sketch) {
        this.file = file;
        this.sketch = sketch;
        this.columns = new HeaderGuesser(sketch).all();
        this.events = new DraftEvents(columns.stream().filter(ColumnGuess::isUsed).toList());
        var sample = new DraftSample(sketch, columns);
        this.key = sample.key();
        this.constant = sample.isConstant();
    }

    static String of(Path file, Optional<String> sheet) {
        return new MappingDraft(String.valueOf(file.getFileName()), TableSketch.of(file, sheet))
                .text();
    }

    private String text() {
        head();
        file();
        samples();
        events();
        columns();
        checks();
        return out.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void head() {
        long known = columns.stream().filter(guess -> guess.kind() != Kind.UNKNOWN).count();
        line(
                "# A draft, made from the names and the first %d rows of %s."
                        .formatted(sketch.rows().size(), file));
        line(
                "# Of %d columns %d are recognised: %d sure, %d likely, %d guesses. Read every line before use."
                        .formatted(
                                columns.size(),
                                known,
                                count("sure"),
                                count("likely"),
                                count("a guess")));
        sketch.findings().forEach(finding -> line("# " + finding.what().replace("\n", " ")));
        var names = sketch.header().names();
        if (new HashSet<>(names).size() < names.size() || names.contains("")) {
            line("# Columns share a name or have none: rename them in the file before importing.");
        }
        var stem = file.replaceAll("\\.[^.]*$", "").replaceAll("[^A-Za-z0-9]+", "-");
        stem = stem.replaceAll("^-+|-+$", "").toLowerCase(Locale.ROOT);
        line("mapping: %s".formatted(stem.isEmpty() ? "table" : stem));
        line("version: 1");
        line("source:");
        line("  title: %s".formatted(quoted(file)));
        line("  whole: false  # true if a row that is gone from the file is to be withdrawn");
    }

    private long count(String word) {
        return columns.stream()
                .filter(guess -> guess.kind() != Kind.UNKNOWN && guess.word().equals(word))
                .count();
    }

    private void file() {
        var header = sketch.form().header();
        line("file:");
        line("  encoding: auto");
        line("  delimiter: auto");
        if (sketch.form().decimalComma()) {
            line("  decimal: comma");
        }
        sketch.form().sheet().ifPresent(sheet -> line("  sheet: %s".formatted(quoted(sheet))));
        line("  headerRow: %d".formatted(header.row()));
        if (header.rows() > 1) {
            line("  headerRows: %d".formatted(header.rows()));
        }
        if (header.unitsRow() > 0) {
            line("  unitsRow: %d".formatted(header.unitsRow()));
        }
    }

    private void samples() {
        line("sample:");
        line("  key: [%s]  # what makes two rows speak of one sample".formatted(list(key)));
        line(
                "  name: %s"
                        .formatted(
                                quoted(
                                        key.stream()
                                                .limit(4)
                                                .map(column -> "{" + column + "}")
                                                .collect(Collectors.joining(" ")))));
        line("row: {replicates: true}");
    }

    private void events() {
        if (events.all().isEmpty()) {
            line("events: {}");
            return;
        }
        line("events:");
        for (var event : events.all()) {
            line(
                    "  %s: {kind: %s%s, of: %s, after: [registration]}"
                            .formatted(
                                    event.role(),
                                    event.kind(),
                                    event.type().map(type -> ", type: " + type).orElse(""),
                                    constant && !event.role().equals("measurement")
                                            ? "sample"
                                            : "row"));
        }
    }

    private void columns() {
        line("columns:");
        columns.forEach(guess ->
                line(
                        "  %s: {%s}  # %s"
                                .formatted(
                                        quoted(guess.column()),
                                        entry(guess),
                                        guess.kind() == Kind.UNKNOWN
                                                ? guess.why()
                                                : String.format(
                                                        Locale.ROOT,
                                                        "%s (%.2f): %s",
                                                        guess.word(),
                                                        guess.sure(),
                                                        guess.why()
                                                                + (guess.isValue()
                                                                                && !guess.isUsed()
                                                                        ? "; if so: " + meant(guess)
                                                                        : "")))));
    }

    private static String meant(ColumnGuess guess) {
        return "property: "
                + guess.property().orElseThrow().term().curie()
                + guess.unit().map(unit -> ", unit: " + unit.term().curie()).orElse("");
    }

    private String entry(ColumnGuess guess) {
        return switch (guess.kind()) {
            case IDENTITY -> "identity: true";
            case SUM ->
                    "sumOf: [%s], tolerance: 0.02"
                            .formatted(list(new ElementColumns(sketch).shares()));
            case TIME ->
                    measured()
                            .map(role -> "timeOf: " + role + format(guess.column()))
                            .orElseGet(this::kept);
            case VALUE ->
                    guess.property()
                            .filter(_ -> guess.isUsed())
                            .filter(property -> events.role(property).isPresent())
                            .map(property -> value(guess, property))
                            .orElseGet(this::kept);
            case UNKNOWN -> key.contains(guess.column()) ? "identity: true" : kept();
        };
    }

    /// Days are written 2026-11-21 unless the mapping says otherwise.
    private String format(String column) {
        return sketch.given(column).stream()
                .filter(cell -> cell.matches("\\d{2}([./-])\\d{2}\\1\\d{4}"))
                .findFirst()
                .map(cell -> ", format: dd%1$cMM%1$cyyyy".formatted(cell.charAt(2)))
                .orElse("");
    }

    private Optional<String> measured() {
        return events.all().stream()
                .map(DraftEvents.Event::role)
                .filter("measurement"::equals)
                .findFirst();
    }

    private String value(ColumnGuess guess, Property property) {
        var parts = new ArrayList<String>();
        parts.add("in: " + events.role(property).orElseThrow());
        parts.add("as: " + DraftEvents.part(property));
        parts.add("property: " + property.term().curie());
        guess.unit()
                .ifPresentOrElse(
                        unit -> parts.add("unit: " + unit.term().curie()),
                        () -> parts.add("text: true"));
        DraftEvents.component(property).ifPresent(kind -> parts.add("component: " + kind));
        parts.add("basis: Unverified");
        return String.join(", ", parts);
    }

    /// As text, with the last event; nothing that was not recognised is lost.
    private String kept() {
        var all = events.all();
        return all.isEmpty()
                ? "ignore: not recognised"
                : "verbatimIn: " + measured().orElse(all.getLast().role());
    }

    private void checks() {
        line("checks:");
        line("  duplicates: true");
        line("  looksImputed: {moreDecimalsThan: 5}");
        var shares = new ElementColumns(sketch).shares();
        if (!shares.isEmpty()) {
            line("  sums: [{of: [%s], to: 1, tolerance: 0.02}]".formatted(list(shares)));
        }
    }

    private static String list(List<String> names) {
        return names.stream().map(MappingDraft::quoted).collect(Collectors.joining(", "));
    }

    /// As YAML and JSON both write strings.
    private static String quoted(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + "\"";
    }
}
