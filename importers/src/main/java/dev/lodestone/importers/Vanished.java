package dev.lodestone.importers;

import dev.lodestone.events.Because;
import dev.lodestone.events.Draft;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.RecordEvent.RecordRetracted;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.Uuids;
import dev.lodestone.events.log.EventLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/// Items that the log holds and the source, seen whole, does not have any more.
final class Vanished {
    private static final int PAGE = 1_000;
    private static final String WHY = "The source no longer has it.";

    private final EventLog log;
    private final KeyStates states;
    private final SourceDescription source;
    private final RecordId run;

    Vanished(EventLog log, KeyStates states, SourceDescription source, RecordId run) {
        this.log = log;
        this.states = states;
        this.source = source;
        this.run = run;
    }

    /// Makes the withdrawals, a page of keys at a time.
    ///
    /// @param write is given the drafts of a page and how many items they withdraw
    void withdraw(SeenKeys seen, BiConsumer<List<Draft>, Integer> write) {
        for (var page = states.after("", "", PAGE);
                !page.isEmpty();
                page = states.after(page.getLast(), "", PAGE)) {
            var chains = chains(seen, page);
            if (!chains.isEmpty()) {
                write.accept(retractions(chains), chains.size());
            }
        }
    }

    /// How many items that would be; absent for none.
    OptionalLong count(SeenKeys seen) {
        long count = 0;
        for (var page = states.after("", "", PAGE);
                !page.isEmpty();
                page = states.after(page.getLast(), "", PAGE)) {
            count += chains(seen, page).size();
        }
        return count == 0 ? OptionalLong.empty() : OptionalLong.of(count);
    }

    private List<List<RecordId>> chains(SeenKeys seen, List<String> page) {
        var missing = page.stream().filter(key -> !seen.has(SeenKeys.print(key))).toList();
        var found = states.read(missing);
        return missing.stream()
                .map(key -> found.getOrDefault(key, KeyState.NONE).ending())
                .filter(chain -> !chain.isEmpty())
                .toList();
    }

    /// One retraction for all that hold now, one for what those had superseded, and so on down.
    private List<Draft> retractions(List<List<RecordId>> chains) {
        var drafts = new ArrayList<Draft>();
        for (int depth = 0; ; depth++) {
            int level = depth;
            var records =
                    chains.stream()
                            .filter(chain -> chain.size() > level)
                            .map(chain -> chain.get(level))
                            .distinct()
                            .toList();
            if (records.isEmpty()) {
                return drafts;
            }
            drafts.add(retraction(records));
        }
    }

    private Draft retraction(List<RecordId> records) {
        var id = Uuids.named("vanished", run.toString(), Hashes.sha256(records.toString()));
        while (log.find(id).isPresent()) {
            id = Uuids.named("again", id.toString());
        }
        return Draft.of(
                        new RecordId(id),
                        new RecordRetracted(
                                Occurrence.UNKNOWN,
                                records,
                                Because.UPSTREAM_REVISION,
                                Optional.of(WHY)))
                .from(source.ofRun(run));
    }
}
