package dev.lodestone.importers;

import dev.lodestone.events.Draft;
import dev.lodestone.events.EventId;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.json.EventCodec;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// Events that go on under the id of what they replaced. A mapping names events by the ids their
/// keys give; where mapping anew put one key in place of another, the event has kept its old id.
final class EventAliases {
    private final Map<EventId, EventId> actual = new HashMap<>();

    void note(EventId named, EventId known) {
        if (!named.equals(known)) {
            actual.put(named, known);
        }
    }

    /// The item with the ids that events really have.
    MappedItem applied(MappedItem item) {
        return actual.isEmpty() ? item : item.stating(applied(item.event()));
    }

    private ProvenanceEvent applied(ProvenanceEvent event) {
        var written = EventCodec.write(Draft.of(new RecordId(new UUID(0, 0)), event));
        var json = written;
        for (var alias : actual.entrySet()) {
            json = json.replace(alias.getKey().toString(), alias.getValue().toString());
        }
        return json.equals(written) ? event : EventCodec.readStored(json).body();
    }
}
