package dev.lodestone.events;

import java.util.UUID;

/// One entry of the log. The client may give it, so that sending twice records once.
public record RecordId(UUID value) {
    /// Parses the usual 36-character form.
    public static RecordId of(String text) {
        return new RecordId(UuidText.parse("record", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
