package dev.lodestone.importers.csv;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.Hashes;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.importers.SourceReading;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/// A table being read. It is walked through once before the first row is given out, so that a file
/// that breaks off in the middle of a quote changes nothing, and so that what is odd among rows is
/// known.
final class TableReading implements SourceReading {
    private final SourceDescription source;
    private final Iterator<SourceEntry> entries;
    private final Supplier<List<Finding>> findings;
    private final Runnable close;

    private TableReading(
            SourceDescription source,
            Iterator<SourceEntry> entries,
            Supplier<List<Finding>> findings,
            Runnable close) {
        this.source = source;
        this.entries = entries;
        this.findings = findings;
        this.close = close;
    }

    static TableReading open(TableMapping mapping, SourceLocation location) {
        var file = location.path();
        var about = mapping.about();
        return switch (mapping) {
            case SheetMapping sheet -> {
                Survey survey;
                try (var all = new CheckedRows(sheet, file)) {
                    survey = new Survey(all.mapping());
                    survey.of(all);
                }
                var rows = new CheckedRows(sheet, file);
                yield new TableReading(
                        about.describe(file.toString(), Hashes.sha256(file), beside(sheet, file)),
                        new SheetRows(
                                rows.mapping(),
                                new CellNumbers(rows.mapping().form()),
                                rows,
                                survey),
                        rows::findings,
                        rows::close);
            }
            case PredictionsMapping predictions -> {
                walkThrough(file, predictions);
                var table = new Table(file, predictions.form(), predictions.columnNames());
                yield new TableReading(
                        about.describe(file.toString(), Hashes.sha256(file), ""),
                        new PredictionTable(predictions, table).entries().iterator(),
                        table::findings,
                        table::close);
            }
        };
    }

    /// What besides the mapping decides what the rows mean.
    private static String beside(SheetMapping sheet, Path file) {
        return sheet.checks()
                .other()
                .map(other ->
                        " beside %s (%s)"
                                .formatted(
                                        other.file(),
                                        Hashes.sha256(OtherRows.file(other, file))
                                                .substring(0, 12)))
                .orElse("");
    }

    private static void walkThrough(Path file, PredictionsMapping mapping) {
        try (var table = new Table(file, mapping.form(), mapping.columnNames())) {
            while (table.hasNext()) {
                try {
                    table.next();
                } catch (RefusedEntry _) {
                    // It is reported when it is read to be imported.
                }
            }
        }
    }

    @Override
    public SourceDescription source() {
        return source;
    }

    @Override
    public Iterator<SourceEntry> entries() {
        return entries;
    }

    @Override
    public List<Finding> findings() {
        return findings.get();
    }

    @Override
    public void close() {
        close.run();
    }

    private record SheetRows(
            SheetMapping mapping, CellNumbers numbers, CheckedRows rows, Survey survey)
            implements Iterator<SourceEntry> {
        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public SourceEntry next() {
            try {
                var checked = rows.next();
                return new SheetRow(mapping, numbers, checked.row(), survey.complete(checked));
            } catch (RefusedEntry e) {
                return SourceEntry.refused(e);
            }
        }
    }
}
