package dev.lodestone.projections.translate;

import dev.lodestone.events.EventId;
import dev.lodestone.events.Id;
import dev.lodestone.events.Mentions;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.ThingEvent.ContainerRegistered;
import dev.lodestone.events.intake.EventTags;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.events.log.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Works out what some records change. One piece of work, used once.
final class Batch {
    private final LogView log;
    private final ProvTranslation translation;
    private final Iris iris;
    private final Lives lives;
    private final LogPosition after;
    private final LogPosition upTo;
    private final Memberships membershipsBefore;
    private final Memberships membershipsNow;
    private final TreeMap<Long, LogView.Read> related = new TreeMap<>();
    private final LivenessHistory history = new LivenessHistory();
    private final Set<RecordId> retold = new HashSet<>();
    private final Set<Statement> gone = new LinkedHashSet<>();
    private final Set<Statement> come = new LinkedHashSet<>();

    Batch(
            LogView log,
            ProvTranslation translation,
            Iris iris,
            Lives lives,
            LogPosition after,
            LogPosition upTo) {
        this.log = log;
        this.translation = translation;
        this.iris = iris;
        this.lives = lives;
        this.after = after;
        this.upTo = upTo;
        this.membershipsBefore = log.memberships(after);
        this.membershipsNow = log.memberships(upTo);
    }

    GraphDelta delta() {
        readRelated();
        related.values().forEach(read -> history.add(read.recorded()));
        findRetold();
        var events = new LinkedHashSet<EventId>();
        for (var read : related.values()) {
            if (changes(read.recorded())) {
                events.add(read.recorded().event());
            }
        }
        translate(events);
        headersAndPeriods();
        return new GraphDelta(gone, come, shelved(), unshelved());
    }

    /// Reads whatever bears on the liveness of the new records and of what they end. Corrections
    /// and retractions carry the tags of the events they are about, so one look finds all. Where a
    /// membership is touched, also the events that pin it.
    private void readRelated() {
        var tags = new HashSet<Tag>();
        for (var read : log.between(after, upTo)) {
            related.put(read.position(), read);
            tags.addAll(read.eventTags());
        }
        if (after.value() == 0) {
            return;
        }
        related.putAll(log.tagged(tags, after));
        var containers = new HashSet<Tag>();
        for (var read : related.values()) {
            if (read.position() <= after.value()
                    && read.recorded().stated() instanceof ContainerRegistered container) {
                containers.add(EventTags.of(container.container()));
            }
        }
        if (!containers.isEmpty()) {
            var pinning = log.tagged(containers, after);
            tags.clear();
            pinning.values().forEach(read -> tags.addAll(read.eventTags()));
            related.putAll(pinning);
            related.putAll(log.tagged(tags, after));
        }
    }

    /// Records that hold before and now, but whose participants were corrected elsewhere.
    private void findRetold() {
        for (var read : related.values()) {
            var recorded = read.recorded();
            if (liveBefore(recorded) && liveNow(recorded)) {
                for (var pinned : Mentions.of(recorded.stated()).containers()) {
                    if (!membershipsBefore
                            .of(pinned.membership())
                            .equals(membershipsNow.of(pinned.membership()))) {
                        retold.add(recorded.record());
                    }
                }
            }
        }
    }

    private boolean changes(RecordedEvent recorded) {
        return liveBefore(recorded) != liveNow(recorded) || retold.contains(recorded.record());
    }

    private boolean isNew(RecordedEvent recorded) {
        return recorded.position().isAfter(after);
    }

    private boolean liveBefore(RecordedEvent recorded) {
        return !isNew(recorded) && history.isLive(recorded.record(), after.value());
    }

    private boolean liveNow(RecordedEvent recorded) {
        return history.isLive(recorded.record(), upTo.value());
    }

    private void translate(Set<EventId> events) {
        var eventBefore = new HashSet<Statement>();
        var eventNow = new HashSet<Statement>();
        var ownBefore = new HashSet<Statement>();
        var ownNow = new HashSet<Statement>();
        var before = new LinkedHashMap<RecordedEvent, Said>();
        var now = new LinkedHashMap<RecordedEvent, Said>();
        for (var read : related.values()) {
            var recorded = read.recorded();
            if (events.contains(recorded.event())) {
                if (liveBefore(recorded)) {
                    var said = said(recorded, membershipsBefore);
                    eventBefore.addAll(said.event);
                    if (changes(recorded)) {
                        ownBefore.addAll(said.own);
                        before.put(recorded, said);
                    }
                }
                if (liveNow(recorded)) {
                    var said = said(recorded, membershipsNow);
                    eventNow.addAll(said.event);
                    if (changes(recorded)) {
                        ownNow.addAll(said.own);
                        now.put(recorded, said);
                    }
                }
            }
        }
        differ(eventBefore, eventNow);
        differ(ownBefore, ownNow);
        things(before, now);
    }

    private Said said(RecordedEvent recorded, Memberships memberships) {
        var said = new Said();
        translation.translate(recorded, memberships, said);
        return said;
    }

    private void differ(Set<Statement> before, Set<Statement> now) {
        before.stream().filter(s -> !now.contains(s)).forEach(gone::add);
        now.stream().filter(s -> !before.contains(s)).forEach(come::add);
    }

    /// Brings the lives of everything spoken of from then to now.
    private void things(Map<RecordedEvent, Said> before, Map<RecordedEvent, Said> now) {
        var stepsBefore = steps(before.keySet(), membershipsBefore);
        var stepsNow = steps(now.keySet(), membershipsNow);
        var staysBefore = stays(before.keySet(), membershipsBefore);
        var staysNow = stays(now.keySet(), membershipsNow);
        var things = new LinkedHashSet<Id>();
        things.addAll(staysBefore.keySet());
        things.addAll(staysNow.keySet());
        before.values().forEach(said -> things.addAll(said.shared.keySet()));
        now.values().forEach(said -> things.addAll(said.shared.keySet()));
        things.addAll(stepsBefore.keySet());
        things.addAll(stepsNow.keySet());
        var touched = lives.of(things, log, membershipsBefore);
        count(before, touched, -1);
        count(now, touched, 1);
        stepsBefore.forEach((sample, steps) ->
                steps.forEach(step -> life(touched, sample).remove(step.when().record())));
        stepsNow.forEach((sample, steps) -> steps.forEach(step -> life(touched, sample).add(step)));
        staysBefore.forEach((thing, stays) ->
                stays.forEach(stay -> life(touched, thing).removeStay(stay.when().record())));
        staysNow.forEach((thing, stays) -> stays.forEach(stay -> life(touched, thing).add(stay)));
        touched.values().forEach(life -> life.settle(gone, come));
    }

    private static void count(Map<RecordedEvent, Said> said, Map<Id, Life> lives, int by) {
        for (var one : said.values()) {
            one.shared.forEach((thing, statements) -> life(lives, thing).count(statements, by));
        }
    }

    private static Life life(Map<Id, Life> lives, Id thing) {
        var life = lives.get(thing);
        if (life == null) {
            throw new IllegalStateException("no life was read of " + thing);
        }
        return life;
    }

    private Map<SampleId, List<ChainStep>> steps(
            Set<RecordedEvent> records, Memberships memberships) {
        var found = new HashMap<SampleId, List<ChainStep>>();
        for (var recorded : records) {
            ChainSteps.of(
                    recorded,
                    log.first(recorded),
                    memberships,
                    (sample, step) ->
                            found.computeIfAbsent(sample, _ -> new ArrayList<>()).add(step));
        }
        return found;
    }

    private Map<Id, List<Stay>> stays(Set<RecordedEvent> records, Memberships memberships) {
        var found = new HashMap<Id, List<Stay>>();
        for (var recorded : records) {
            Stay.of(
                    recorded,
                    log.first(recorded),
                    memberships,
                    (thing, stay) ->
                            found.computeIfAbsent(thing, _ -> new ArrayList<>()).add(stay));
        }
        return found;
    }

    private void headersAndPeriods() {
        var before = new HashSet<Statement>();
        var now = new HashSet<Statement>();
        for (var read : related.values()) {
            var recorded = read.recorded();
            long position = recorded.position().value();
            if (isNew(recorded)) {
                var said = new Said();
                translation.header(recorded, said);
                now.addAll(said.header);
            } else {
                history.periods(iris, recorded.record(), position, after.value(), before::add);
            }
            history.periods(iris, recorded.record(), position, upTo.value(), now::add);
        }
        differ(before, now);
    }

    private Map<RecordId, Set<Statement>> shelved() {
        var found = new LinkedHashMap<RecordId, Set<Statement>>();
        var literal = log.literal();
        for (var read : related.values()) {
            var recorded = read.recorded();
            if (!liveNow(recorded) && (isNew(recorded) || liveBefore(recorded))) {
                found.put(recorded.record(), translation.ownGraph(recorded, literal));
            }
        }
        return found;
    }

    private Set<RecordId> unshelved() {
        var found = new LinkedHashSet<RecordId>();
        for (var read : related.values()) {
            var recorded = read.recorded();
            if (!isNew(recorded) && liveNow(recorded) && !liveBefore(recorded)) {
                found.add(recorded.record());
            }
        }
        return found;
    }
}
