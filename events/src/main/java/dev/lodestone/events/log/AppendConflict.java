package dev.lodestone.events.log;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// An entry that a condition of the append watches for has come in between. Nothing was written.
public final class AppendConflict extends LogException {
    private static final long serialVersionUID = 1L;

    private final transient Set<Tag> tags;
    private final transient LogPosition after;
    private final transient LogPosition position;
    private final UUID record;

    /// @param tags those watched for that the entry has; empty if any entry at all was watched for
    /// @param after the position the append rests upon
    /// @param position where the entry that came in between stands
    /// @param record the entry's record
    public AppendConflict(Set<Tag> tags, LogPosition after, LogPosition position, UUID record) {
        super(
                """
                The append rests on position (%s), but the record (%s) at position (%s) concerns (%s) too.
                Maybe read what came after position (%s) and try again.\
                """
                        .formatted(after, record, position, words(tags), after),
                null);
        this.tags = Set.copyOf(tags);
        this.after = after;
        this.position = position;
        this.record = record;
    }

    private static String words(Set<Tag> tags) {
        return tags.isEmpty()
                ? "the same"
                : tags.stream().map(Tag::text).sorted().collect(Collectors.joining(", "));
    }

    public Set<Tag> tags() {
        return tags;
    }

    public LogPosition after() {
        return after;
    }

    public LogPosition position() {
        return position;
    }

    public UUID record() {
        return record;
    }
}
