package dev.lodestone.query.learning;

import java.util.List;
import org.tribuo.Model;
import org.tribuo.regression.Regressor;

/// A model that was fitted, ready to be asked. For one thread at a time.
public final class FittedModel {
    private final Model<Regressor> model;
    private final FeatureTable shape;
    private final String hash;

    FittedModel(Model<Regressor> model, FeatureTable shape, String hash) {
        this.model = model;
        this.shape = shape;
        this.hash = hash;
    }

    /// SHA-256 of what was learned, without the time it was learned at: the same rows, recipe, seed
    /// and library give the same hash.
    public String hash() {
        return hash;
    }

    /// What it says of inputs, in the target's unit.
    public double predict(List<Double> inputs) {
        return model.predict(TribuoTrainer.example(shape.features(), inputs, Double.NaN))
                .getOutput()
                .getValues()[0];
    }

    /// The model in Tribuo's own format (protobuf); holds the time of training, so that the bytes
    /// differ each time.
    public byte[] file() {
        var bytes = new java.io.ByteArrayOutputStream();
        try {
            model.serializeToStream(bytes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
