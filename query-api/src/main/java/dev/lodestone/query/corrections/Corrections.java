package dev.lodestone.query.corrections;

import dev.lodestone.events.BatchHeader;
import dev.lodestone.events.Because;
import dev.lodestone.events.Draft;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.RecordEvent.Annotated;
import dev.lodestone.events.RecordEvent.RecordRetracted;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.correction.BatchCorrection;
import dev.lodestone.events.correction.BatchPlan;
import dev.lodestone.events.correction.BatchPlan.Include;
import dev.lodestone.events.correction.BatchPlan.Item;
import dev.lodestone.events.correction.Request;
import dev.lodestone.events.intake.EventIntake;
import dev.lodestone.events.intake.Receipt;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.query.LodestoneException.NotFound;
import dev.lodestone.query.corrections.CorrectionAnswer.Example;
import dev.lodestone.query.corrections.CorrectionAnswer.Undecided;
import dev.lodestone.query.impact.Dependent.Sort;
import dev.lodestone.query.impact.Impact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Corrects a whole batch, or tells what that would do.
public final class Corrections {
    /// How many changed values and undecided events an answer lists.
    public static final int LISTED = 20;

    private final EventLog log;
    private final EventIntake intake;
    private final BatchCorrection batches;

    /// @param intake the gate of the same log
    public Corrections(EventLog log, EventIntake intake) {
        this.log = log;
        this.intake = intake;
        this.batches = new BatchCorrection(log, intake);
    }

    /// Reads what is asked for.
    ///
    /// @throws dev.lodestone.events.InvalidEvent with the place in the text
    public Request read(String json) {
        return Request.read(json, intake::newId);
    }

    /// Tells what a correction would do, and what rests on the events it would correct.
    public CorrectionAnswer dryRun(Request request, Include include, Impact impact) {
        var known = batches.recorded(request);
        if (known.isPresent()) {
            return alreadyKnown(request, known.get());
        }
        var plan = batches.plan(request, include);
        var events = plan.items().stream().map(item -> "event/" + item.live().event()).toList();
        return answer(
                plan, "dry run", plan.basis().value(), Optional.of(impact.countsOfAll(events)));
    }

    /// Corrects: all of it, or nothing.
    ///
    /// @throws dev.lodestone.events.InvalidEvent if the rule makes no sense
    /// @throws dev.lodestone.events.intake.Refused as the intake does
    public CorrectionAnswer correct(Request request, Include include) {
        var known = batches.recorded(request);
        if (known.isPresent()) {
            return alreadyKnown(request, known.get());
        }
        var plan = batches.plan(request, include);
        var receipts = batches.record(plan);
        return receipts.isEmpty()
                ? answer(plan, "nothing to correct", plan.basis().value(), Optional.empty())
                : answer(plan, "recorded", last(receipts), Optional.empty());
    }

    /// Undoes a batch by retracting its header.
    ///
    /// @return the receipts: of the retraction of the header, then of those that follow from it
    public List<Receipt> undo(RecordId header, String reason) {
        var isHeader =
                log.find(header.value())
                        .map(entry -> EventCodec.readStored(entry.payload()).body())
                        .filter(body -> body instanceof Annotated a && a.batch().isPresent())
                        .isPresent();
        if (!isHeader) {
            throw new NotFound(
                    "batch-unknown",
                    """
                    The record (%s) is not the header of a batch correction.
                    Maybe it is one of the corrections: its "batch" names the header.\
                    """
                            .formatted(header),
                    Map.of("record", header.toString()));
        }
        return intake.record(
                List.of(
                        Draft.of(
                                intake.newId(),
                                new RecordRetracted(
                                        Occurrence.UNKNOWN,
                                        List.of(header),
                                        Because.ERROR,
                                        Optional.of(reason)))));
    }

    private static long last(List<Receipt> receipts) {
        return receipts.stream().mapToLong(r -> r.position().value()).max().orElse(0);
    }

    private CorrectionAnswer alreadyKnown(Request request, BatchHeader header) {
        return new CorrectionAnswer(
                log.head().value(),
                Optional.of(request.header().toString()),
                "already known",
                header.events(),
                0,
                List.of(),
                0,
                List.of(),
                Map.of(),
                Optional.empty());
    }

    private static CorrectionAnswer answer(
            BatchPlan plan, String outcome, long basis, Optional<Map<Sort, Long>> rests) {
        return new CorrectionAnswer(
                basis,
                outcome.equals("recorded")
                        ? Optional.of(plan.request().header().toString())
                        : Optional.empty(),
                outcome,
                plan.items().size(),
                plan.values(),
                examples(plan),
                plan.notDecided().size(),
                plan.notDecided().stream()
                        .limit(LISTED)
                        .map(u ->
                                new Undecided(u.event().toString(), u.record().toString(), u.why()))
                        .toList(),
                plan.left(),
                rests);
    }

    private static List<Example> examples(BatchPlan plan) {
        var examples = new ArrayList<Example>();
        for (var item : plan.items()) {
            if (examples.size() >= LISTED) {
                break;
            }
            if (item.moves().isEmpty()) {
                examples.add(example(item, Optional.empty(), Optional.empty(), Optional.empty()));
            }
            item.moves()
                    .forEach(move ->
                            examples.add(
                                    example(
                                            item,
                                            Optional.of(move.property()),
                                            Optional.of(move.before()),
                                            Optional.of(move.after()))));
        }
        return examples.subList(0, Math.min(LISTED, examples.size()));
    }

    private static Example example(
            Item item, Optional<String> property, Optional<String> before, Optional<String> after) {
        return new Example(
                item.live().event().toString(),
                item.live().record().toString(),
                property,
                before,
                after);
    }
}
