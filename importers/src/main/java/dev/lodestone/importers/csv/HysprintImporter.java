package dev.lodestone.importers.csv;

import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.Importer;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.importers.SourceReading;
import java.util.List;
import java.util.Map;

/// Workbooks in which a perovskite laboratory plans and records its substrates, a row each:
/// `docs/sources/hysprint.md`.
public final class HysprintImporter implements Importer {
    private static final String LICENCE = "licence";

    @Override
    public String name() {
        return "hysprint";
    }

    @Override
    public String title() {
        return "HySprint experiment workbooks";
    }

    @Override
    public String description() {
        return "Workbooks of a perovskite laboratory: a substrate a row, with what was done to it in"
                + " numbered groups of columns.";
    }

    @Override
    public List<String> accepts() {
        return List.of("*experiment*.xlsx", "*.xlsx");
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                LICENCE, "under which licence the workbook is given; it does not say so itself");
    }

    @Override
    public SourceReading open(SourceLocation location, ImportContext context) {
        var mapping = HysprintMapping.of(location.path(), context.options().setting(LICENCE));
        return TableReading.open(mapping, location);
    }
}
