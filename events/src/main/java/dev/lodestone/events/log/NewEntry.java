package dev.lodestone.events.log;

import java.util.List;
import java.util.UUID;

/// A record that is offered to the log.
///
/// @param record its id, unique in the log
/// @param kind the wire name of its kind; never a class name
/// @param version of the kind's form, from 1
/// @param labTime canonical text of when it happened in the laboratory, empty if that is not known
/// @param tags what it is found by; a tag named twice counts once
/// @param access label of who may see it, {@link #PUBLIC} by default
/// @param payload canonical JSON, stored and hashed as given
public record NewEntry(
        UUID record,
        String kind,
        int version,
        String labTime,
        List<Tag> tags,
        String access,
        String payload) {
    /// The access label of what everybody may see.
    public static final String PUBLIC = "public";

    public NewEntry {
        tags = List.copyOf(tags);
        if (kind.isEmpty() || version < 1 || access.isEmpty()) {
            throw new IllegalArgumentException(
                    "The record (%s) needs a kind, a version of 1 or more and an access label, not (%s), (%d), (%s)."
                            .formatted(record, kind, version, access));
        }
    }
}
