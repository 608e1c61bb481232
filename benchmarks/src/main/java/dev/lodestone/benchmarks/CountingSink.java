package dev.lodestone.benchmarks;

import dev.lodestone.events.RecordId;
import dev.lodestone.projections.translate.Statement;
import dev.lodestone.projections.translate.StatementSink;

/// Counts statements and keeps none.
final class CountingSink implements StatementSink {
    private long statements;
    private long shelved;

    @Override
    public void statement(Statement statement) {
        statements++;
    }

    @Override
    public void shelved(RecordId record, Statement statement) {
        shelved++;
    }

    long statements() {
        return statements;
    }

    long shelved() {
        return shelved;
    }
}
