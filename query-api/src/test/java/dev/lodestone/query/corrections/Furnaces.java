package dev.lodestone.query.corrections;

import dev.lodestone.events.AgentId;
import dev.lodestone.events.AgentType;
import dev.lodestone.events.Draft;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.InstrumentId;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.Liveness;
import dev.lodestone.events.NumberedValue;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Participants;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.ThingEvent.AgentRegistered;
import dev.lodestone.events.Value;
import dev.lodestone.events.Value.Content;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Term;
import dev.lodestone.testkit.Lab;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A laboratory with two furnaces, one of which was off all March.
final class Furnaces {
    static final Term TEMPERATURE = Term.of("lsp:sinteringTemperature");

    private final Lab lab;

    Furnaces(Lab lab) {
        this.lab = lab;
        lab.record(
                new AgentRegistered(
                        Occurrence.UNKNOWN,
                        new AgentId("kim"),
                        AgentType.PERSON,
                        "Kim",
                        Optional.empty(),
                        Optional.empty()));
        for (var furnace : List.of("furnace-1", "furnace-2")) {
            lab.record(
                    EventCodec.readStored(
                                    """
                                    {"type":"InstrumentRegistered","version":1,"id":"%s","instrument":"%s","name":"%s"}
                                    """
                                            .formatted(lab.intake().newId(), furnace, furnace))
                            .body());
        }
    }

    /// Sinters on a day of March.
    RecordId sinter(String furnace, int day, String celsius, String sample) {
        return sinter(
                furnace, on(day), temperature(celsius, "unit:DEG_C", HowKnown.RECORDED), sample);
    }

    RecordId sinter(String furnace, LabTime when, Value temperature, String sample) {
        return lab.record(
                sintering(furnace, when, temperature, Participants.of(lab.sample(sample))));
    }

    static SampleProcessed sintering(
            String furnace, LabTime when, Value temperature, Participants who) {
        return new SampleProcessed(
                Occurrence.at(when).with(new InstrumentId(furnace)),
                who,
                Term.of("lsk:Sintering"),
                List.of(temperature),
                List.of());
    }

    static LabTime on(int day) {
        return LabTime.on(LocalDate.of(2025, 3, day));
    }

    static Value temperature(String number, String unit, HowKnown basis) {
        return Value.of(TEMPERATURE, basis, Quantity.of(number, Term.of(unit)));
    }

    /// A rule for furnace 2 in March.
    static String rule(String change) {
        return """
        {"select":{"instrument":"furnace-2","during":{"month":"2025-03"}},"change":%s,\
        "reason":"the calibration was off","author":"kim"}
        """
                .formatted(change);
    }

    static String shift(String number, String unit) {
        return rule(
                """
                {"property":"lsp:sinteringTemperature","plus":{"value":%s,"unit":"%s"}}
                """
                        .formatted(number, unit));
    }

    /// The sintering temperatures that hold, in the order in which their events were recorded.
    List<String> temperatures() {
        var all = new ArrayList<RecordedEvent>();
        try (var entries = lab.log().read(LogPosition.START, lab.head())) {
            entries.forEachRemaining(entry -> all.add(EventCodec.read(entry)));
        }
        var live = Liveness.of(all);
        return all.stream()
                .map(RecordedEvent::event)
                .distinct()
                .flatMap(event ->
                        all.stream()
                                .filter(r -> r.event().equals(event) && live.contains(r.record())))
                .map(RecordedEvent::draft)
                .map(Draft::stated)
                .flatMap(event -> told(event).stream())
                .toList();
    }

    private static List<String> told(ProvenanceEvent event) {
        return NumberedValue.of(event).stream()
                .map(NumberedValue::value)
                .filter(value -> value.property().equals(TEMPERATURE))
                .map(value ->
                        switch (value.content()) {
                            case Content.Number(var q) ->
                                    q.value().toPlainString()
                                            + q.uncertainty().map(u -> "±" + u).orElse("");
                            case Content.Between(var b) -> b.asRecorded();
                            case Content.Concept(var term) -> term.curie();
                            case Content.Words(var words) -> words;
                        })
                .toList();
    }
}
