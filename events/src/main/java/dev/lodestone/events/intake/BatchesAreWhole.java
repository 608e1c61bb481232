package dev.lodestone.events.intake;

import dev.lodestone.events.Draft;
import dev.lodestone.events.RecordEvent;
import dev.lodestone.events.RecordEvent.Annotated;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordEvent.RecordRetracted;

/// What is part of a batch is recorded with the record that leads it, so that the header's count
/// stays true and its retraction misses nothing. A header is not corrected: it says what was done.
final class BatchesAreWhole implements IntakeRule {
    @Override
    public void check(Draft draft, Knowledge known, Complaints complaints) {
        RecordEvent.batchOf(draft.body())
                .ifPresent(lead -> {
                    var leads = known.find(lead).map(Draft::body).filter(BatchesAreWhole::mayLead);
                    if (leads.isEmpty() || !known.isNew(lead)) {
                        complaints.add(
                                "/batch",
                                "The record (%s) does not lead a batch that is recorded with this one."
                                        .formatted(lead),
                                "leave \"batch\" out, or send the header first in the same request.");
                    }
                });
        if (draft.body() instanceof RecordCorrected correction) {
            for (int i = 0; i < correction.supersedes().size(); i++) {
                var target = correction.supersedes().get(i);
                if (known.find(target)
                        .map(Draft::body)
                        .filter(body -> body instanceof Annotated a && a.batch().isPresent())
                        .isPresent()) {
                    complaints.add(
                            "/supersedes/" + i,
                            "The record (%s) is the header of a batch, which cannot be corrected."
                                    .formatted(target),
                            "retract it, which undoes the batch, and correct the batch anew.");
                }
            }
            if (correction.restated() instanceof Annotated a && a.batch().isPresent()) {
                complaints.add(
                        "/restated/batch",
                        "A correction cannot become the header of a batch.",
                        "send the header as a record of its own.");
            }
        }
    }

    private static boolean mayLead(dev.lodestone.events.ProvenanceEvent body) {
        return body instanceof RecordRetracted
                || (body instanceof Annotated note && note.batch().isPresent());
    }
}
