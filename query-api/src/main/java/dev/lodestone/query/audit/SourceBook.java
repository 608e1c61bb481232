package dev.lodestone.query.audit;

import dev.lodestone.events.AgentId;
import dev.lodestone.events.Liveness;
import dev.lodestone.events.RecordEvent.SourceImported;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SourceId;
import dev.lodestone.events.SourceRef;
import dev.lodestone.events.ThingEvent.AgentRegistered;
import dev.lodestone.events.intake.EventTags;
import dev.lodestone.query.audit.AuditReport.SourcePart;
import dev.lodestone.query.learning.LogRecords;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Where the cells of a report came from, counted.
final class SourceBook {
    private final LogRecords records;
    private final Map<Key, Integer> counted = new LinkedHashMap<>();
    private final Map<Key, Set<AgentId>> credited = new LinkedHashMap<>();
    private final Map<SourceId, Optional<RecordedEvent>> described = new LinkedHashMap<>();

    /// A source as one run read it.
    private record Key(SourceId source, Optional<RecordId> run, Optional<String> licence) {}

    SourceBook(LogRecords records) {
        this.records = records;
    }

    /// Notes a cell, or anything else, that came from where the record did.
    Optional<String> note(RecordedEvent record, int cells) {
        return record.draft().source().map(source -> note(source, cells));
    }

    private String note(SourceRef source, int cells) {
        var key = new Key(source.source(), source.run(), source.licence());
        counted.merge(key, cells, Integer::sum);
        credited.computeIfAbsent(key, _ -> new LinkedHashSet<>()).addAll(source.credit());
        return source.source().value();
    }

    /// The sources noted, in the order first met.
    List<SourcePart> parts() {
        return counted.entrySet().stream()
                .map(entry -> part(entry.getKey(), entry.getValue()))
                .toList();
    }

    private SourcePart part(Key key, int cells) {
        var imported =
                key.run()
                        .flatMap(records::find)
                        .or(() -> described.computeIfAbsent(key.source(), this::described));
        var stated =
                imported.map(RecordedEvent::stated)
                        .filter(SourceImported.class::isInstance)
                        .map(SourceImported.class::cast);
        return new SourcePart(
                key.source().value(),
                stated.map(SourceImported::title),
                stated.flatMap(SourceImported::location),
                stated.flatMap(SourceImported::sha256),
                stated.flatMap(SourceImported::sourceVersion),
                stated.flatMap(SourceImported::doi),
                key.licence().or(() -> stated.flatMap(SourceImported::licence)),
                stated.flatMap(SourceImported::attribution),
                credited.getOrDefault(key, Set.of()).stream().map(this::name).toList(),
                stated.map(SourceImported::importer),
                imported.map(AuditWords::record),
                cells);
    }

    /// The name that an agent is registered under; the identity where it was erased.
    private String name(AgentId agent) {
        var all = records.tagged(Set.of(EventTags.of(agent)));
        var live = Liveness.of(all);
        return all.stream()
                .filter(record -> live.contains(record.record()))
                .flatMap(record ->
                        record.stated() instanceof AgentRegistered registered
                                ? Stream.of(registered.name())
                                : Stream.empty())
                .findFirst()
                .orElse(agent.value());
    }

    private Optional<RecordedEvent> described(SourceId source) {
        return records.tagged(Set.of(EventTags.of(source))).stream()
                .filter(record -> record.stated() instanceof SourceImported)
                .findFirst();
    }
}
