package dev.lodestone.events.intake;

import dev.lodestone.events.Draft;
import dev.lodestone.events.EventId;
import dev.lodestone.events.Liveness;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordEvent.RecordRetracted;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.events.log.Tag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A correction or retraction names records that hold: not withdrawn, not superseded by another.
/// And an event has one live record: a retraction that would revive a second is refused.
final class EndedRecordsAreLive implements IntakeRule {
    @Override
    public void check(Draft draft, Knowledge known, Complaints complaints) {
        var targets = Liveness.ends(draft.body());
        var field = draft.body() instanceof RecordCorrected ? "/supersedes" : "/retracts";
        boolean allLive = true;
        for (int i = 0; i < targets.size(); i++) {
            allLive &= isLive(targets.get(i), field + "/" + i, draft, known, complaints);
        }
        if (allLive && draft.body() instanceof RecordRetracted) {
            revival(draft, field, known, complaints);
        }
    }

    private static boolean isLive(
            RecordId target, String pointer, Draft draft, Knowledge known, Complaints complaints) {
        var found = known.find(target);
        if (found.isEmpty()) {
            complaints.add(
                    pointer,
                    "The record (%s) is not known.".formatted(target),
                    "it is an event id; name the record.");
            return false;
        }
        if (!known.isLive(target)) {
            complaints.add(
                    pointer,
                    "The record (%s) no longer holds: it was corrected or withdrawn."
                            .formatted(target),
                    "name the record that replaced it.",
                    true);
            return false;
        }
        if (draft.body() instanceof RecordCorrected
                && found.get().body() instanceof RecordRetracted) {
            complaints.add(
                    pointer,
                    "The record (%s) is a retraction, which cannot be corrected.".formatted(target),
                    "retract the retraction: what it withdrew is then live again.");
            return false;
        }
        return true;
    }

    private static void revival(Draft draft, String field, Knowledge known, Complaints complaints) {
        for (var event : endedEvents(draft, known)) {
            var after = new ArrayList<>(known.all(new Tag(EventTags.EVENT, event.toString())));
            after.add(new RecordedEvent(draft, new LogPosition(Long.MAX_VALUE), known.now()));
            var live = Liveness.of(after);
            var several =
                    after.stream()
                            .filter(record -> record.event().equals(event))
                            .map(RecordedEvent::record)
                            .filter(live::contains)
                            .toList();
            if (several.size() > 1) {
                complaints.add(
                        field,
                        "The event (%s) would have %d live records: %s."
                                .formatted(event, several.size(), several),
                        "withdraw the latest of them first.");
            }
        }
    }

    /// The events of all records that the draft ends, or that these had ended.
    private static Set<EventId> endedEvents(Draft draft, Knowledge known) {
        var events = new LinkedHashSet<EventId>();
        var seen = new LinkedHashSet<RecordId>();
        var open = new ArrayList<>(List.of(draft));
        while (!open.isEmpty()) {
            for (var target : Liveness.ends(open.removeLast().body())) {
                if (seen.add(target)) {
                    known.find(target)
                            .ifPresent(found -> {
                                events.add(found.event());
                                open.add(found);
                            });
                }
            }
        }
        return events;
    }
}
