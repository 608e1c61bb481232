package dev.lodestone.events;

/// A plate, box, shelf or library that holds samples at positions.
public record ContainerId(String value) implements Id {
    public ContainerId {
        Id.checked("container", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
