package dev.lodestone.events.intake;

import dev.lodestone.events.Draft;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.Mentions;
import dev.lodestone.events.Participants;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SampleEvent;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.ThingEvent.ContainerRegistered;
import dev.lodestone.events.json.EventCodec;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Nothing happens to a sample that is known to have ended before. What cannot be ordered in lab
/// time is accepted, and so is an end learned late; the graph marks both.
final class SampleStillExists implements IntakeRule {
    @Override
    public void check(Draft draft, Knowledge known, Complaints complaints) {
        if (!(draft.stated() instanceof SampleEvent event)
                || event instanceof SampleEvent.SampleRegistered
                || event instanceof SampleEvent.SampleIdentified
                || event instanceof SampleEvent.SampleLinked) {
            return;
        }
        var mentions = Mentions.of(event);
        var participants = new LinkedHashSet<>(mentions.touched());
        participants.removeAll(mentions.born());
        for (var pinned : mentions.containers()) {
            participants.addAll(members(pinned, known));
        }
        for (var sample : participants) {
            check(sample, draft, known, complaints);
        }
    }

    private static void check(
            SampleId sample, Draft draft, Knowledge known, Complaints complaints) {
        var time = draft.stated().occurrence().labTime();
        known.live(EventTags.ended(sample)).stream()
                .filter(end -> !end.event().equals(draft.event()))
                .filter(end -> isKnownToBeLater(time, end))
                .findFirst()
                .ifPresent(end ->
                        complaints.add(
                                EventCodec.pointerTo(draft, sample.value()),
                                "The sample (%s) had ended (%s at %s, record %s) before this happened (%s)."
                                        .formatted(
                                                sample,
                                                end.stated().kind(),
                                                end.stated()
                                                        .occurrence()
                                                        .labTime()
                                                        .latest()
                                                        .map(Object::toString)
                                                        .orElse("an unknown time"),
                                                end.record(),
                                                time.earliest()
                                                        .map(Object::toString)
                                                        .orElse("after it")),
                                "it is another sample, or one of the two lab times is"
                                        + " wrong."));
    }

    private static boolean isKnownToBeLater(LabTime time, RecordedEvent end) {
        if (time.after().contains(end.event())) {
            return true;
        }
        var ended = end.stated().occurrence().labTime().latest();
        return ended.isPresent()
                && time.earliest().isPresent()
                && time.earliest().get().isAfter(ended.get());
    }

    private static Set<SampleId> members(Participants.Positions pinned, Knowledge known) {
        if (known.find(pinned.membership()).map(Draft::stated).orElse(null)
                instanceof ContainerRegistered membership) {
            return membership.placements().stream()
                    .filter(p ->
                            pinned.positions().isEmpty()
                                    || pinned.positions().contains(p.position()))
                    .map(ContainerRegistered.Placement::sample)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        return Set.of();
    }
}
