package dev.lodestone.events.intake;

import dev.lodestone.events.Draft;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.log.Tag;

/// A further record of an event that has a live one is a correction, of a record of that event.
/// Only an event of which no record holds any more may be recorded again as it is: content that
/// came back.
final class EventIsRecordedOnce implements IntakeRule {
    @Override
    public void check(Draft draft, Knowledge known, Complaints complaints) {
        if (draft.body() instanceof RecordCorrected correction) {
            correctsItsOwnEvent(draft, correction, known, complaints);
        } else if (!draft.event().value().equals(draft.record().value())) {
            comesBack(draft, known, complaints);
        }
    }

    private static void correctsItsOwnEvent(
            Draft draft, RecordCorrected correction, Knowledge known, Complaints complaints) {
        var found = correction.supersedes().stream().flatMap(r -> known.find(r).stream()).toList();
        if (!found.isEmpty()
                && found.stream().noneMatch(target -> target.event().equals(draft.event()))) {
            complaints.add(
                    "/event",
                    "The event (%s) is not that of the record it corrects (%s)."
                            .formatted(draft.event(), found.getFirst().event()),
                    "leave \"event\" out: it is known.");
        }
    }

    private static void comesBack(Draft draft, Knowledge known, Complaints complaints) {
        var tag = new Tag(EventTags.EVENT, draft.event().toString());
        if (known.all(tag).stream().noneMatch(other -> other.event().equals(draft.event()))) {
            complaints.add(
                    "/event",
                    "The event (%s) is not known.".formatted(draft.event()),
                    "leave \"event\" out: the first record of an event gives it its id.");
            return;
        }
        known.live(tag).stream()
                .filter(other -> other.event().equals(draft.event()))
                .map(RecordedEvent::record)
                .findFirst()
                .ifPresent(other ->
                        complaints.add(
                                "/event",
                                "The event (%s) has a live record (%s)."
                                        .formatted(draft.event(), other),
                                "send a RecordCorrected that supersedes it.",
                                true));
    }
}
