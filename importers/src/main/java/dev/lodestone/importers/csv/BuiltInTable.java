package dev.lodestone.importers.csv;

import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.Importer;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.importers.SourceReading;
import java.util.List;

/// A table whose mapping comes with the program, as a source of its own.
abstract class BuiltInTable implements Importer {
    private final String name;
    private final String description;

    BuiltInTable(String name, String description) {
        this.name = name;
        this.description = description;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return MappingReader.read(name).about().title();
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public List<String> accepts() {
        return MappingReader.read(name).form().names();
    }

    @Override
    public SourceReading open(SourceLocation location, ImportContext context) {
        return TableReading.open(MappingReader.read(name), location);
    }
}
