package dev.lodestone.events.correction;

import dev.lodestone.events.Because;
import dev.lodestone.events.Draft;
import dev.lodestone.events.EventId;
import dev.lodestone.events.Liveness;
import dev.lodestone.events.NumberedValue;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.intake.EventTags;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.events.log.Tag;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All records that bear on one event.
final class EventRecords {
    private final EventId event;
    private final List<RecordedEvent> all = new ArrayList<>();

    EventRecords(EventLog log, EventId event, LogPosition upTo) {
        this.event = event;
        var tag = new Tag(EventTags.EVENT, event.toString());
        try (var entries = log.readTagged(Set.of(tag), LogPosition.START, upTo)) {
            entries.forEachRemaining(entry -> all.add(EventCodec.read(entry)));
        }
    }

    /// Those of the event itself.
    List<Draft> own() {
        return all.stream().map(RecordedEvent::draft).filter(d -> d.event().equals(event)).toList();
    }

    Optional<RecordedEvent> live() {
        return live(Set.of());
    }

    private Optional<RecordedEvent> live(Set<RecordId> without) {
        var rest = all.stream().filter(r -> !without.contains(r.record())).toList();
        var live = Liveness.of(rest);
        return rest.stream()
                .filter(r -> r.event().equals(event) && live.contains(r.record()))
                .findFirst();
    }

    /// The live record, then what withdrawing it revives, and so on.
    List<RecordId> ending() {
        var gone = new HashSet<RecordId>();
        var ending = new ArrayList<RecordId>();
        for (var next = live(); next.isPresent(); next = live(gone)) {
            ending.add(next.get().record());
            gone.add(next.get().record());
        }
        return ending;
    }

    /// The correction in force that changed the values of a property because they were wrong.
    Optional<RecordedEvent> correctedBefore(Term property) {
        var at = live();
        while (at.isPresent() && at.get().draft().body() instanceof RecordCorrected correction) {
            var before =
                    all.stream()
                            .filter(r -> r.event().equals(event))
                            .filter(r -> correction.supersedes().contains(r.record()))
                            .findFirst();
            if (correction.because() == Because.ERROR
                    && before.filter(b ->
                                    !values(b.stated(), property)
                                            .equals(values(correction.restated(), property)))
                            .isPresent()) {
                return at;
            }
            at = before;
        }
        return Optional.empty();
    }

    private static List<Object> values(ProvenanceEvent event, Term property) {
        return NumberedValue.of(event).stream()
                .map(NumberedValue::value)
                .filter(value -> value.property().equals(property))
                .<Object>map(value -> value.content())
                .toList();
    }
}
