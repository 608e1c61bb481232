package dev.lodestone.projections.translate;

import dev.lodestone.events.Liveness;
import dev.lodestone.events.RecordEvent.RecordRetracted;
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

/// When which records held, by the rule of {@link Liveness}. Told of corrections and retractions in
/// the order of the log; what it was not told of has held since it was recorded. Not thread-safe.
final class LivenessHistory {
    private final Map<RecordId, Fate> fates = new HashMap<>();
    private final Map<RecordId, Ending> endings = new HashMap<>();

    /// What a correction or retraction ends while it is in force, which is until it is retracted.
    private record Ending(boolean retracts, Set<RecordId> targets) {}

    /// By how many endings in force a record is ended, and at which positions it stopped holding,
    /// held again, stopped ...
    private static final class Fate {
        private int retractions;
        private int corrections;
        private final List<Long> turns = new ArrayList<>();

        private boolean lives() {
            return retractions == 0 && corrections == 0;
        }
    }

    void add(RecordedEvent recorded) {
        var targets = new HashSet<>(Liveness.ends(recorded.draft().body()));
        if (!targets.isEmpty()) {
            var ending = new Ending(recorded.draft().body() instanceof RecordRetracted, targets);
            endings.put(recorded.record(), ending);
            targets.forEach(target -> ended(target, ending, recorded.position().value(), 1));
        }
    }

    private void ended(RecordId target, Ending ending, long position, int by) {
        var fate = fates.computeIfAbsent(target, _ -> new Fate());
        boolean lived = fate.lives();
        boolean wasInForce = fate.retractions == 0;
        if (ending.retracts()) {
            fate.retractions += by;
        } else {
            fate.corrections += by;
        }
        if (lived != fate.lives()) {
            if (!fate.turns.isEmpty() && fate.turns.getLast() == position) {
                fate.turns.removeLast();
            } else {
                fate.turns.add(position);
            }
        }
        boolean inForce = fate.retractions == 0;
        var own = endings.get(target);
        if (own != null && wasInForce != inForce) {
            own.targets().forEach(other -> ended(other, own, position, inForce ? 1 : -1));
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
