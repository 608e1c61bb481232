package dev.lodestone.events;

/// A material as designated: a formula, a grade, a database entry; not a portion of it.
public record MaterialId(String value) implements Id {
    public MaterialId {
        Id.checked("material", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
