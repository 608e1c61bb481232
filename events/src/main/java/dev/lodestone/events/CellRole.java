package dev.lodestone.events;

/// What a column of a training set is for.
public enum CellRole implements WireNamed {
    /// An input of the model.
    FEATURE("Feature"),
    /// What the model learns to predict.
    TARGET("Target");

    private final String wireName;

    CellRole(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
