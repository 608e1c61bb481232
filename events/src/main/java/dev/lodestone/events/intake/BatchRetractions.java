package dev.lodestone.events.intake;

import dev.lodestone.events.Draft;
import dev.lodestone.events.Liveness;
import dev.lodestone.events.RecordEvent;
import dev.lodestone.events.RecordEvent.RecordRetracted;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.Uuids;
import dev.lodestone.events.log.Tag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// A batch stands and falls with the record that leads it: retracting that retracts all that holds
/// of the batch. It is written out, record by record, so that what is live stays a matter of the
/// records that name each other. The retractions added are a batch in their turn, led by the one
/// that was asked for; so retracting that one brings everything back.
public final class BatchRetractions {
    /// The most records one retraction of a batch names: whoever reads one of them reads it.
    public static final int LONGEST = 250;

    private BatchRetractions() {}

    /// The retractions to be recorded right after a draft.
    static List<Draft> following(Draft draft, Knowledge known) {
        if (!(draft.body() instanceof RecordRetracted retraction)) {
            return List.of();
        }
        var corrections = new LinkedHashSet<RecordId>();
        var retractions = new LinkedHashSet<RecordId>();
        for (var lead : retraction.retracts()) {
            var all = known.all(new Tag(EventTags.BATCH, lead.toString()));
            var live = Liveness.of(all);
            all.stream()
                    .filter(record -> live.contains(record.record()))
                    .filter(record -> isOf(lead, record))
                    .forEach(record ->
                            (record.draft().body() instanceof RecordRetracted
                                            ? retractions
                                            : corrections)
                                    .add(record.record()));
        }
        var following = new ArrayList<Draft>();
        add(following, draft, retraction, List.copyOf(retractions));
        add(following, draft, retraction, List.copyOf(corrections));
        return following;
    }

    private static boolean isOf(RecordId lead, RecordedEvent record) {
        return RecordEvent.batchOf(record.draft().body()).filter(lead::equals).isPresent();
    }

    private static void add(
            List<Draft> to, Draft lead, RecordRetracted retraction, List<RecordId> records) {
        for (int from = 0; from < records.size(); from += LONGEST) {
            var some = records.subList(from, Math.min(from + LONGEST, records.size()));
            to.add(
                    Draft.of(
                            new RecordId(
                                    Uuids.named(
                                            "batch",
                                            lead.record().toString(),
                                            some.getFirst().toString())),
                            new RecordRetracted(
                                    retraction.occurrence(),
                                    some,
                                    retraction.because(),
                                    retraction.explanation(),
                                    Optional.of(lead.record()))));
        }
    }
}
