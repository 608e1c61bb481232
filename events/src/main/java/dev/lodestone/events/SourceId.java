package dev.lodestone.events;

/// A paper, sheet, database or dump that data came from.
public record SourceId(String value) implements Id {
    public SourceId {
        Id.checked("source", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
