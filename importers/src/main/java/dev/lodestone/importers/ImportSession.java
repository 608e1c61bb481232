package dev.lodestone.importers;

import dev.lodestone.events.Draft;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.RecordEvent.SourceImported;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.files.FileStore;
import dev.lodestone.events.intake.EventIntake;
import dev.lodestone.events.intake.EventTags;
import dev.lodestone.events.intake.Refused;
import dev.lodestone.events.intake.Rejection;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.Tag;
import dev.lodestone.importers.HashedEntry.HashedItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/// One run under way: what it has met, written and counted. For one thread.
final class ImportSession {
    private static final int ATTEMPTS = 3;

    private final EventLog log;
    private final EventIntake intake;
    private final KeptFiles files;
    private final String importer;
    private final SourceDescription source;
    private final ImportOptions options;
    private final PastRuns past;
    private final KeyStates states;
    private final FirstImport first;
    private final Comparison comparison;
    private final SeenKeys seen = new SeenKeys();
    private final Tally tally = new Tally();
    private final ValueFindings valueFindings = new ValueFindings();
    private final EventAliases aliases = new EventAliases();
    private long written;

    ImportSession(
            EventLog log,
            EventIntake intake,
            FileStore files,
            String importer,
            SourceDescription source,
            ImportOptions options,
            PastRuns past) {
        this.log = log;
        this.intake = intake;
        this.files = new KeptFiles(files);
        this.importer = importer;
        this.source = source;
        this.options = options;
        this.past = past;
        this.states = new KeyStates(log, source.source());
        this.first = new FirstImport(log, states);
        this.comparison = new Comparison(log, source, past.next());
    }

    long entries() {
        return tally.entriesRead;
    }

    long written() {
        return written;
    }

    /// Notes something about the source as a whole.
    void find(Finding finding) {
        tally.findOfSource(finding);
    }

    String mapping() {
        return source.mapping();
    }

    boolean onlyTheMappingChanged() {
        return !options.remap()
                && past.last()
                        .filter(run -> run.sha256().equals(Optional.of(source.sha256())))
                        .filter(run -> !run.importer().equals(mapping()))
                        .isPresent();
    }

    /// Compares and writes some entries.
    void take(ReadAhead.Batch batch) {
        tally.entriesRead += batch.read();
        batch.refused().forEach(tally::refuse);
        if (!batch.mapped().isEmpty()) {
            record(batch.mapped());
        }
    }

    /// All at once; where that is refused, in halves, until those that are at fault stand alone.
    private void record(List<HashedEntry> entries) {
        for (int attempt = 1; ; attempt++) {
            var plan = new BatchPlan(entries);
            try {
                if (!plan.drafts.isEmpty() && !options.dryRun()) {
                    files.keep(plan.attached);
                    write(plan.drafts);
                }
                plan.commit();
                return;
            } catch (Refused e) {
                if (e.conflict() && attempt < ATTEMPTS) {
                    continue;
                }
                if (entries.size() == 1) {
                    tally.refuse(refusal(entries.getFirst(), e.rejections().getFirst()));
                    return;
                }
                int half = entries.size() / 2;
                record(entries.subList(0, half));
                record(entries.subList(half, entries.size()));
                return;
            }
        }
    }

    private void write(List<Draft> drafts) {
        first.wrote(intake.record(drafts));
        written += drafts.size();
    }

    private static Refusal refusal(HashedEntry entry, Rejection rejection) {
        return new Refusal(
                entry.locator() + (rejection.pointer().isEmpty() ? "" : " " + rejection.pointer()),
                rejection.problem(),
                rejection.maybe());
    }

    /// What is to be written of some entries, and what is to be remembered once it is.
    private final class BatchPlan {
        private final List<Draft> drafts = new ArrayList<>();
        private final Set<AttachedFile> attached = new LinkedHashSet<>();
        private final Map<Long, Long> met = new HashMap<>();
        private final List<Runnable> afterwards = new ArrayList<>();
        private final Rejoining rejoining = new Rejoining(states, comparison);

        BatchPlan(List<HashedEntry> entries) {
            var known =
                    first.holds()
                            ? Map.<String, KeyState>of()
                            : states.read(
                                    entries.stream()
                                            .flatMap(entry -> entry.items().stream())
                                            .filter(item -> !seen.has(item.keyPrint()))
                                            .map(HashedItem::key)
                                            .collect(Collectors.toSet()));
            entries.forEach(entry -> plan(entry, known));
        }

        void commit() {
            met.forEach(seen::put);
            afterwards.forEach(Runnable::run);
        }

        private void plan(HashedEntry mapped, Map<String, KeyState> known) {
            var own = new EntryPlan(mapped, known);
            if (own.clash.isPresent()) {
                afterwards.add(() -> tally.refuse(own.clash.get()));
                return;
            }
            drafts.addAll(own.drafts);
            attached.addAll(own.attached);
            met.putAll(own.met);
            afterwards.addAll(own.afterwards);
            boolean changes = !own.drafts.isEmpty();
            afterwards.add(() -> {
                if (changes) {
                    tally.entriesMapped++;
                } else {
                    tally.entriesKnown++;
                    tally.entriesEventless += mapped.items().isEmpty() ? 1 : 0;
                }
                tally.fields(mapped.entry());
                mapped.entry().findings().forEach(tally::find);
                mapped.entry().items().stream()
                        .flatMap(item -> valueFindings.of(item).stream())
                        .forEach(tally::find);
            });
        }

        /// The part of a plan that is one entry's; thrown away whole if the entry contradicts an
        /// earlier one.
        private final class EntryPlan {
            private final List<Draft> drafts = new ArrayList<>();
            private final List<AttachedFile> attached = new ArrayList<>();
            private final Map<Long, Long> met = new HashMap<>();
            private final List<Runnable> afterwards = new ArrayList<>();
            private Optional<Refusal> clash = Optional.empty();

            EntryPlan(HashedEntry mapped, Map<String, KeyState> known) {
                var items = mapped.entry().items();
                for (var hashed : mapped.items()) {
                    var key = hashed.key();
                    var content = SeenKeys.first64(hashed.hash());
                    var before = metBefore(hashed.keyPrint());
                    if (before.isEmpty()) {
                        met.put(hashed.keyPrint(), content);
                        plan(
                                hashed.item(),
                                hashed.hash(),
                                known.getOrDefault(key, KeyState.NONE),
                                items);
                    } else if (before.getAsLong() != content) {
                        clash =
                                Optional.of(
                                        new Refusal(
                                                hashed.item().locator(),
                                                "It says something else of (%s) than an earlier entry of the source does."
                                                        .formatted(key),
                                                "two things share this key: more of the source has to be part of it."));
                        return;
                    }
                }
                if ((!drafts.isEmpty() || options.remap()) && !onlyTheMappingChanged()) {
                    rejoin(mapped.entry());
                }
            }

            /// What the entry says of others' items may be new only where the entry is.
            private void rejoin(MappedEntry entry) {
                var bearings = entry.bearings().get();
                if (bearings.isEmpty()) {
                    return;
                }
                LongPredicate ofBatch =
                        print -> met.containsKey(print) || BatchPlan.this.met.containsKey(print);
                for (var rejoined : rejoining.of(bearings, ofBatch)) {
                    drafts.add(rejoined.draft());
                    afterwards.add(() -> {
                        tally.corrected++;
                        tally.kind(rejoined.draft().stated().kind());
                        if (rejoined.bearing().told()) {
                            tally.find(new Finding(rejoined.key(), rejoined.bearing().why()));
                        }
                    });
                }
            }

            private OptionalLong metBefore(long keyPrint) {
                var here = met.get(keyPrint);
                var inBatch = here == null ? BatchPlan.this.met.get(keyPrint) : here;
                return inBatch == null ? seen.find(keyPrint) : OptionalLong.of(inBatch);
            }

            private void plan(
                    MappedItem mapped, String hash, KeyState state, List<MappedItem> ofEntry) {
                state.last().ifPresent(last -> aliases.note(mapped.key().event(), last.event()));
                var item = aliases.applied(mapped);
                if (onlyTheMappingChanged()) {
                    afterwards.add(() -> tally.known++);
                    return;
                }
                var orphans =
                        options.remap() && state.last().isEmpty()
                                ? Comparison.orphans(states, item, ofEntry).stream()
                                        .filter(orphan -> !isTaken(orphan.record()))
                                        .toList()
                                : List.<dev.lodestone.events.RecordedEvent>of();
                switch (comparison.judge(item, hash, state, options.remap(), orphans)) {
                    case Comparison.Verdict.Known() -> afterwards.add(() -> tally.known++);
                    case Comparison.Verdict.Fresh(var draft) -> {
                        drafts.add(draft);
                        attached.addAll(item.files());
                        afterwards.add(() -> {
                            tally.fresh++;
                            tally.kind(item.event().kind());
                        });
                    }
                    case Comparison.Verdict.Corrected(var draft, var byHandBefore) -> {
                        drafts.add(draft);
                        attached.addAll(item.files());
                        aliases.note(item.key().event(), draft.event());
                        afterwards.add(() -> {
                            tally.corrected++;
                            tally.kind(item.event().kind());
                            if (byHandBefore) {
                                tally.find(
                                        new Finding(
                                                item.locator(),
                                                "A correction made by hand of (%s) gave way to a revision of the source."
                                                        .formatted(item.key().text())));
                            }
                        });
                    }
                }
            }

            private boolean isTaken(RecordId record) {
                return java.util.stream.Stream.concat(
                                BatchPlan.this.drafts.stream(), drafts.stream())
                        .anyMatch(draft ->
                                dev.lodestone.events.Liveness.ends(draft.body()).contains(record));
            }
        }
    }

    /// Withdraws what the source no longer has, if all of it was seen. A source without any entry
    /// is rather one that failed than one that gave up all it had.
    void withdrawVanished() {
        if (!source.whole() || options.part() || onlyTheMappingChanged() || first.holds()) {
            return;
        }
        var vanished = new Vanished(log, states, source, past.next());
        if (tally.entriesRefused > 0 || tally.entriesRead == 0) {
            var why =
                    tally.entriesRead == 0
                            ? "it gave no entry at all"
                            : "%d of its entries were refused".formatted(tally.entriesRefused);
            vanished.count(seen)
                    .ifPresent(n ->
                            find(
                                    new Finding(
                                            "",
                                            "%d records are kept though the source does not seem to have them any more: %s."
                                                    .formatted(n, why))));
            return;
        }
        vanished.withdraw(
                seen,
                (drafts, keys) -> {
                    if (!options.dryRun()) {
                        write(drafts);
                    }
                    tally.retracted += keys.size();
                    keys.forEach(key ->
                            tally.find(
                                    new Finding(
                                            "",
                                            "The source no longer has (%s), which is withdrawn."
                                                    .formatted(key))));
                });
    }

    /// Writes the run's own record, if the run wrote anything, now or before it was cut off.
    ///
    /// @param read the source as it is known after the reading
    /// @param sawAll whether the reading, if it came to its end, saw all of it
    ImportReport finish(SourceDescription read, boolean sawAll, Optional<String> unfinished) {
        var run = past.next();
        boolean wrote =
                !options.dryRun()
                        && (written > 0 || log.count(new Tag(EventTags.RUN, run.toString())) > 0);
        if (wrote) {
            intake.record(List.of(runDraft(run, read, sawAll && unfinished.isEmpty())));
        }
        return tally.report(
                importer,
                read,
                options.dryRun(),
                wrote ? Optional.of(run) : Optional.empty(),
                unfinished);
    }

    private Draft runDraft(RecordId run, SourceDescription read, boolean finished) {
        var body =
                new SourceImported(
                        Occurrence.UNKNOWN,
                        read.source(),
                        read.title(),
                        Optional.of(read.location()),
                        Optional.of(read.sha256()),
                        read.version(),
                        read.doi(),
                        read.licence(),
                        read.attribution(),
                        mapping(),
                        read.whole() && !options.part() && finished,
                        tally.counts());
        return Draft.of(run, body).from(source.ofRun(run));
    }
}
