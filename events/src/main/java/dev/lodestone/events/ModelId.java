package dev.lodestone.events;

/// A trained predictor.
public record ModelId(String value) implements Id {
    public ModelId {
        Id.checked("model", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
