package dev.lodestone.importers.csv;

import java.util.List;

/// Any sheet of a workbook, by a mapping: `docs/sources/tables.md`.
public final class XlsxImporter extends TableImporter {
    @Override
    public String name() {
        return "xlsx";
    }

    @Override
    public String title() {
        return "Workbook (XLSX) with a mapping";
    }

    @Override
    public List<String> accepts() {
        return List.of("*.xlsx", "*.xlsm");
    }
}
