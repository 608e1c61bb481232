package dev.lodestone.events.correction;

import dev.lodestone.events.BatchHeader;
import dev.lodestone.events.Because;
import dev.lodestone.events.Draft;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.RecordEvent.Annotated;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordEvent.RecordRetracted;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SourceRef;
import dev.lodestone.events.Uuids;
import dev.lodestone.events.correction.BatchPlan.Item;
import dev.lodestone.events.intake.BatchRetractions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A plan written out: the header, then each event restated whole, or withdrawn.
final class BatchDrafts {
    private BatchDrafts() {}

    /// The header first.
    static List<Draft> of(BatchPlan plan) {
        var request = plan.request();
        var by = Occurrence.UNKNOWN.by(request.author());
        var drafts = new ArrayList<Draft>();
        drafts.add(
                Draft.of(
                        request.header(),
                        new Annotated(
                                by,
                                List.of(),
                                List.of(),
                                request.reason(),
                                List.of(),
                                Optional.of(
                                        new BatchHeader(request.rule(), plan.items().size())))));
        if (request.rule().change().retract()) {
            retractions(plan, by, drafts);
        } else {
            plan.items().forEach(item -> drafts.add(restatement(request, by, item)));
        }
        return drafts;
    }

    /// It still comes from where it came from, but is not what that import run wrote.
    private static Draft restatement(Request request, Occurrence by, Item item) {
        var live = item.live();
        return new Draft(
                id(request.header(), live.record()),
                live.event(),
                live.draft().access(),
                live.draft()
                        .source()
                        .map(source ->
                                new SourceRef(
                                        source.source(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        source.locator(),
                                        source.licence(),
                                        source.credit(),
                                        source.verbatim())),
                new RecordCorrected(
                        by,
                        List.of(live.record()),
                        Because.ERROR,
                        Optional.of(request.reason()),
                        item.restated(),
                        Optional.of(request.header())));
    }

    /// An event that was corrected before is withdrawn step by step: what a retraction revives, the
    /// next withdraws.
    private static void retractions(BatchPlan plan, Occurrence by, List<Draft> to) {
        var header = plan.request().header();
        for (int from = 0; from < plan.items().size(); from += BatchRetractions.LONGEST) {
            var some =
                    plan.items()
                            .subList(
                                    from,
                                    Math.min(from + BatchRetractions.LONGEST, plan.items().size()));
            int steps = some.stream().mapToInt(item -> item.ending().size()).max().orElse(0);
            for (int i = 0; i < steps; i++) {
                int step = i;
                var records =
                        some.stream()
                                .filter(item -> item.ending().size() > step)
                                .map(item -> item.ending().get(step))
                                .toList();
                to.add(
                        Draft.of(
                                id(header, records.getFirst()),
                                new RecordRetracted(
                                        by,
                                        records,
                                        Because.ERROR,
                                        Optional.of(plan.request().reason()),
                                        Optional.of(header))));
            }
        }
    }

    private static RecordId id(RecordId header, RecordId of) {
        return new RecordId(Uuids.named("batch", header.toString(), of.toString()));
    }
}
