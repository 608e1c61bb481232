package dev.lodestone.events.intake;

import dev.lodestone.events.Draft;
import dev.lodestone.events.Mentions;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SampleEvent;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.json.EventCodec;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A sample is made once, out of others that are not made of it. A sample registered before may
/// turn out to be cut from another, if nothing in its lab life is known to precede the cut.
final class PartsAreNew implements IntakeRule {
    @Override
    public void check(Draft draft, Knowledge known, Complaints complaints) {
        var mentions = Mentions.of(draft.stated());
        if (mentions.born().isEmpty()) {
            return;
        }
        if (draft.stated() instanceof SampleEvent.SampleRegistered registered) {
            regionsInThemselves(registered, draft, complaints);
        }
        var parents = new HashSet<>(mentions.touched());
        parents.removeAll(mentions.born());
        var ancestors = ancestors(parents, draft, known);
        for (var part : mentions.born()) {
            if (ancestors.contains(part)) {
                complaints.add(
                        EventCodec.pointerTo(draft, part.value()),
                        "The sample (%s) would be made of itself, through %s."
                                .formatted(part, parents),
                        "parent and part are exchanged.");
            }
            if (known.knows(part)) {
                otherMaking(part, draft, known, complaints);
                earlierLife(part, draft, known, complaints);
            }
        }
    }

    /// Regions that one event marks do not lie in each other.
    private static void regionsInThemselves(
            SampleEvent.SampleRegistered event, Draft draft, Complaints complaints) {
        var liesIn = new HashMap<SampleId, SampleId>();
        event.samples()
                .forEach(s -> s.regionOf().ifPresent(of -> liesIn.putIfAbsent(s.sample(), of)));
        for (var region : liesIn.keySet()) {
            var seen = new HashSet<SampleId>();
            var at = liesIn.get(region);
            while (at != null && !at.equals(region) && seen.add(at)) {
                at = liesIn.get(at);
            }
            if (region.equals(at)) {
                complaints.add(
                        EventCodec.pointerTo(draft, region.value()),
                        "The region (%s) would lie in itself.".formatted(region),
                        "\"regionOf\" is to name the sample it lies in.");
            }
        }
    }

    private static void otherMaking(
            SampleId part, Draft draft, Knowledge known, Complaints complaints) {
        known.live(EventTags.born(part)).stream()
                .filter(making -> !making.event().equals(draft.event()))
                .filter(making -> Mentions.of(making.stated()).born().contains(part))
                .findFirst()
                .ifPresent(making ->
                        complaints.add(
                                EventCodec.pointerTo(draft, part.value()),
                                "The sample (%s) was made already, by %s (record %s)."
                                        .formatted(part, making.stated().kind(), making.record()),
                                "the part needs an identity of its own."));
    }

    private static void earlierLife(
            SampleId part, Draft draft, Knowledge known, Complaints complaints) {
        var time = draft.stated().occurrence().labTime();
        var cut = new KnownOrder(draft.event(), time);
        Lives.of(part, known)
                .filter(event -> event.stated() instanceof SampleEvent)
                .filter(event -> !(event.stated() instanceof SampleEvent.SampleRegistered))
                .filter(event -> !event.event().equals(draft.event()))
                .filter(event ->
                        new KnownOrder(event.event(), event.stated().occurrence().labTime())
                                .isBefore(cut))
                .findFirst()
                .ifPresent(event ->
                        complaints.add(
                                EventCodec.pointerTo(draft, part.value()),
                                "The sample (%s) had a life (%s, record %s) before it would be made (%s)."
                                        .formatted(
                                                part,
                                                event.stated().kind(),
                                                event.record(),
                                                time.earliest()
                                                        .map(Object::toString)
                                                        .orElse("after it")),
                                "one of the two lab times is wrong."));
    }

    private static Set<SampleId> ancestors(Set<SampleId> of, Draft draft, Knowledge known) {
        var found = new HashSet<>(of);
        var open = new ArrayDeque<>(of);
        while (!open.isEmpty()) {
            for (var making : makings(open.pop(), draft, known)) {
                var mentions = Mentions.of(making.stated());
                for (var parent : mentions.touched()) {
                    if (!mentions.born().contains(parent) && found.add(parent)) {
                        open.add(parent);
                    }
                }
            }
        }
        return found;
    }

    private static List<RecordedEvent> makings(SampleId sample, Draft draft, Knowledge known) {
        return known.live(EventTags.born(sample)).stream()
                .filter(making -> !making.event().equals(draft.event()))
                .toList();
    }
}
