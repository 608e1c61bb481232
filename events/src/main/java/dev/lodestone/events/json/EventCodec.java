package dev.lodestone.events.json;

import dev.lodestone.events.BatchRule;
import dev.lodestone.events.Draft;
import dev.lodestone.events.EventId;
import dev.lodestone.events.InvalidEvent;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SourceRef;
import dev.lodestone.events.log.LogEntry;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Events as JSON and back. Reading is strict: an unknown field, type, version or word is refused
/// with the JSON pointer, the value and the valid choices. Writing is canonical: the same event
/// always gives the same bytes, so that equal content is equal text.
///
/// Thread-safe.
public final class EventCodec {
    private static final String TYPE = "type";
    private static final String VERSION = "version";
    private static final String ID = "id";
    private static final String EVENT = "event";
    private static final String ACCESS = "access";
    private static final String ORIGIN = "origin";

    private static final Set<String> ENVELOPE = Set.of(TYPE, VERSION, ID, EVENT, ACCESS, ORIGIN);

    /// What is left out when written, because it is what its absence means.
    private static final Set<String> UNSAID = Set.of("outcome=Unknown", "nature=Physical");

    private static final JsonMapper JSON = EventMapper.make();

    private EventCodec() {}

    /// Reads one event as offered.
    ///
    /// @param newId gives the record's id where the event has none
    /// @throws InvalidEvent with pointer, problem and choices
    public static Draft read(String json, Supplier<RecordId> newId) {
        return read(tree(json), newId);
    }

    /// Reads one event as offered, from a parsed tree; the tree is used up.
    ///
    /// @throws InvalidEvent with pointer, problem and choices
    public static Draft read(JsonNode json, Supplier<RecordId> newId) {
        if (!(json instanceof ObjectNode event)) {
            throw new InvalidEvent(
                    "",
                    "An event is a JSON object, not (%s).".formatted(JsonFault.abridged(json)),
                    "write {\"type\":\"SampleRegistered\",\"version\":1, ...}.");
        }
        WellFormed.check(event);
        var record = identity(event, ID, RecordId::of).orElseGet(newId);
        var eventId =
                identity(event, EVENT, EventId::of).orElseGet(() -> new EventId(record.value()));
        var access =
                Optional.ofNullable(event.remove(ACCESS))
                        .map(node -> bind(node, String.class, "/" + ACCESS))
                        .orElse(Draft.PUBLIC);
        if (access.isBlank()) {
            throw new InvalidEvent(
                    "/" + ACCESS,
                    "The access label (%s) is blank.".formatted(access),
                    "leave it out: what has no label is public.");
        }
        var source =
                Optional.ofNullable(event.remove(ORIGIN))
                        .map(node -> bind(node, SourceRef.class, "/" + ORIGIN));
        return new Draft(record, eventId, access, source, body(event));
    }

    /// Reads an event as stored.
    public static Draft readStored(String payload) {
        return read(
                payload,
                () -> {
                    throw new IllegalStateException("a stored event has an id: " + payload);
                });
    }

    /// A rule in canonical form, on one line.
    public static String text(BatchRule rule) {
        return JSON.writeValueAsString(pruned(JSON.valueToTree(rule)));
    }

    /// Reads a log entry.
    public static RecordedEvent read(LogEntry entry) {
        return new RecordedEvent(readStored(entry.payload()), entry.position(), entry.recordedAt());
    }

    /// Parses JSON text with this codec's limits, for readers of files of events.
    ///
    /// @throws InvalidEvent where it is not JSON, with line and column
    public static JsonNode tree(String json) {
        try {
            var tree = JSON.readTree(json);
            if (tree.isMissingNode()) {
                throw new InvalidEvent(
                        "", "The text is empty; an event is due: a JSON object.", "");
            }
            return tree;
        } catch (JacksonException e) {
            throw JsonFault.inText(e);
        }
    }

    /// The canonical JSON of an event.
    public static String write(Draft draft) {
        if (draft.body() instanceof RecordCorrected) {
            return JSON.writeValueAsString(toTree(draft));
        }
        var text = new StringWriter(1_024);
        try (var out = JSON.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringProperty(TYPE, draft.body().kind());
            out.writeNumberProperty(VERSION, Kinds.VERSION);
            out.writeStringProperty(ID, draft.record().toString());
            if (!draft.event().value().equals(draft.record().value())) {
                out.writeStringProperty(EVENT, draft.event().toString());
            }
            if (!draft.access().equals(Draft.PUBLIC)) {
                out.writeStringProperty(ACCESS, draft.access());
            }
            if (draft.source().isPresent()) {
                out.writeObjectPropertyStart(ORIGIN);
                JSON.writeValue(new PrunedJson(out), draft.source().get());
                out.writeEndObject();
            }
            JSON.writeValue(new PrunedJson(out), draft.body());
            out.writeEndObject();
        }
        return text.toString();
    }

    /// The canonical JSON of an event, as a tree of its own.
    public static ObjectNode toTree(Draft draft) {
        var out = head(draft.body());
        out.put(ID, draft.record().toString());
        if (!draft.event().value().equals(draft.record().value())) {
            out.put(EVENT, draft.event().toString());
        }
        if (!draft.access().equals(Draft.PUBLIC)) {
            out.put(ACCESS, draft.access());
        }
        draft.source().ifPresent(source -> out.set(ORIGIN, pruned(JSON.valueToTree(source))));
        out.setAll(bodyTree(draft.body()));
        return out;
    }

    /// Where a text stands in an event's JSON, first of all: for complaints about an identity.
    ///
    /// @return an RFC 6901 pointer; empty if it stands nowhere
    public static String pointerTo(Draft draft, String text) {
        return pointerTo(toTree(draft), text, "").orElse("");
    }

    private static Optional<String> pointerTo(JsonNode node, String text, String at) {
        if (node.isString()) {
            return node.stringValue().equals(text) ? Optional.of(at) : Optional.empty();
        }
        if (node instanceof ObjectNode object) {
            return object.properties().stream()
                    .filter(field -> !at.isEmpty() || !ENVELOPE.contains(field.getKey()))
                    .flatMap(field ->
                            pointerTo(
                                    field.getValue(),
                                    text,
                                    at + "/" + WellFormed.escaped(field.getKey()))
                                    .stream())
                    .findFirst();
        }
        for (int i = 0; i < node.size(); i++) {
            var found = pointerTo(node.get(i), text, at + "/" + i);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static ObjectNode head(ProvenanceEvent body) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(TYPE, body.kind())
                .put(VERSION, Kinds.VERSION);
    }

    private static ObjectNode bodyTree(ProvenanceEvent body) {
        var tree = (ObjectNode) pruned(JSON.valueToTree(body));
        if (body instanceof RecordCorrected correction) {
            var restated = head(correction.restated());
            restated.setAll(bodyTree(correction.restated()));
            tree.set("restated", restated);
        }
        return tree;
    }

    /// Reads the part of an event that depends on its kind.
    static ProvenanceEvent body(ObjectNode event) {
        var type = event.remove(TYPE);
        if (type == null || !type.isString()) {
            throw new InvalidEvent(
                    "/" + TYPE,
                    "The event has no type.",
                    "one of " + String.join(", ", Kinds.names()) + ".");
        }
        var kind =
                Kinds.named(type.stringValue())
                        .findFirst()
                        .orElseThrow(() ->
                                new InvalidEvent(
                                        "/" + TYPE,
                                        "The type (%s) is unknown.".formatted(type.stringValue()),
                                        "one of " + String.join(", ", Kinds.names()) + "."));
        var version = event.remove(VERSION);
        if (version == null || !version.isInt() || version.intValue() != Kinds.VERSION) {
            throw new InvalidEvent(
                    "/" + VERSION,
                    version == null
                            ? "The event does not say its version."
                            : "The version (%s) of %s cannot be read."
                                    .formatted(JsonFault.abridged(version), type.stringValue()),
                    "write \"version\":%d.".formatted(Kinds.VERSION));
        }
        Defaults.fillIn(event);
        return bind(event, kind, "");
    }

    private static <T> Optional<T> identity(
            ObjectNode event, String field, Function<String, T> parse) {
        var node = event.remove(field);
        if (node == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(bind(node, String.class, "/" + field)));
        } catch (IllegalArgumentException e) {
            throw JsonFault.inValue("/" + field, e);
        }
    }

    private static <T> T bind(JsonNode node, Class<T> type, String at) {
        try {
            return JSON.treeToValue(node, type);
        } catch (JacksonException e) {
            throw JsonFault.inEvent(e, node, at);
        }
    }

    /// Whether a word is what the absence of its field means.
    static boolean isUnsaid(String field, String text) {
        return (field.equals("outcome") || field.equals("nature"))
                && UNSAID.contains(field + "=" + text);
    }

    /// Leaves out what says nothing: empty lists and objects, and words that absence means.
    private static JsonNode pruned(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var name : List.copyOf(object.propertyNames())) {
                var child =
                        Defaults.FREE.contains(name) ? object.get(name) : pruned(object.get(name));
                boolean saysNothing =
                        child.isNull()
                                || (child.isContainer() && child.isEmpty())
                                || (child instanceof StringNode text
                                        && isUnsaid(name, text.stringValue()));
                if (saysNothing) {
                    object.remove(name);
                }
            }
        } else if (node.isArray()) {
            node.forEach(EventCodec::pruned);
        }
        return node;
    }
}
