package dev.lodestone.projections.translate;

import dev.lodestone.events.Id;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Ontology;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/// What a log means, read from the log itself. Remembers the lives of the things that batches spoke
/// of lately, so that following the head costs what the new events cost; a fresh one reads them
/// again and says the same. Safe for several threads; they wait for each other.
public final class LogMeaning implements Meaning {
    /// Another number wherever the same log would give another graph.
    private static final int CODE_VERSION = 7;

    private static final Set<String> ENDING_KINDS = Set.of("RecordCorrected", "RecordRetracted");

    /// A few hundred bytes each.
    private static final int MOST_STEPS = 1_200_000;

    private final EventLog log;
    private final Ontology ontology;
    private final Iris iris;
    private final ProvTranslation translation;
    private final Lives lives;
    private final int mostSteps;

    public LogMeaning(EventLog log, Ontology ontology, Iris iris) {
        this(log, ontology, iris, MOST_STEPS);
    }

    /// @param mostSteps how many steps of samples are held at a time
    LogMeaning(EventLog log, Ontology ontology, Iris iris, int mostSteps) {
        this.mostSteps = mostSteps;
        this.log = log;
        this.ontology = ontology;
        this.iris = iris;
        this.translation = new ProvTranslation(ontology, iris);
        this.lives = new Lives(translation, iris);
    }

    @Override
    public String fingerprint() {
        var text = CODE_VERSION + "\n" + ontology.fingerprint() + "\n" + iris.base();
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public synchronized GraphDelta delta(LogPosition after, LogPosition upTo) {
        if (!upTo.isAfter(after)) {
            return GraphDelta.NONE;
        }
        lives.startAt(after);
        try {
            var delta = new Batch(new LogView(log), translation, iris, lives, after, upTo).delta();
            lives.reached(upTo);
            return delta;
        } catch (RuntimeException e) {
            lives.forget();
            throw e;
        }
    }

    /// Reads the log twice: once for what was corrected and withdrawn, once for the rest. Holds one
    /// small step for each event and sample in memory, not the events; where that would be too
    /// many, it reads the log again for those of other samples.
    @Override
    public void whole(LogPosition upTo, StatementSink sink) {
        var history = history(upTo);
        var view = new LogView(log);
        var memberships = view.memberships(upTo);
        var literal = view.literal();
        var steps = new StepsInTurns(mostSteps);
        try (var entries = log.read(LogPosition.START, upTo)) {
            while (entries.hasNext()) {
                var recorded = EventCodec.read(entries.next());
                history.periods(
                        iris,
                        recorded.record(),
                        recorded.position().value(),
                        upTo.value(),
                        sink::statement);
                if (history.isLive(recorded.record(), upTo.value())) {
                    translation.translate(recorded, memberships, new Streamed(sink));
                    steps(recorded, view, memberships, steps);
                } else {
                    shelve(recorded, literal, sink);
                }
            }
        }
        while (steps.write(iris, sink::statement)) {
            try (var entries = log.read(LogPosition.START, upTo)) {
                while (entries.hasNext()) {
                    var recorded = EventCodec.read(entries.next());
                    if (history.isLive(recorded.record(), upTo.value())) {
                        steps(recorded, view, memberships, steps);
                    }
                }
            }
        }
    }

    private static void steps(
            RecordedEvent recorded, LogView view, Memberships memberships, StepsInTurns steps) {
        ChainSteps.of(recorded, view.first(recorded), memberships, steps::add);
        Stay.of(recorded, view.first(recorded), memberships, steps::add);
    }

    private LivenessHistory history(LogPosition upTo) {
        var history = new LivenessHistory();
        try (var entries = log.read(LogPosition.START, upTo)) {
            while (entries.hasNext()) {
                var entry = entries.next();
                if (ENDING_KINDS.contains(entry.kind())) {
                    history.add(EventCodec.read(entry));
                }
            }
        }
        return history;
    }

    private void shelve(RecordedEvent recorded, Memberships literal, StatementSink sink) {
        translation
                .ownGraph(recorded, literal)
                .forEach(statement -> sink.shelved(recorded.record(), statement));
        translation.header(recorded, new Streamed(sink));
    }

    /// Hands everything on.
    private record Streamed(StatementSink sink) implements Claims {
        @Override
        public void header(Statement statement) {
            sink.statement(statement);
        }

        @Override
        public void own(Statement statement) {
            sink.statement(statement);
        }

        @Override
        public void event(Statement statement) {
            sink.statement(statement);
        }

        @Override
        public void shared(Id thing, Statement statement) {
            sink.statement(statement);
        }

        @Override
        public void index(Id thing, Statement statement) {
            sink.statement(statement);
        }
    }
}
