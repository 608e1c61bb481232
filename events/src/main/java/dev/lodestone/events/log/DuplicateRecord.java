package dev.lodestone.events.log;

import java.util.UUID;

/// A record id of the append is taken. Nothing was written.
public final class DuplicateRecord extends LogException {
    private static final long serialVersionUID = 1L;

    private final UUID record;

    public DuplicateRecord(UUID record) {
        super(
                """
                The record id (%s) is in the log already, or twice in this append.
                Maybe it was appended before and only the answer was lost: look it up.\
                """
                        .formatted(record),
                null);
        this.record = record;
    }

    public UUID record() {
        return record;
    }
}
