package dev.lodestone.projections.translate;

import dev.lodestone.events.EventId;
import dev.lodestone.events.Id;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SampleId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of a thing up to a position: which statements live records make of it and how many
/// make each, and, of a sample, its steps and where its chain stands. Kept between batches, so that
/// one more event costs one more event. Not thread-safe.
final class Life {
    private final Iris iris;
    private final Id thing;
    private final Map<Statement, Integer> counts = new HashMap<>();
    private final Map<Statement, Integer> countsBefore = new HashMap<>();
    private final Map<RecordId, ChainStep> steps = new LinkedHashMap<>();
    private final List<ChainStep> added = new ArrayList<>();
    private final List<RecordId> removed = new ArrayList<>();
    private final Stays places = new Stays();
    private final Stays holdings = new Stays();
    private @Nullable Set<Statement> stoodBefore;
    private @Nullable Tail tail;

    Life(Iris iris, Id thing) {
        this.iris = iris;
        this.thing = thing;
    }

    /// Takes in what was known before.
    void know(Set<Statement> statements) {
        statements.forEach(statement -> counts.merge(statement, 1, Integer::sum));
    }

    /// Takes in a step that was known before.
    void know(ChainStep step) {
        steps.put(step.when().record(), step);
    }

    /// A live record more or fewer makes these statements.
    void count(Set<Statement> statements, int by) {
        for (var statement : statements) {
            int before = counts.getOrDefault(statement, 0);
            countsBefore.putIfAbsent(statement, before);
            if (before + by == 0) {
                counts.remove(statement);
            } else {
                counts.put(statement, before + by);
            }
        }
    }

    void add(ChainStep step) {
        added.add(step);
    }

    void remove(RecordId record) {
        removed.add(record);
    }

    /// Takes in a stay that was known before.
    void know(Stay stay) {
        (stay.holds() ? holdings : places).add(stay);
    }

    void add(Stay stay) {
        standBefore();
        know(stay);
    }

    void removeStay(RecordId record) {
        standBefore();
        places.remove(record);
        holdings.remove(record);
    }

    private void standBefore() {
        if (stoodBefore == null) {
            stoodBefore = stands();
        }
    }

    /// Where it stands, and who says what is in it.
    private Set<Statement> stands() {
        var found = new HashSet<Statement>();
        places.last().ifPresent(stay -> stay.write(iris, thing, found::add));
        holdings.last().ifPresent(stay -> stay.write(iris, thing, found::add));
        return found;
    }

    long weight() {
        return 8L + counts.size() + steps.size() + places.all().size() + holdings.all().size();
    }

    /// Writes what the counts and steps taken since the last time change.
    void settle(Set<Statement> gone, Set<Statement> come) {
        countsBefore.forEach((statement, before) -> {
            boolean is = counts.containsKey(statement);
            if (before > 0 && !is) {
                gone.add(statement);
            } else if (before == 0 && is) {
                come.add(statement);
            }
        });
        countsBefore.clear();
        if (stoodBefore != null) {
            differ(stoodBefore, stands(), gone, come);
            stoodBefore = null;
        }
        if (thing instanceof SampleId sample && !(added.isEmpty() && removed.isEmpty())) {
            chain(sample, gone, come);
        }
        added.clear();
        removed.clear();
    }

    private void chain(SampleId sample, Set<Statement> gone, Set<Statement> come) {
        added.sort(Comparator.comparingLong(step -> step.when().position()));
        if (removed.isEmpty()) {
            var end = tail == null ? Tail.of(iris, sample, steps.values()) : tail;
            var standing = new HashSet<Statement>();
            end.chain.standing(standing::add);
            var rest = new ArrayList<>(added);
            while (!rest.isEmpty() && end.comesLast(rest.getFirst())) {
                var step = rest.removeFirst();
                end.append(step, come);
                steps.put(step.when().record(), step);
            }
            var now = new HashSet<Statement>();
            end.chain.standing(now::add);
            differ(standing, now, gone, come);
            tail = end;
            added.clear();
            added.addAll(rest);
        }
        if (!(added.isEmpty() && removed.isEmpty())) {
            anew(sample, gone, come);
        }
    }

    /// The whole chain before and after.
    private void anew(SampleId sample, Set<Statement> gone, Set<Statement> come) {
        var before = new HashSet<Statement>();
        SampleChain.write(iris, sample, steps.values(), before::add);
        removed.forEach(steps::remove);
        added.forEach(this::know);
        var now = new HashSet<Statement>();
        SampleChain.write(iris, sample, steps.values(), now::add);
        // What the appended steps of this very batch said may be changed by the others.
        var had = new HashSet<>(before);
        had.removeAll(now);
        for (var statement : had) {
            if (!come.remove(statement)) {
                gone.add(statement);
            }
        }
        now.removeAll(before);
        for (var statement : now) {
            if (!gone.remove(statement)) {
                come.add(statement);
            }
        }
        tail = null;
    }

    private static void differ(
            Set<Statement> before, Set<Statement> now, Set<Statement> gone, Set<Statement> come) {
        before.stream().filter(s -> !now.contains(s)).forEach(gone::add);
        now.stream().filter(s -> !before.contains(s)).forEach(come::add);
    }

    /// The end of a chain, with what is needed to tell that a further step comes after all others.
    private static final class Tail {
        private final SampleChain chain;
        private final Set<EventId> events = new HashSet<>();
        private final List<ChainStep.When> births = new ArrayList<>();
        private boolean words;
        private boolean ended;
        private boolean any;
        private long lastFirst;
        private @Nullable Instant lastEarliest;
        private Latest latest = new Latest(null, false);
        private Latest latestChange = new Latest(null, false);
        private boolean anyChange;

        /// The latest moment of some events; unknown as soon as one's is.
        private record Latest(@Nullable Instant moment, boolean unknown) {
            Latest with(@Nullable Instant other) {
                if (unknown || other == null) {
                    return new Latest(null, true);
                }
                return moment == null || other.isAfter(moment) ? new Latest(other, false) : this;
            }

            boolean isBefore(@Nullable Instant start) {
                return start != null && !unknown && (moment == null || moment.isBefore(start));
            }
        }

        private Tail(SampleChain chain) {
            this.chain = chain;
        }

        static Tail of(Iris iris, SampleId sample, Iterable<ChainStep> steps) {
            var all = new ArrayList<ChainStep>();
            steps.forEach(all::add);
            var tail = new Tail(SampleChain.write(iris, sample, all, _ -> {}));
            all.forEach(tail::include);
            return tail;
        }

        private void include(ChainStep step) {
            var when = step.when();
            events.add(when.event());
            lastFirst = Math.max(lastFirst, when.first());
            switch (step.part()) {
                case BORN -> births.add(when);
                case REGISTERED, CHANGED, ENDED, OBSERVED, SPOKEN_OF -> {
                    if (step.part() == ChainStep.Part.REGISTERED && step.made().isEmpty()) {
                        return;
                    }
                    any = true;
                    words |= when.hasWords();
                    ended |= step.part() == ChainStep.Part.ENDED;
                    if (when.earliest() != null
                            && (lastEarliest == null || when.earliest().isAfter(lastEarliest))) {
                        lastEarliest = when.earliest();
                    }
                    latest = latest.with(when.latest());
                    if (step.changes()) {
                        anyChange = true;
                        latestChange = latestChange.with(when.latest());
                    }
                }
            }
        }

        boolean comesLast(ChainStep step) {
            var when = step.when();
            boolean inPart =
                    step.part() != ChainStep.Part.REGISTERED && step.part() != ChainStep.Part.BORN;
            return inPart
                    && !words
                    && !ended
                    && !when.hasWords()
                    && when.first() > lastFirst
                    && !events.contains(when.event())
                    && births.stream().noneMatch(birth -> SampleChain.isBefore(when, birth))
                    && (when.latest() == null
                            || lastEarliest == null
                            || !lastEarliest.isAfter(when.latest()))
                    && (!step.changes() || !any || latest.isBefore(when.earliest()));
        }

        void append(ChainStep step, Set<Statement> come) {
            boolean assumed = anyChange && !latestChange.isBefore(step.when().earliest());
            chain.step(step, assumed, come::add);
            include(step);
        }
    }
}
