package dev.lodestone.importers.csv;

import java.util.List;

/// Any table as text, by a mapping: `docs/sources/tables.md`.
public final class CsvImporter extends TableImporter {
    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String title() {
        return "Table (CSV) with a mapping";
    }

    @Override
    public List<String> accepts() {
        return List.of("*.csv", "*.tsv", "*.txt");
    }
}
