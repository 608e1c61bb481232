package dev.lodestone.events.log;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A record as the log keeps it.
///
/// @param position where it stands
/// @param recordedAt when the log took it; never earlier than the entry before
/// @param tags sorted by {@link Tag#text()}, each once
/// @param payload the text that was offered, unchanged
/// @param leaf its leaf hash in the log's Merkle tree, in lower-case hex
public record LogEntry(
        LogPosition position,
        UUID record,
        String kind,
        int version,
        Instant recordedAt,
        String labTime,
        List<Tag> tags,
        String access,
        String payload,
        String leaf) {
    public LogEntry {
        tags = List.copyOf(tags);
    }
}
