package dev.lodestone.events.internal.axon;

import dev.lodestone.events.log.LogEntry;
import dev.lodestone.events.log.NewEntry;
import dev.lodestone.events.log.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Log entries as messages and back.
///
/// A message whose payload is a {@link NewEntry} is stored as that entry; read back, its payload is
/// the entry's JSON text. Any other message with a text or bytes as payload is stored in a JSON
/// envelope that keeps its identifier, version, metadata and timestamp, under a kind of its own
/// beginning with {@link #FOREIGN}.
final class EntryMessages {
    /// What the kind of an enveloped message begins with; the message's own type follows.
    static final String FOREIGN = "axon:";

    static final String LAB_TIME = "labTime";
    static final String ACCESS = "access";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EntryMessages() {}

    static TaggedEventMessage<EventMessage> message(NewEntry entry) {
        var tags = new HashSet<org.axonframework.messaging.eventstreaming.Tag>();
        for (Tag tag : entry.tags()) {
            tags.add(axonTag(tag));
        }
        return new GenericTaggedEventMessage<>(
                new GenericEventMessage(
                        entry.record().toString(),
                        new MessageType(entry.kind(), Integer.toString(entry.version())),
                        entry,
                        Map.of(),
                        Instant.EPOCH),
                tags);
    }

    static NewEntry entry(TaggedEventMessage<?> tagged) {
        EventMessage message = tagged.event();
        if (message.payload() instanceof NewEntry entry) {
            return entry;
        }
        ObjectNode envelope = JSON.createObjectNode();
        switch (message.payload()) {
            case String text -> envelope.put("text", text);
            case byte[] bytes -> envelope.put("bytes", Base64.getEncoder().encodeToString(bytes));
            case null, default ->
                    throw new IllegalArgumentException(
                            """
                            The message (%s) has a payload that is neither text nor bytes.
                            Maybe convert it first.\
                            """
                                    .formatted(message.identifier()));
        }
        ObjectNode metadata = envelope.putObject("metadata");
        new TreeMap<>(message.metadata()).forEach(metadata::put);
        envelope.put("identifier", message.identifier());
        envelope.put("timestamp", message.timestamp().toString());
        envelope.put("version", message.type().version());
        return new NewEntry(
                record(message.identifier()),
                FOREIGN + message.type().name(),
                1,
                "",
                tags(tagged.tags()),
                NewEntry.PUBLIC,
                envelope.toString());
    }

    static EventMessage message(LogEntry entry) {
        if (!entry.kind().startsWith(FOREIGN)) {
            return new GenericEventMessage(
                    entry.record().toString(),
                    new MessageType(entry.kind(), Integer.toString(entry.version())),
                    entry.payload(),
                    Map.of(LAB_TIME, entry.labTime(), ACCESS, entry.access()),
                    entry.recordedAt());
        }
        JsonNode envelope = JSON.readTree(entry.payload());
        var metadata = new TreeMap<String, String>();
        envelope.get("metadata")
                .properties()
                .forEach(field -> metadata.put(field.getKey(), field.getValue().asString()));
        return new GenericEventMessage(
                envelope.get("identifier").asString(),
                new MessageType(
                        entry.kind().substring(FOREIGN.length()),
                        envelope.get("version").asString()),
                envelope.has("text")
                        ? envelope.get("text").asString()
                        : Base64.getDecoder().decode(envelope.get("bytes").asString()),
                metadata,
                Instant.parse(envelope.get("timestamp").asString()));
    }

    private static UUID record(String identifier) {
        try {
            return UUID.fromString(identifier);
        } catch (IllegalArgumentException _) {
            return UUID.nameUUIDFromBytes(identifier.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// The kinds under which messages of a type may be stored.
    static Set<String> kinds(String messageType) {
        return Set.of(messageType, FOREIGN + messageType);
    }

    static org.axonframework.messaging.eventstreaming.Tag axonTag(Tag tag) {
        return new org.axonframework.messaging.eventstreaming.Tag(tag.key(), tag.value());
    }

    static List<Tag> tags(Set<org.axonframework.messaging.eventstreaming.Tag> axonTags) {
        var tags = new ArrayList<Tag>(axonTags.size());
        for (var tag : axonTags) {
            tags.add(new Tag(tag.key(), tag.value()));
        }
        return tags;
    }
}
