package dev.lodestone.importers;

import dev.lodestone.events.Liveness;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordEvent.RecordRetracted;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SourceId;
import dev.lodestone.events.SourceRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the log holds of one item.
///
/// @param own the records imported of it, in the order of the log
/// @param live the record of it that holds: one of its own, or a correction by hand of one
/// @param liveHash the content hash the live record goes back to
/// @param ending the records to withdraw, one after another, so that no record of it holds: the
///   live one, then what it had superseded, and so on
record KeyState(
        List<RecordedEvent> own,
        Optional<RecordedEvent> live,
        Optional<String> liveHash,
        List<RecordId> ending) {

    /// Nothing is known of the item.
    static final KeyState NONE =
            new KeyState(List.of(), Optional.empty(), Optional.empty(), List.of());

    /// The last record imported of it, live or not.
    Optional<RecordedEvent> last() {
        return own.isEmpty() ? Optional.empty() : Optional.of(own.getLast());
    }

    /// @param all everything the key's tag finds, in the order of the log
    static KeyState of(SourceId source, String key, List<RecordedEvent> all) {
        var own = all.stream().filter(record -> isOf(record, source, key)).toList();
        if (own.isEmpty()) {
            return NONE;
        }
        var events = own.stream().map(RecordedEvent::event).collect(Collectors.toSet());
        var holding = Liveness.of(all);
        var live =
                all.reversed().stream()
                        .filter(record -> holding.contains(record.record()))
                        .filter(record ->
                                isOf(record, source, key)
                                        || (record.draft().body() instanceof RecordCorrected
                                                && keyOf(record).isEmpty()
                                                && events.contains(record.event())))
                        .findFirst();
        var byId =
                all.stream().collect(Collectors.toMap(RecordedEvent::record, Function.identity()));
        return new KeyState(
                own,
                live,
                live.flatMap(record -> hash(record, source, key, byId)),
                live.map(record -> chain(record, byId, all)).orElse(List.of()));
    }

    private static Optional<String> keyOf(RecordedEvent record) {
        return record.draft().source().flatMap(SourceRef::key);
    }

    private static boolean isOf(RecordedEvent record, SourceId source, String key) {
        return !(record.draft().body() instanceof RecordRetracted)
                && record.draft()
                        .source()
                        .filter(ref -> ref.source().equals(source))
                        .flatMap(SourceRef::key)
                        .filter(key::equals)
                        .isPresent();
    }

    /// Its own, or for a correction by hand that of what it corrects.
    private static Optional<String> hash(
            RecordedEvent record, SourceId source, String key, Map<RecordId, RecordedEvent> byId) {
        if (isOf(record, source, key)) {
            return record.draft().source().flatMap(SourceRef::contentHash);
        }
        return Liveness.ends(record.draft().body()).stream()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .flatMap(before -> hash(before, source, key, byId).stream())
                .findFirst();
    }

    /// Withdrawing a correction revives what it superseded, so that has to be withdrawn as well;
    /// what something else holds down already stays out.
    private static List<RecordId> chain(
            RecordedEvent live, Map<RecordId, RecordedEvent> byId, List<RecordedEvent> all) {
        var chain = new ArrayList<RecordId>();
        var gone = new HashSet<RecordId>();
        Optional<RecordedEvent> next = Optional.of(live);
        while (next.isPresent()) {
            chain.add(next.get().record());
            gone.add(next.get().record());
            var rest = all.stream().filter(r -> !gone.contains(r.record())).toList();
            var revived = Liveness.of(rest);
            next =
                    next.get().draft().body() instanceof RecordCorrected correction
                            ? correction.supersedes().stream()
                                    .filter(revived::contains)
                                    .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                                    .findFirst()
                            : Optional.empty();
        }
        return List.copyOf(chain);
    }
}
