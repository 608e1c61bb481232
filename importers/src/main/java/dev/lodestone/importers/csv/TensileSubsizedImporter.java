package dev.lodestone.importers.csv;

/// The tensile tests of sub-sized specimens: `docs/sources/tensile-subsized.md`.
public final class TensileSubsizedImporter extends BuiltInTable {
    public TensileSubsizedImporter() {
        super(
                "tensile-subsized",
                "Composition, treatment, grain size, irradiation and tensile tests of nuclear structural"
                        + " alloys, gathered from papers.");
    }
}
