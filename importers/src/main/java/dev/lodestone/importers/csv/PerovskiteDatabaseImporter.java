package dev.lodestone.importers.csv;

/// The Perovskite Database: `docs/sources/perovskite-database.md`.
public final class PerovskiteDatabaseImporter extends BuiltInTable {
    public PerovskiteDatabaseImporter() {
        super(
                "perovskite-database",
                "Rows of the Perovskite Database: solar cells with their layers, depositions and"
                        + " current-voltage values, gathered from papers.");
    }
}
