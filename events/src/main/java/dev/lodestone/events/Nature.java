package dev.lodestone.events;

/// What kind of thing carries a sample identity.
public enum Nature implements WireNamed {
    /// A portion of matter.
    PHYSICAL("Physical"),
    /// A simulated structure standing where a sample would.
    VIRTUAL("Virtual"),
    /// A place on or in another sample, measured as a unit.
    REGION("Region");

    private final String wireName;

    Nature(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
