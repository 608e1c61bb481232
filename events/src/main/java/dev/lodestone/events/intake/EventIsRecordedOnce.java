package dev.lodestone.events.intake;

import dev.lodestone.events.Draft;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.log.Tag;

/// A further record of an event that has a live one is a correction. Only an event of which no
/// record holds any more may be recorded again as it is: content that came back.
final class EventIsRecordedOnce implements IntakeRule {
    @Override
    public void check(Draft draft, Knowledge known, Complaints complaints) {
        if (draft.body() instanceof RecordCorrected
                || draft.event().value().equals(draft.record().value())) {
            return;
        }
        known.live(new Tag(EventTags.EVENT, draft.event().toString())).stream()
                .filter(other -> other.event().equals(draft.event()))
                .findFirst()
                .ifPresent(other ->
                        complaints.add(
                                "/event",
                                "The event (%s) has a live record (%s)."
                                        .formatted(draft.event(), other.record()),
                                "send a RecordCorrected that supersedes it.",
                                true));
    }
}
