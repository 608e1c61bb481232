package dev.lodestone.importers.csv;

/// Predicted capacities of NCM cathodes: `docs/sources/ncm-cathode.md`.
public final class NcmPredictionsImporter extends BuiltInTable {
    public NcmPredictionsImporter() {
        super(
                "ncm-predictions",
                "Actual and predicted discharge capacities of a model whose training rows were not"
                        + " published.");
    }
}
