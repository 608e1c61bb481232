package dev.lodestone.events;

import java.util.UUID;

/// What happened, as opposed to what was written down: its id is its first record's id and survives
/// corrections.
public record EventId(UUID value) {
    /// Parses the usual 36-character form.
    public static EventId of(String text) {
        return new EventId(UuidText.parse("event", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
