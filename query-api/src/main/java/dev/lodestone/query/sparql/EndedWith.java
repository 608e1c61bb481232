package dev.lodestone.query.sparql;

import dev.lodestone.events.RecordId;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.projections.translate.GraphDelta;
import dev.lodestone.projections.translate.Meaning;
import dev.lodestone.projections.translate.Statement;
import dev.lodestone.projections.translate.StatementSink;
import java.util.function.BooleanSupplier;

/// A meaning that stops being written when its owner ends, or the thread is asked to.
final class EndedWith implements Meaning {
    private final Meaning meaning;
    private final BooleanSupplier ended;

    EndedWith(Meaning meaning, BooleanSupplier ended) {
        this.meaning = meaning;
        this.ended = ended;
    }

    /// It was stopped.
    static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public String fingerprint() {
        return meaning.fingerprint();
    }

    @Override
    public GraphDelta delta(LogPosition after, LogPosition upTo) {
        return meaning.delta(after, upTo);
    }

    @Override
    public void whole(LogPosition upTo, StatementSink sink) {
        meaning.whole(
                upTo,
                new StatementSink() {
                    @Override
                    public void statement(Statement statement) {
                        goOn();
                        sink.statement(statement);
                    }

                    @Override
                    public void shelved(RecordId record, Statement statement) {
                        goOn();
                        sink.shelved(record, statement);
                    }
                });
    }

    private void goOn() {
        if (ended.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            throw new Ended();
        }
    }
}
