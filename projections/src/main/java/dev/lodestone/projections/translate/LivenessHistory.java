package dev.lodestone.projections.translate;

import dev.lodestone.events.Liveness;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.ontology.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// When which records held. Told of corrections and retractions in the order of the log; what it
/// was not told of has held since it was recorded. Not thread-safe.
final class LivenessHistory {
    private final Map<RecordId, Fate> fates = new HashMap<>();
    private final Map<RecordId, Set<RecordId>> ends = new HashMap<>();

    /// How often a record is ended by live records, and at which positions it stopped holding, held
    /// again, stopped ...
    private static final class Fate {
        private int endings;
        private final List<Long> turns = new ArrayList<>();
    }

    void add(RecordedEvent recorded) {
        var targets = Liveness.ends(recorded.draft().body());
        if (!targets.isEmpty()) {
            ends.put(recorded.record(), new HashSet<>(targets));
            new HashSet<>(targets).forEach(t -> ended(t, recorded.position().value(), 1));
        }
    }

    private void ended(RecordId target, long position, int by) {
        var fate = fates.computeIfAbsent(target, _ -> new Fate());
        boolean lived = fate.endings == 0;
        fate.endings += by;
        boolean lives = fate.endings == 0;
        if (lived != lives) {
            if (!fate.turns.isEmpty() && fate.turns.getLast() == position) {
                fate.turns.removeLast();
            } else {
                fate.turns.add(position);
            }
            for (var other : ends.getOrDefault(target, Set.of())) {
                ended(other, position, lives ? 1 : -1);
            }
        }
    }

    /// Whether a record that stands in the log at a position holds there.
    boolean isLive(RecordId record, long at) {
        var fate = fates.get(record);
        return fate == null || fate.turns.stream().filter(turn -> turn <= at).count() % 2 == 0;
    }

    /// Records that ever stopped holding.
    Set<RecordId> everEnded() {
        return fates.keySet();
    }

    /// The stretches at which a record held, up to a position; nothing for one that always did.
    void periods(Iris iris, RecordId record, long recordedAt, long upTo, Consumer<Statement> to) {
        var fate = fates.get(record);
        if (fate == null || fate.turns.isEmpty() || fate.turns.getFirst() > upTo) {
            return;
        }
        long from = recordedAt;
        for (int i = 0; i <= fate.turns.size(); i += 2) {
            boolean closed = i < fate.turns.size() && fate.turns.get(i) <= upTo;
            period(iris, record, from, closed ? fate.turns.get(i) : -1, to);
            if (!closed || i + 1 >= fate.turns.size() || fate.turns.get(i + 1) > upTo) {
                return;
            }
            from = fate.turns.get(i + 1);
        }
    }

    private static void period(
            Iris iris, RecordId record, long from, long until, Consumer<Statement> to) {
        var node = iris.period(record, from);
        to.accept(new Statement(iris.of(record), Vocabulary.LIVE_PERIOD.iri(), Nodes.iri(node)));
        to.accept(new Statement(node, Vocabulary.RDF_TYPE.iri(), Nodes.iri(Vocabulary.PERIOD)));
        to.accept(new Statement(node, Vocabulary.LIVE_FROM.iri(), Nodes.integer(from)));
        if (until >= 0) {
            to.accept(new Statement(node, Vocabulary.LIVE_UNTIL.iri(), Nodes.integer(until)));
        }
    }
}
