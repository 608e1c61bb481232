package dev.lodestone.importers;

import dev.lodestone.events.Because;
import dev.lodestone.events.Draft;
import dev.lodestone.events.EventId;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SourceRef;
import dev.lodestone.events.Uuids;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.EventLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is to be written of an item, given what the log holds of it.
final class Comparison {
    private static final String OTHERS_SAY = "Other entries of the source say more of it now.";
    private static final String BETTER_MAPPING = "A better mapping of unchanged content.";

    /// Where a value stands says nothing about what it is.
    private static final Pattern LOCATOR =
            Pattern.compile("\"locator\":\"(?:[^\"\\\\]|\\\\.)*\",?");

    private final EventLog log;
    private final SourceDescription source;
    private final RecordId run;

    Comparison(EventLog log, SourceDescription source, RecordId run) {
        this.log = log;
        this.source = source;
        this.run = run;
    }

    /// What is to be done about an item.
    sealed interface Verdict {
        /// Nothing.
        record Known() implements Verdict {}

        /// Record it, for the first time or again.
        record Fresh(Draft draft) implements Verdict {}

        /// Correct what the log holds.
        record Corrected(Draft draft, boolean byHandBefore) implements Verdict {}
    }

    /// @param orphans live records of the entity that the mapping no longer states; only when
    ///   mapping anew
    Verdict judge(
            MappedItem item,
            String hash,
            KeyState state,
            boolean remap,
            List<RecordedEvent> orphans) {
        if (state.live().isEmpty()) {
            return state.last().isPresent() || orphans.isEmpty()
                    ? new Verdict.Fresh(fresh(item, hash, state))
                    : new Verdict.Corrected(takeOver(item, hash, orphans), false);
        }
        var live = state.live().get();
        boolean byHand = live.draft().source().flatMap(SourceRef::key).isEmpty();
        if (!state.liveHash().equals(Optional.of(hash))) {
            return new Verdict.Corrected(
                    correction(
                            item,
                            hash,
                            List.of(live),
                            unused(Uuids.named("correction", live.record().toString(), hash)),
                            Because.UPSTREAM_REVISION,
                            Optional.empty()),
                    byHand);
        }
        if (!remap || byHand) {
            return item.joining()
                    .flatMap(joining -> rejoined(state, joining, OTHERS_SAY))
                    .<Verdict>map(draft -> new Verdict.Corrected(draft, false))
                    .orElseGet(Verdict.Known::new);
        }
        if (sameMeaning(live.stated(), item.event())) {
            return new Verdict.Known();
        }
        return new Verdict.Corrected(
                correction(
                        item,
                        hash,
                        List.of(live),
                        unused(
                                Uuids.named(
                                        "remap",
                                        live.record().toString(),
                                        Hashes.sha256(text(item.event())))),
                        Because.ERROR,
                        Optional.of(BETTER_MAPPING)),
                false);
    }

    /// What holds of an item, as other entries of the source say it is; nothing where that changes
    /// nothing, or nothing holds. What was corrected by hand stays so otherwise.
    Optional<Draft> rejoined(KeyState state, Joining joining, String why) {
        if (state.live().isEmpty()) {
            return Optional.empty();
        }
        var live = state.live().get();
        var joined = joining.joined(live.stated());
        if (joined.equals(live.stated()) || sameMeaning(live.stated(), joined)) {
            return Optional.empty();
        }
        var id =
                unused(
                        Uuids.named(
                                "joined", live.record().toString(), Hashes.sha256(text(joined))));
        return Optional.of(
                new Draft(
                        id,
                        live.event(),
                        live.draft().access(),
                        state.last().flatMap(last -> last.draft().source()).map(this::ofThisRun),
                        new RecordCorrected(
                                Occurrence.UNKNOWN,
                                List.of(live.record()),
                                Because.UPSTREAM_REVISION,
                                Optional.of(why),
                                joined)));
    }

    private SourceRef ofThisRun(SourceRef before) {
        return new SourceRef(
                before.source(),
                Optional.of(run),
                before.key(),
                before.contentHash(),
                before.locator(),
                before.licence(),
                before.credit(),
                before.verbatim());
    }

    /// The first record of an item has the id that its key gives. One that comes back after every
    /// record of it was withdrawn is a further record of the same event.
    private Draft fresh(MappedItem item, String hash, KeyState state) {
        return state.last()
                .map(last ->
                        new Draft(
                                unused(Uuids.named("return", last.record().toString(), hash)),
                                last.event(),
                                item.access(),
                                Optional.of(ref(item, hash)),
                                item.event()))
                .orElseGet(() -> {
                    var record = item.key().firstRecord();
                    return new Draft(
                            record,
                            new EventId(record.value()),
                            item.access(),
                            Optional.of(ref(item, hash)),
                            item.event());
                });
    }

    /// Restates as this item what the mapping no longer states: the event goes on under the id of
    /// the first of the records replaced.
    private Draft takeOver(MappedItem item, String hash, List<RecordedEvent> orphans) {
        var replaced =
                orphans.stream()
                        .map(orphan -> orphan.record().toString())
                        .collect(Collectors.joining(" "));
        return correction(
                item,
                hash,
                orphans,
                unused(Uuids.named("takeover", item.key().text(), replaced, hash)),
                Because.ERROR,
                Optional.of(BETTER_MAPPING));
    }

    private Draft correction(
            MappedItem item,
            String hash,
            List<RecordedEvent> superseded,
            RecordId id,
            Because because,
            Optional<String> explanation) {
        return new Draft(
                id,
                superseded.getFirst().event(),
                item.access(),
                Optional.of(ref(item, hash)),
                new RecordCorrected(
                        Occurrence.UNKNOWN,
                        superseded.stream().map(RecordedEvent::record).toList(),
                        because,
                        explanation,
                        item.event()));
    }

    private SourceRef ref(MappedItem item, String hash) {
        return new SourceRef(
                source.source(),
                Optional.of(run),
                Optional.of(item.key().text()),
                Optional.of(hash),
                Optional.of(item.locator()),
                item.licence().or(source::licence),
                item.credit(),
                item.verbatim());
    }

    /// A correction that was undone and comes again would have the id of the one undone.
    private RecordId unused(UUID wanted) {
        var id = wanted;
        while (log.find(id).isPresent()) {
            id = Uuids.named("again", id.toString());
        }
        return new RecordId(id);
    }

    private static boolean sameMeaning(ProvenanceEvent one, ProvenanceEvent other) {
        return text(one).equals(text(other));
    }

    private static String text(ProvenanceEvent event) {
        var json = EventCodec.write(Draft.of(new RecordId(new UUID(0, 0)), event));
        return LOCATOR.matcher(json).replaceAll("").replace(",}", "}");
    }

    /// The live records of an item's entity in roles that its entry does not state any more.
    static List<RecordedEvent> orphans(
            KeyStates states, MappedItem item, List<MappedItem> ofEntry) {
        var beginning = item.key().entity() + "#";
        var stated = ofEntry.stream().map(other -> other.key().text()).collect(Collectors.toSet());
        var others =
                states.after(beginning, beginning, 1_000).stream()
                        .filter(key -> key.lastIndexOf('#') == beginning.length() - 1)
                        .filter(key -> !stated.contains(key))
                        .toList();
        return new ArrayList<>(
                states.read(others).values().stream()
                        .flatMap(state -> state.live().stream())
                        .flatMap(Stream::of)
                        .sorted(java.util.Comparator.comparing(RecordedEvent::position))
                        .toList());
    }
}
