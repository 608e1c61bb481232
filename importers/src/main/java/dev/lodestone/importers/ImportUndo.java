package dev.lodestone.importers;

import dev.lodestone.events.Because;
import dev.lodestone.events.Draft;
import dev.lodestone.events.Liveness;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.RecordEvent.RecordRetracted;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.intake.EventIntake;
import dev.lodestone.events.intake.EventTags;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.events.log.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes a whole import back. What the run corrected is as it was before, what it withdrew is there
/// again, what it brought is gone; the log keeps it all.
public final class ImportUndo {
    /// The most records one retraction names.
    public static final int LONGEST = 1_000;

    private final EventLog log;
    private final EventIntake intake;

    /// @param intake the gate of the same log
    public ImportUndo(EventLog log, EventIntake intake) {
        this.log = log;
        this.intake = intake;
    }

    /// What became of it.
    ///
    /// @param retracted records withdrawn, the run's own included
    /// @param left records of the run that did not hold any more: corrected by a later run or by
    ///   hand, or withdrawn before. A correction of one of them stays
    /// @param retractions how many records say so
    public record Undone(RecordId run, long retracted, long left, int retractions) {}

    /// Undoes a run. Undoing twice changes nothing the second time.
    ///
    /// @param run the id of its `SourceImported`, or, for a run that was cut off, the run its
    ///   records name
    /// @throws IllegalArgumentException if no record is of such a run
    /// @throws dev.lodestone.events.intake.Refused if records came in between that rest on it
    public Undone undo(RecordId run, String explanation) {
        var retractions = new ArrayList<RecordId>();
        var others = new ArrayList<RecordId>();
        long left = 0;
        long all = 0;
        try (var entries =
                log.readTagged(
                        Set.of(new Tag(EventTags.RUN, run.toString())),
                        LogPosition.START,
                        log.head())) {
            while (entries.hasNext()) {
                var record = EventCodec.read(entries.next());
                all++;
                if (!isLive(record)) {
                    left++;
                } else if (record.draft().body() instanceof RecordRetracted) {
                    retractions.add(record.record());
                } else {
                    others.add(record.record());
                }
            }
        }
        if (all == 0) {
            throw new IllegalArgumentException(
                    """
                    No record is of the import run (%s).
                    Maybe it is the id of another record: a run's id is that of its SourceImported.\
                    """
                            .formatted(run));
        }
        var drafts = new ArrayList<Draft>();
        // What the run withdrew in steps has to come back in one, or each step would find the next
        // still holding.
        addRetractions(drafts, retractions, explanation);
        addRetractions(drafts, others, explanation);
        if (!drafts.isEmpty()) {
            intake.record(drafts);
        }
        return new Undone(run, retractions.size() + (long) others.size(), left, drafts.size());
    }

    private void addRetractions(List<Draft> drafts, List<RecordId> records, String explanation) {
        for (int from = 0; from < records.size(); from += LONGEST) {
            drafts.add(
                    Draft.of(
                            intake.newId(),
                            new RecordRetracted(
                                    Occurrence.UNKNOWN,
                                    records.subList(from, Math.min(from + LONGEST, records.size())),
                                    Because.ERROR,
                                    Optional.of(explanation))));
        }
    }

    private boolean isLive(RecordedEvent record) {
        var bearing = new ArrayList<RecordedEvent>();
        try (var entries =
                log.readTagged(
                        Set.of(new Tag(EventTags.EVENT, record.event().toString())),
                        LogPosition.START,
                        log.head())) {
            entries.forEachRemaining(entry -> bearing.add(EventCodec.read(entry)));
        }
        return Liveness.of(bearing).contains(record.record());
    }
}
