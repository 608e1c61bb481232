package dev.lodestone.importers.tensile;

import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.Importer;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.importers.SourceReading;
import java.util.List;

/// Reads the 42CrMoS4 reference data set: its production table and the files of the testing
/// machine.
public final class TensileImporter implements Importer {
    @Override
    public String name() {
        return "tensile-42crmos4";
    }

    @Override
    public String title() {
        return "Tensile tests of 42CrMoS4";
    }

    @Override
    public String description() {
        return "The reference data set of Plattform MaterialDigital: a rod cut into 70 blanks, heat"
                + " treated, sent to another institute under new names, cut into specimens and"
                + " tested; give the directory.";
    }

    @Override
    public List<String> accepts() {
        return List.of("*/", "refdataproject_production.json");
    }

    @Override
    public SourceReading open(SourceLocation location, ImportContext context) {
        var path = location.existing();
        return TensileReading.open(path, context.options());
    }
}
