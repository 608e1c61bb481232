package dev.lodestone.events.log;

import java.util.UUID;

/// An entry that a condition of the append watches for has come in between. Nothing was written.
public final class AppendConflict extends LogException {
    private static final long serialVersionUID = 1L;

    private final transient AppendCondition condition;
    private final transient LogPosition position;
    private final UUID record;

    public AppendConflict(AppendCondition condition, LogPosition position, UUID record) {
        super(
                """
                The append rests on position (%s), but the record (%s) at position (%s) concerns the same things.
                Maybe read what came after position (%s) and try again.\
                """
                        .formatted(condition.after(), record, position, condition.after()),
                null);
        this.condition = condition;
        this.position = position;
        this.record = record;
    }

    /// The condition that does not hold.
    public AppendCondition condition() {
        return condition;
    }

    /// Where the entry that came in between stands, the first of them if there are several.
    public LogPosition position() {
        return position;
    }

    /// The record that came in between.
    public UUID record() {
        return record;
    }
}
