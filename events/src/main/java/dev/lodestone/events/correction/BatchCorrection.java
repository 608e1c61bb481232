package dev.lodestone.events.correction;

import dev.lodestone.events.BatchHeader;
import dev.lodestone.events.InvalidEvent;
import dev.lodestone.events.NumberedValue;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.RecordEvent;
import dev.lodestone.events.RecordEvent.Annotated;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.Value.Content;
import dev.lodestone.events.correction.BatchPlan.Include;
import dev.lodestone.events.correction.BatchPlan.Item;
import dev.lodestone.events.correction.BatchPlan.Move;
import dev.lodestone.events.correction.BatchPlan.NotDecided;
import dev.lodestone.events.intake.EventIntake;
import dev.lodestone.events.intake.Receipt;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.json.Restating;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.ontology.Ontology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Corrects many events by one rule: in one transaction, each restated whole and pinned to the
/// record it supersedes, led by a header that says the rule and the count. Retracting the header
/// undoes it.
public final class BatchCorrection {
    private final EventLog log;
    private final EventIntake intake;
    private final Ontology ontology = Ontology.lodestone();

    /// @param intake the gate of the same log
    public BatchCorrection(EventLog log, EventIntake intake) {
        this.log = log;
        this.intake = intake;
    }

    /// The header that is recorded already for a request, if it was asked before.
    ///
    /// @throws InvalidEvent if the id is that of something else
    public Optional<BatchHeader> recorded(Request request) {
        return log.find(request.header().value())
                .map(entry -> {
                    if (EventCodec.readStored(entry.payload()).body() instanceof Annotated note
                            && note.batch().isPresent()
                            && note.batch().get().rule().equals(request.rule())
                            && note.text().equals(request.reason())) {
                        return note.batch().get();
                    }
                    throw new InvalidEvent(
                            "/id",
                            "The record (%s) is known with other content, at position %d."
                                    .formatted(request.header(), entry.position().value()),
                            "leave \"id\" out.");
                });
    }

    /// Works out what a rule would do, and writes nothing.
    ///
    /// @throws InvalidEvent if the rule makes no sense
    public BatchPlan plan(Request request, Include include) {
        new RuleCheck(log, ontology).check(request);
        var select = request.rule().select();
        var head = log.head();
        var selected = new Selected(select, ontology);
        var interval = select.during().map(LabInterval::new);
        var items = new ArrayList<Item>();
        var notDecided = new ArrayList<NotDecided>();
        var left = new TreeMap<String, Long>();
        for (var event : selected.candidates(log, head)) {
            var records = new EventRecords(log, event, head);
            var live = records.live().filter(r -> selected.fits(r.stated(), records.own()));
            if (live.isEmpty()) {
                continue;
            }
            var place =
                    interval.map(i -> i.placeOf(live.get().stated().occurrence().labTime()))
                            .orElse(LabInterval.Place.INSIDE);
            if (place == LabInterval.Place.OUTSIDE) {
                continue;
            }
            var stays = new TreeMap<String, Long>();
            item(request, live.get(), records, stays)
                    .ifPresentOrElse(
                            item -> {
                                var why = doubt(request, place, records, include);
                                if (why.isEmpty()) {
                                    items.add(item);
                                    stays.forEach((w, n) -> left.merge(w, n, Long::sum));
                                } else {
                                    notDecided.add(
                                            new NotDecided(event, live.get().record(), why.get()));
                                }
                            },
                            () -> stays.forEach((w, n) -> left.merge(w, n, Long::sum)));
        }
        return new BatchPlan(request, head, items, notDecided, left);
    }

    /// Records a plan: all of it, or nothing.
    ///
    /// @return the receipts, the header's first; none if there was nothing to correct
    /// @throws dev.lodestone.events.intake.Refused if an event was corrected or withdrawn
    ///   meanwhile, as a conflict, or what would come of it may not be recorded
    public List<Receipt> record(BatchPlan plan) {
        return plan.items().isEmpty() ? List.of() : intake.record(BatchDrafts.of(plan));
    }

    private static Optional<String> doubt(
            Request request, LabInterval.Place place, EventRecords records, Include include) {
        if (place == LabInterval.Place.UNDECIDED && !include.undated()) {
            return Optional.of("its lab time is not known to be inside");
        }
        return request.rule()
                .change()
                .property()
                .filter(_ -> !include.corrected())
                .flatMap(records::correctedBefore)
                .map(before ->
                        "its value was corrected before, by "
                                + RecordEvent.batchOf(before.draft().body())
                                        .map(batch -> "batch " + batch)
                                        .orElse("record " + before.record()));
    }

    private Optional<Item> item(
            Request request, RecordedEvent live, EventRecords records, Map<String, Long> stays) {
        var change = request.rule().change();
        if (change.property().isEmpty()) {
            return Optional.of(new Item(live, live.stated(), List.of(), records.ending()));
        }
        var property = change.property().get();
        var changing = new ValueChange(change, ontology);
        var contents = new LinkedHashMap<String, Content>();
        var moves = new ArrayList<Move>();
        for (var numbered : NumberedValue.of(live.stated())) {
            if (numbered.value().property().equals(property)) {
                switch (outcome(changing, numbered, live)) {
                    case ValueChange.Outcome.Left(var why) -> stays.merge(why, 1L, Long::sum);
                    case ValueChange.Outcome.Changed(var content) -> {
                        contents.put(numbered.pointer(), content);
                        moves.add(
                                new Move(
                                        property.curie(),
                                        text(numbered.value().content()),
                                        text(content)));
                    }
                }
            }
        }
        return contents.isEmpty()
                ? Optional.empty()
                : Optional.of(new Item(live, restated(live, contents), moves, List.of()));
    }

    private static ValueChange.Outcome outcome(
            ValueChange changing, NumberedValue numbered, RecordedEvent live) {
        try {
            return changing.of(numbered.value());
        } catch (IllegalArgumentException e) {
            throw cannot(live, e.getMessage());
        }
    }

    private static ProvenanceEvent restated(RecordedEvent live, Map<String, Content> contents) {
        try {
            return Restating.of(live.stated(), contents);
        } catch (InvalidEvent e) {
            throw cannot(live, e.problem());
        }
    }

    private static InvalidEvent cannot(
            RecordedEvent live, @org.jspecify.annotations.Nullable String why) {
        return new InvalidEvent(
                "/change",
                "The event (%s) cannot be corrected so: %s".formatted(live.event(), why),
                "another factor or shift is meant.");
    }

    private String text(Content content) {
        return switch (content) {
            case Content.Number(var quantity) ->
                    quantity.asRecorded() + " " + symbol(quantity.unit());
            case Content.Between(var bounds) -> bounds.asRecorded() + " " + symbol(bounds.unit());
            case Content.Concept(var term) -> term.curie();
            case Content.Words(var words) -> words;
        };
    }

    private String symbol(dev.lodestone.ontology.Term unit) {
        return ontology.findUnit(unit.curie()).map(u -> u.symbol()).orElse(unit.curie());
    }
}
