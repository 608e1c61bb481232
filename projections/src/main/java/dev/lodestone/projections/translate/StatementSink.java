package dev.lodestone.projections.translate;

import dev.lodestone.events.RecordId;

/// Takes the statements of a whole log.
public interface StatementSink {
    /// A statement of the graph of what holds now. The same one may come more than once.
    void statement(Statement statement);

    /// A statement of the named graph of a record that is not live.
    void shelved(RecordId record, Statement statement);
}
