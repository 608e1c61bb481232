package dev.lodestone.events;

/// A closed list whose members have names on the wire.
public interface WireNamed {
    /// The name on the wire.
    String wireName();
}
