package dev.lodestone.testkit;

import dev.lodestone.events.AgentId;
import dev.lodestone.events.AgentType;
import dev.lodestone.events.BatchRule;
import dev.lodestone.events.BatchRule.Change;
import dev.lodestone.events.BatchRule.Selection;
import dev.lodestone.events.Because;
import dev.lodestone.events.Draft;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.RecordEvent.RecordRetracted;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.ThingEvent.AgentRegistered;
import dev.lodestone.events.correction.BatchCorrection;
import dev.lodestone.events.correction.BatchPlan.Include;
import dev.lodestone.events.correction.Request;
import dev.lodestone.events.intake.Receipt;
import dev.lodestone.events.intake.Refused;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.ontology.Term;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Corrects sinterings by a rule now and then, withdraws them, undoes that, and brings it back.
final class RandomBatches {
    private static final AgentId CURATOR = new AgentId("curator");

    private final Lab lab;
    private final SplittableRandom random;
    private final List<RecordId> leads = new ArrayList<>();
    private boolean known;
    private int recorded;

    RandomBatches(Lab lab, long seed) {
        this.lab = lab;
        this.random = new SplittableRandom(seed);
    }

    int recorded() {
        return recorded;
    }

    /// What was recorded, if anything.
    List<Draft> maybeCorrect() {
        if (random.nextInt(12) != 0) {
            return List.of();
        }
        if (!known) {
            lab.record(
                    new AgentRegistered(
                            Occurrence.UNKNOWN,
                            CURATOR,
                            AgentType.PERSON,
                            "Curator",
                            Optional.empty(),
                            Optional.empty()));
            known = true;
        }
        try {
            return !leads.isEmpty() && random.nextInt(3) == 0
                    ? undo(leads.remove(random.nextInt(leads.size())))
                    : correct();
        } catch (Refused other) {
            return List.of();
        }
    }

    private List<Draft> undo(RecordId lead) {
        var undo =
                Draft.of(
                        lab.intake().newId(),
                        new RecordRetracted(
                                Occurrence.UNKNOWN,
                                List.of(lead),
                                Because.ERROR,
                                Optional.empty()));
        var receipts = lab.intake().record(List.of(undo));
        leads.add(undo.record());
        return drafts(receipts);
    }

    private List<Draft> correct() {
        var begin =
                LocalDate.of(2025, 1, 1)
                        .plusDays(random.nextInt(40))
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC);
        var during = LabTime.between(begin, begin.plusSeconds(86_400L * 20));
        var select =
                new Selection(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Term.of("lsk:Sintering")),
                        Optional.of(during));
        var change =
                random.nextInt(4) == 0
                        ? Change.withdrawal()
                        : Change.shift(
                                Term.of("lsp:sinteringTemperature"),
                                Quantity.of("-12", Term.of("unit:K")));
        var request =
                new Request(
                        lab.intake().newId(),
                        new BatchRule(select, change),
                        "the calibration was off",
                        CURATOR);
        var correction = new BatchCorrection(lab.log(), lab.intake());
        var receipts =
                correction.record(
                        correction.plan(request, new Include(random.nextBoolean(), true)));
        if (!receipts.isEmpty()) {
            leads.add(request.header());
        }
        return drafts(receipts);
    }

    private List<Draft> drafts(List<Receipt> receipts) {
        recorded += receipts.isEmpty() ? 0 : 1;
        return receipts.stream()
                .map(receipt -> lab.log().find(receipt.record().value()).orElseThrow())
                .map(entry -> EventCodec.readStored(entry.payload()))
                .toList();
    }
}
