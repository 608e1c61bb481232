package dev.lodestone.events.intake;

import dev.lodestone.events.Draft;
import dev.lodestone.events.Liveness;
import dev.lodestone.events.Mentions;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SampleEvent;
import dev.lodestone.events.Uuids;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.json.Kinds;
import dev.lodestone.events.log.AppendCondition;
import dev.lodestone.events.log.AppendConflict;
import dev.lodestone.events.log.Appended;
import dev.lodestone.events.log.DuplicateRecord;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.LogEntry;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.events.log.NewEntry;
import dev.lodestone.events.log.Tag;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// The gate in front of the log. A batch is recorded whole or not at all; what is recorded already,
/// with the same content, is said to be known and written no second time. Safe for many threads;
/// batches are checked one after another.
public final class EventIntake {
    private static final int REMEMBERED_TAGS = 200_000;

    private final EventLog log;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final List<IntakeRule> rules;
    private final Map<Tag, Boolean> presentTags =
            new LinkedHashMap<>(1024, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Tag, Boolean> eldest) {
                    return size() > REMEMBERED_TAGS;
                }
            };

    /// @param random for the ids of records that come without one
    public EventIntake(EventLog log, InstantSource clock, RandomGenerator random) {
        this.log = log;
        this.clock = clock;
        this.random = random;
        this.rules = IntakeRules.all();
    }

    /// An id for a record that came without one: UUID version 7.
    public RecordId newId() {
        return new RecordId(Uuids.timeOrdered(clock.instant(), random));
    }

    /// Records a batch: all of it, or none. Where one retracts the record that leads a batch of
    /// corrections, what has to be retracted with it is added, with receipts of its own.
    ///
    /// @throws Refused with every draft's complaints, if any
    public synchronized List<Receipt> record(List<Draft> drafts) {
        var known = new LogKnowledge(log, clock.instant(), this::isPresent);
        var plan = new Plan(known, drafts);
        if (!plan.rejections.isEmpty()) {
            throw new Refused(plan.rejections);
        }
        if (!plan.entries.isEmpty()) {
            try {
                var appended =
                        log.append(
                                plan.entries,
                                List.of(new AppendCondition(plan.watched, known.head())));
                return plan.receipts(appended);
            } catch (AppendConflict | DuplicateRecord e) {
                throw new Refused(
                        List.of(
                                new Rejection(
                                        0,
                                        "NothingCameInBetween",
                                        "",
                                        String.valueOf(e.getMessage())
                                                .lines()
                                                .findFirst()
                                                .orElse(""),
                                        "read the log anew and try again.",
                                        true)));
            }
        }
        return plan.receipts;
    }

    private boolean isPresent(Tag tag) {
        if (presentTags.containsKey(tag)) {
            return true;
        }
        boolean present = log.count(tag) > 0;
        if (present) {
            presentTags.put(tag, true);
        }
        return present;
    }

    /// A draft of the batch, where it will stand.
    private record Seen(String payload, LogPosition position) {}

    /// What is to be appended for a batch, and what stands against it.
    private final class Plan {
        private final List<Rejection> rejections = new ArrayList<>();
        private final List<Receipt> receipts = new ArrayList<>();
        private final List<NewEntry> entries = new ArrayList<>();
        private final Set<Tag> watched = new HashSet<>();
        private final Map<RecordId, Seen> seen = new HashMap<>();

        /// The records of the batch that the log did not have when it was asked for all of them.
        private final Set<UUID> absent;

        private final LogPosition planned;
        private LogPosition next;

        Plan(LogKnowledge known, List<Draft> drafts) {
            planned = known.head().next();
            next = planned;
            absent = absent(drafts);
            known.rememberAbsent(absentEndings(drafts));
            for (int i = 0; i < drafts.size(); i++) {
                plan(known, i, withEventId(known, drafts.get(i)));
            }
        }

        private Set<UUID> absent(List<Draft> drafts) {
            var records = new HashSet<UUID>();
            drafts.forEach(draft -> records.add(draft.record().value()));
            records.removeAll(log.known(records));
            return records;
        }

        /// Which samples of the batch have no end in the log, asked in one go: they are nearly all.
        private Set<Tag> absentEndings(List<Draft> drafts) {
            var endings = new HashSet<Tag>();
            for (var draft : drafts) {
                Mentions.of(draft.body())
                        .touched()
                        .forEach(sample -> {
                            endings.add(EventTags.ended(sample));
                            endings.add(EventTags.born(sample));
                        });
            }
            if (!endings.isEmpty()) {
                try (var found = log.readTagged(endings, LogPosition.START, next)) {
                    while (found.hasNext()) {
                        found.next().tags().forEach(endings::remove);
                    }
                }
            }
            return endings;
        }

        /// A correction is of the event of the record it supersedes; nobody need say so.
        private Draft withEventId(LogKnowledge known, Draft draft) {
            if (draft.body() instanceof dev.lodestone.events.RecordEvent.RecordCorrected correction
                    && draft.event().value().equals(draft.record().value())) {
                return known.find(correction.supersedes().getFirst())
                        .map(target ->
                                new Draft(
                                        draft.record(),
                                        target.event(),
                                        draft.access(),
                                        draft.source(),
                                        draft.body()))
                        .orElse(draft);
            }
            return draft;
        }

        /// The receipts, with the positions that the log gave. They are later than planned where
        /// another gate recorded something else in between.
        List<Receipt> receipts(Appended appended) {
            long later = appended.first().value() - planned.value();
            return later == 0
                    ? receipts
                    : receipts.stream()
                            .map(r ->
                                    planned.isAfter(r.position())
                                            ? r
                                            : new Receipt(
                                                    r.record(),
                                                    r.event(),
                                                    new LogPosition(r.position().value() + later),
                                                    r.alreadyKnown()))
                            .toList();
        }

        private void plan(LogKnowledge known, int index, Draft draft) {
            var payload = EventCodec.write(draft);
            var before = seen.putIfAbsent(draft.record(), new Seen(payload, next));
            if (before != null) {
                repeated(index, draft, payload, before.payload(), before.position());
                return;
            }
            var record = draft.record().value();
            var stored = absent.contains(record) ? Optional.<LogEntry>empty() : log.find(record);
            if (stored.isPresent()) {
                repeated(index, draft, payload, stored.get().payload(), stored.get().position());
                return;
            }
            int already = rejections.size();
            for (var rule : rules) {
                rule.check(
                        draft,
                        known,
                        (pointer, problem, maybe, conflict) ->
                                rejections.add(
                                        new Rejection(
                                                index,
                                                rule.getClass().getSimpleName(),
                                                pointer,
                                                problem,
                                                maybe,
                                                conflict)));
            }
            if (rejections.size() == already) {
                accept(known, draft, payload);
                for (var follower : BatchRetractions.following(draft, known)) {
                    plan(known, index, follower);
                }
            } else if (Liveness.ends(draft.body()).isEmpty()) {
                // So that nobody complains of what this draft would have made known.
                known.add(
                        new RecordedEvent(draft, next, known.now()),
                        EventTags.of(draft, known::tagsOf));
            }
        }

        private void accept(LogKnowledge known, Draft draft, String payload) {
            var tags = EventTags.of(draft, known::tagsOf);
            entries.add(
                    new NewEntry(
                            draft.record().value(),
                            draft.body().kind(),
                            Kinds.VERSION,
                            labTime(draft),
                            tags,
                            draft.access(),
                            payload));
            tags.stream().filter(EventIntake::isWatched).forEach(watched::add);
            if (draft.stated() instanceof SampleEvent) {
                Mentions.of(draft.stated()).touched().stream()
                        .map(EventTags::ended)
                        .forEach(watched::add);
            }
            known.add(new RecordedEvent(draft, next, known.now()), tags);
            receipts.add(new Receipt(draft.record(), draft.event(), next, false));
            next = next.next();
        }

        private void repeated(
                int index, Draft draft, String payload, String before, LogPosition position) {
            if (payload.equals(before)) {
                receipts.add(new Receipt(draft.record(), draft.event(), position, true));
            } else {
                rejections.add(
                        new Rejection(
                                index,
                                "OneContentPerRecord",
                                "/id",
                                "The record (%s) is known with other content, at position %d."
                                        .formatted(draft.record(), position.value()),
                                "it is meant as a correction: send a RecordCorrected that"
                                        + " supersedes it.",
                                false));
            }
        }
    }

    /// An append is refused when something came in between that could have changed the answer of a
    /// rule: the end or making of a sample or a taking of it, the move of a container, another
    /// record of the same event, another import of the same entry.
    private static boolean isWatched(Tag tag) {
        return switch (tag.key()) {
            case EventTags.ENDED,
                    EventTags.BORN,
                    EventTags.AMOUNT,
                    EventTags.PLACED,
                    EventTags.EVENT,
                    EventTags.KEY ->
                    true;
            default -> false;
        };
    }

    private static String labTime(Draft draft) {
        var time = draft.stated().occurrence().labTime();
        return time.earliest().map(Object::toString).orElse("")
                + (time.exact() || time.latest().isEmpty()
                        ? time.to().map(to -> "/" + to).orElse("")
                        : "/" + time.latest().get());
    }
}
