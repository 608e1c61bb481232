package dev.lodestone.events.intake;

import dev.lodestone.events.Draft;
import dev.lodestone.events.Liveness;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordEvent.RecordRetracted;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.log.Tag;

/// A correction or retraction names records that hold: not withdrawn, not superseded by another.
/// And an event has one live record: a retraction that would revive a second is refused.
final class EndedRecordsAreLive implements IntakeRule {
    @Override
    public void check(Draft draft, Knowledge known, Complaints complaints) {
        var field = draft.body() instanceof RecordCorrected ? "/supersedes" : "/retracts";
        for (var target : Liveness.ends(draft.body())) {
            var found = known.find(target);
            if (found.isEmpty()) {
                complaints.add(
                        field,
                        "The record (%s) is not known.".formatted(target),
                        "it is an event id; name the record.");
            } else if (!known.isLive(target)) {
                complaints.add(
                        field,
                        "The record (%s) no longer holds: it was corrected or withdrawn."
                                .formatted(target),
                        "name the record that replaced it.",
                        true);
            } else if (draft.body() instanceof RecordRetracted) {
                revival(target, found.get(), known, field, complaints);
            }
        }
    }

    private static void revival(
            RecordId target,
            Draft retracted,
            Knowledge known,
            String field,
            Complaints complaints) {
        if (retracted.body() instanceof RecordRetracted withdrawal) {
            for (var revived : withdrawal.retracts()) {
                known.find(revived)
                        .flatMap(draft ->
                                known.live(tag(draft)).stream()
                                        .filter(r -> r.event().equals(draft.event()))
                                        .map(RecordedEvent::record)
                                        .filter(r -> !r.equals(revived))
                                        .findFirst())
                        .ifPresent(other ->
                                complaints.add(
                                        field,
                                        "Withdrawing (%s) would revive (%s), but its event has another live record (%s)."
                                                .formatted(target, revived, other),
                                        "withdraw that one first."));
            }
        }
    }

    private static Tag tag(Draft draft) {
        return new Tag(EventTags.EVENT, draft.event().toString());
    }
}
