package dev.lodestone.importers.csv;

import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.Importer;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.UnreadableSource;
import java.util.List;
import java.util.Map;

/// Any table, by a mapping that says what its columns mean.
public final class CsvImporter implements Importer {
    private static final String MAPPING = "mapping";

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String title() {
        return "Table (CSV) with a mapping";
    }

    @Override
    public String description() {
        return "Rows that speak of samples, or of predictions, as a mapping in YAML says.";
    }

    @Override
    public List<String> accepts() {
        return List.of("*.csv", "*.tsv", "*.txt");
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                MAPPING,
                "the mapping: a YAML file, or one of " + String.join(", ", MappingReader.BUILT_IN));
    }

    @Override
    public SourceReading open(SourceLocation location, ImportContext context) {
        var mapping =
                context.options()
                        .setting(MAPPING)
                        .orElseThrow(() ->
                                new UnreadableSource(
                                        location.shortName(),
                                        "A table needs a mapping that says what its columns mean.",
                                        "set mapping to a YAML file, or to one of "
                                                + String.join(", ", MappingReader.BUILT_IN)
                                                + "."));
        return TableReading.open(MappingReader.read(mapping), location);
    }
}
