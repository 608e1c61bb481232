package dev.lodestone.importers.csv;

/// The NCM cathode data sheet: `docs/sources/ncm-cathode.md`.
public final class NcmCathodeImporter extends BuiltInTable {
    public NcmCathodeImporter() {
        super(
                "ncm-cathode",
                "Composition, particle sizes, sintering and discharge capacity of NCM cathodes;"
                        + " imputed cells are marked as such.");
    }
}
