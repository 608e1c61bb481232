package dev.lodestone.events;

/// A frozen selection of values.
public record DatasetId(String value) implements Id {
    public DatasetId {
        Id.checked("data set", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
