package dev.lodestone.projections.translate;

import dev.lodestone.events.Id;

/// Takes what one record says, told apart by who else may say the same.
interface Claims {
    /// Of the log entry itself. Holds whether the record is live or not; no other record says it.
    void header(Statement statement);

    /// Of a node that only this record speaks of: its data, components and files.
    void own(Statement statement);

    /// Of the event: another live record of the same event may say it too.
    void event(Statement statement);

    /// Of a thing that other records speak of as well.
    void shared(Id thing, Statement statement);

    /// An index triple on a thing; not part of what the record says where it is shelved.
    void index(Id thing, Statement statement);
}
