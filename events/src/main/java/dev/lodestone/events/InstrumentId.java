package dev.lodestone.events;

/// A device that treats or measures.
public record InstrumentId(String value) implements Id {
    public InstrumentId {
        Id.checked("instrument", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
