package dev.lodestone.events;

/// A physical portion of material that the lab tracks (or a simulated stand-in for one).
public record SampleId(String value) implements Id {
    public SampleId {
        Id.checked("sample", value);
    }

    /// The default identity of a sample known by a local name: UUID version 5 of scope and name.
    public static SampleId of(String scope, String localName) {
        return new SampleId(Uuids.named("sample", scope, localName).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
