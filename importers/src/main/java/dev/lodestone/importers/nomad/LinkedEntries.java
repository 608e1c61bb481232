package dev.lodestone.importers.nomad;

import dev.lodestone.importers.RefusedEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What entries need of those they refer to, worked out once and kept for the next that refer to
/// them. Entries that refer to each other in a circle are nothing to each other, so that an entry
/// means the same whichever comes first; circles are found as Tarjan finds strongly connected
/// components. For one thread.
final class LinkedEntries {
    private static final int MOST_KEPT = 2_000;

    private final Function<NomadEntry, Gathered> work;

    /// Those being worked out, the last one first.
    private final Deque<Step> underWay = new ArrayDeque<>();

    /// Those begun of which it is not known yet whether they are in a circle, the last one first.
    private final Deque<Step> open = new ArrayDeque<>();

    private final Map<String, Integer> circles = new HashMap<>();
    private int begun;
    private final Map<String, Optional<LinkedEntry>> kept =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<String, Optional<LinkedEntry>> eldest) {
                    return size() > MOST_KEPT;
                }
            };

    /// @param work what an entry becomes; may throw [RefusedEntry]
    LinkedEntries(Function<NomadEntry, Gathered> work) {
        this.work = work;
    }

    /// An entry being worked out.
    private static final class Step {
        private final String place;
        private final int number;
        private int reaches;
        private Optional<LinkedEntry> result = Optional.empty();

        private Step(String place, int number) {
            this.place = place;
            this.number = number;
            this.reaches = number;
        }

        private void reach(int earlier) {
            reaches = Math.min(reaches, earlier);
        }
    }

    /// Works out an entry for itself.
    ///
    /// @throws RefusedEntry if it cannot be
    Gathered own(NomadEntry entry) {
        kept.remove(entry.place());
        var step = begin(entry);
        try {
            var gathered = work.apply(entry);
            step.result = Optional.of(LinkedEntry.of(gathered));
            return gathered;
        } finally {
            end(step);
        }
    }

    /// What an entry is to the one that is being worked out; nothing where it is refused, or where
    /// the two are in a circle.
    Optional<LinkedEntry> of(NomadEntry other) {
        var from = underWay.element();
        var circle = circles.get(from.place);
        if (circle != null && circle.equals(circles.get(other.place()))) {
            return Optional.empty();
        }
        var known = kept.get(other.place());
        if (known != null) {
            return known;
        }
        for (var step : open) {
            if (step.place.equals(other.place())) {
                from.reach(step.number);
                return Optional.empty();
            }
        }
        var step = begin(other);
        try {
            step.result = Optional.of(LinkedEntry.of(work.apply(other)));
        } catch (RefusedEntry e) {
            step.result = Optional.empty();
        } finally {
            end(step);
        }
        from.reach(step.reaches);
        return step.reaches < step.number ? Optional.empty() : step.result;
    }

    private Step begin(NomadEntry entry) {
        var step = new Step(entry.place(), begun++);
        underWay.push(step);
        open.push(step);
        return step;
    }

    /// Once nothing begun before can be reached, all that was begun since is known.
    private void end(Step step) {
        underWay.pop();
        if (step.reaches < step.number) {
            return;
        }
        boolean circle = open.element() != step;
        Step member;
        do {
            member = open.pop();
            kept.put(member.place, member.result);
            if (circle) {
                circles.put(member.place, step.number);
            }
        } while (member != step);
    }
}
