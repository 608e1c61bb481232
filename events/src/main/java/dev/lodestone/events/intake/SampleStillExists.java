package dev.lodestone.events.intake;

import dev.lodestone.events.Draft;
import dev.lodestone.events.Mentions;
import dev.lodestone.events.SampleEvent;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.json.EventCodec;
import java.util.LinkedHashSet;

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
            participants.addAll(Lives.members(pinned, known));
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
                .filter(end ->
                        new KnownOrder(end.event(), end.stated().occurrence().labTime())
                                .isBefore(new KnownOrder(draft.event(), time)))
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
}
