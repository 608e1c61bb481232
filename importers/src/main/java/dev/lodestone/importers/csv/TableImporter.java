package dev.lodestone.importers.csv;

import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.Importer;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.SuggestsMapping;
import dev.lodestone.importers.UnreadableSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Any table, by a mapping that says what its columns mean.
abstract class TableImporter implements Importer, SuggestsMapping {
    private static final String MAPPING = "mapping";

    @Override
    public String description() {
        return "Rows that speak of samples, or of predictions, as a mapping in YAML says.";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                MAPPING,
                "the mapping: a YAML file, or one of " + String.join(", ", MappingReader.BUILT_IN));
    }

    @Override
    public String suggest(Path file, Optional<String> sheet) {
        return MappingDraft.of(file, sheet);
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
                                                + "; --suggest prints a draft of one."));
        return TableReading.open(MappingReader.read(mapping), location);
    }
}
