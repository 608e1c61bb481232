package dev.lodestone.query.records;

import dev.lodestone.events.EventId;
import dev.lodestone.events.Liveness;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.LogEntry;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.ProvTranslation;
import dev.lodestone.projections.translate.Statement;
import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.LodestoneException.NotFound;
import dev.lodestone.query.records.RecordView.EventView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads single records from the log. The statements of a record are worked out from its event when
/// they are asked for, whether it holds or not.
public final class Records {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(
                            tools.jackson.databind.DeserializationFeature
                                    .USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private final EventLog log;
    private final Iris iris;
    private final ProvTranslation translation;

    public Records(EventLog log, Iris iris) {
        this.log = log;
        this.iris = iris;
        this.translation = new ProvTranslation(Ontology.lodestone(), iris);
    }

    /// A record.
    ///
    /// @param id its id or IRI
    public RecordView record(String id) {
        var entry = entry(id);
        var recorded = EventCodec.read(entry);
        return view(entry, LogMemberships.ofEvent(log, recorded.event().toString()));
    }

    /// An event with all its records.
    ///
    /// @param id its id or IRI
    public EventView event(String id) {
        var text = last(id, "/event/");
        EventId event;
        try {
            event = EventId.of(text);
        } catch (IllegalArgumentException e) {
            throw new Incorrect("event-id", "The event id (%s) is not a UUID.".formatted(text));
        }
        var all = LogMemberships.ofEvent(log, event.toString());
        var own = all.stream().filter(record -> record.event().equals(event)).toList();
        if (own.isEmpty()) {
            throw new NotFound(
                    "event-unknown",
                    "There is no event (%s) up to position %s.".formatted(event, log.head()));
        }
        var views = new ArrayList<RecordView>();
        for (var record : own) {
            views.add(view(log.find(record.record().value()).orElseThrow(), all));
        }
        return new EventView(
                log.head().value(),
                event.toString(),
                views.stream().anyMatch(RecordView::live),
                views);
    }

    /// What a record says by itself: the content of its named graph.
    ///
    /// @param id its id or IRI
    public Set<Statement> statements(String id) {
        return translation.ownGraph(EventCodec.read(entry(id)), new LogMemberships(log));
    }

    /// The IRI of a record.
    public String iri(String id) {
        return iris.of(recordId(id));
    }

    private LogEntry entry(String id) {
        var record = recordId(id);
        return log.find(record.value())
                .orElseThrow(() ->
                        new NotFound(
                                "record-unknown",
                                "There is no record (%s) up to position %s."
                                        .formatted(record, log.head()),
                                Map.of("record", record.toString())));
    }

    private static RecordId recordId(String id) {
        var text = last(id, "/record/");
        try {
            return RecordId.of(text);
        } catch (IllegalArgumentException e) {
            throw new Incorrect("record-id", "The record id (%s) is not a UUID.".formatted(text));
        }
    }

    private RecordView view(LogEntry entry, List<RecordedEvent> bearing) {
        var recorded = EventCodec.read(entry);
        var live = Liveness.of(bearing);
        var endedBy =
                bearing.stream()
                        .filter(other ->
                                live.contains(other.record())
                                        && Liveness.ends(other.draft().body())
                                                .contains(recorded.record()))
                        .map(other -> other.record().toString())
                        .toList();
        return new RecordView(
                log.head().value(),
                recorded.record().toString(),
                recorded.event().toString(),
                entry.kind(),
                entry.position().value(),
                entry.recordedAt().toString(),
                live.contains(recorded.record()) || bearing.isEmpty(),
                endedBy,
                entry.access(),
                entry.leaf(),
                JSON.readValue(entry.payload(), new TypeReference<Map<String, Object>>() {}));
    }

    private static String last(String id, String folder) {
        var at = id.lastIndexOf(folder);
        return at < 0 ? id : id.substring(at + folder.length());
    }
}
