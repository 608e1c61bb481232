package dev.lodestone.projections.translate;

import dev.lodestone.events.Id;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.ThingEvent.ContainerRegistered;
import dev.lodestone.events.intake.EventTags;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.events.log.Tag;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The lives of the things spoken of lately, as of one position. What is not here is read from the
/// log, so forgetting costs time and nothing else. Not thread-safe.
final class Lives {
    private static final long HEAVIEST = 250_000;

    private final Map<Id, Life> lives = new LinkedHashMap<>(64, 0.75f, true);
    private final ProvTranslation translation;
    private final Iris iris;
    private LogPosition at = LogPosition.START;
    private long weight;

    Lives(ProvTranslation translation, Iris iris) {
        this.translation = translation;
        this.iris = iris;
    }

    /// Goes to a position that the lives are not known at, unless they are.
    void startAt(LogPosition position) {
        if (!at.equals(position)) {
            forget();
            at = position;
        }
    }

    void forget() {
        lives.clear();
        weight = 0;
        at = LogPosition.START;
    }

    /// Says that all that was taken in has led here; forgets what was not spoken of for long.
    void reached(LogPosition position) {
        at = position;
        weight = lives.values().stream().mapToLong(Life::weight).sum();
        var oldest = lives.values().iterator();
        while (weight > HEAVIEST && oldest.hasNext()) {
            weight -= oldest.next().weight();
            oldest.remove();
        }
    }

    /// The lives of these things, read together where they are not known.
    Map<Id, Life> of(Collection<Id> things, LogView log, Memberships memberships) {
        var found = new HashMap<Id, Life>();
        var missing = new HashMap<Id, Life>();
        for (var thing : new HashSet<>(things)) {
            var known = lives.get(thing);
            if (known == null) {
                known = new Life(iris, thing);
                missing.put(thing, known);
            }
            found.put(thing, known);
        }
        if (!missing.isEmpty() && at.value() > 0) {
            read(missing, log, memberships);
        }
        lives.putAll(missing);
        return found;
    }

    private void read(Map<Id, Life> missing, LogView log, Memberships memberships) {
        var records = log.tagged(missing.keySet().stream().map(EventTags::of).toList(), at);
        if (missing.keySet().stream().anyMatch(SampleId.class::isInstance)) {
            Set<Tag> containers = new HashSet<>();
            for (var read : records.values()) {
                if (read.recorded().stated() instanceof ContainerRegistered container) {
                    containers.add(EventTags.of(container.container()));
                }
            }
            records.putAll(log.tagged(containers, at));
        }
        var history = new LivenessHistory();
        records.values().forEach(read -> history.add(read.recorded()));
        for (var read : records.values()) {
            var recorded = read.recorded();
            if (history.isLive(recorded.record(), at.value())) {
                var said = new Said();
                translation.translate(recorded, memberships, said);
                said.shared.forEach((thing, statements) -> {
                    var life = missing.get(thing);
                    if (life != null) {
                        life.know(statements);
                    }
                });
                ChainSteps.of(
                        recorded,
                        log.first(recorded),
                        memberships,
                        (sample, step) -> {
                            var life = missing.get(sample);
                            if (life != null) {
                                life.know(step);
                            }
                        });
                Stay.of(
                        recorded,
                        log.first(recorded),
                        memberships,
                        (thing, stay) -> {
                            var life = missing.get(thing);
                            if (life != null) {
                                life.know(stay);
                            }
                        });
            }
        }
    }
}
