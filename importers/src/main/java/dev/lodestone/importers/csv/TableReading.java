package dev.lodestone.importers.csv;

import dev.lodestone.importers.Hashes;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.importers.SourceReading;
import java.nio.file.Path;
import java.util.Iterator;

/// A table being read. It is walked through once before the first row is given out, so that a file
/// that breaks off in the middle of a quote changes nothing.
final class TableReading implements SourceReading {
    private final SourceDescription source;
    private final CsvTable table;
    private final Iterator<SourceEntry> entries;

    private TableReading(SourceDescription source, CsvTable table, Iterator<SourceEntry> entries) {
        this.source = source;
        this.table = table;
        this.entries = entries;
    }

    static TableReading open(TableMapping mapping, SourceLocation location) {
        var file = location.path();
        var source = mapping.about().describe(file.toString(), Hashes.sha256(file));
        walkThrough(file, mapping);
        var table = new CsvTable(file, mapping.form(), mapping.columnNames());
        return new TableReading(
                source,
                table,
                switch (mapping) {
                    case SheetMapping sheet -> new SheetRows(sheet, table);
                    case PredictionsMapping predictions ->
                            new PredictionTable(predictions, table).entries().iterator();
                });
    }

    private static void walkThrough(Path file, TableMapping mapping) {
        try (var table = new CsvTable(file, mapping.form(), mapping.columnNames())) {
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
    public void close() {
        table.close();
    }

    private record SheetRows(SheetMapping mapping, CsvTable table)
            implements Iterator<SourceEntry> {
        @Override
        public boolean hasNext() {
            return table.hasNext();
        }

        @Override
        public SourceEntry next() {
            try {
                return new SheetRow(mapping, table.next());
            } catch (RefusedEntry e) {
                return SourceEntry.refused(e);
            }
        }
    }
}
