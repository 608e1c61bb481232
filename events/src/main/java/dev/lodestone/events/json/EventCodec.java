package dev.lodestone.events.json;

import dev.lodestone.events.Draft;
import dev.lodestone.events.EventId;
import dev.lodestone.events.InvalidEvent;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SourceRef;
import dev.lodestone.events.log.LogEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
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

    /// What is left out when written, because it is what its absence means.
    private static final Set<String> UNSAID = Set.of("outcome=Unknown", "nature=Physical");

    private static final JsonMapper JSON = mapper();

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
                    "An event is a JSON object, not (%s).".formatted(abridged(json)),
                    "write {\"type\":\"SampleRegistered\",\"version\":1, ...}.");
        }
        var record = identity(event, ID, RecordId::of).orElseGet(newId);
        var eventId =
                identity(event, EVENT, EventId::of).orElseGet(() -> new EventId(record.value()));
        var access =
                Optional.ofNullable(event.remove(ACCESS))
                        .map(node -> bind(node, String.class, "/" + ACCESS))
                        .orElse(Draft.PUBLIC);
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

    /// Reads a log entry.
    public static RecordedEvent read(LogEntry entry) {
        return new RecordedEvent(readStored(entry.payload()), entry.position(), entry.recordedAt());
    }

    /// Parses JSON text with this codec's limits, for readers of files of events.
    ///
    /// @throws InvalidEvent where it is not JSON, with line and column
    public static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (StreamConstraintsException e) {
            throw new InvalidEvent(
                    "",
                    "The JSON is too deep or too large: " + e.getOriginalMessage() + ".",
                    "it is not an event at all.");
        } catch (JacksonException e) {
            throw new InvalidEvent(
                    "",
                    "This is not JSON: "
                            + e.getOriginalMessage()
                            + " (line "
                            + Math.max(1, e.getLocation().getLineNr())
                            + ", column "
                            + Math.max(1, e.getLocation().getColumnNr())
                            + ").",
                    "the text was cut off, or has a comma or quote too many.");
        }
    }

    /// The canonical JSON of an event.
    public static String write(Draft draft) {
        return JSON.writeValueAsString(toTree(draft));
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

    private static ObjectNode head(ProvenanceEvent body) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(TYPE, body.kind())
                .put(VERSION, Kinds.VERSION);
    }

    private static ObjectNode bodyTree(ProvenanceEvent body) {
        var tree = (ObjectNode) pruned(JSON.valueToTree(body));
        if (body instanceof dev.lodestone.events.RecordEvent.RecordCorrected correction) {
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
        var version = event.remove(VERSION);
        if (version == null || !version.isInt() || version.intValue() != Kinds.VERSION) {
            throw new InvalidEvent(
                    "/" + VERSION,
                    "The version (%s) of %s cannot be read."
                            .formatted(
                                    version == null ? "missing" : abridged(version),
                                    type.stringValue()),
                    "write \"version\":%d.".formatted(Kinds.VERSION));
        }
        var kind =
                Kinds.named(type.stringValue())
                        .findFirst()
                        .orElseThrow(() ->
                                new InvalidEvent(
                                        "/" + TYPE,
                                        "The type (%s) is unknown.".formatted(type.stringValue()),
                                        "one of " + String.join(", ", Kinds.names()) + "."));
        Defaults.fillIn(event);
        return bind(event, kind, "");
    }

    private static <T> Optional<T> identity(
            ObjectNode event, String field, java.util.function.Function<String, T> parse) {
        var node = event.remove(field);
        if (node == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(node.asString()));
        } catch (IllegalArgumentException e) {
            throw invalid("/" + field, e.getMessage());
        }
    }

    private static <T> T bind(JsonNode node, Class<T> type, String at) {
        try {
            return JSON.treeToValue(node, type);
        } catch (DatabindException e) {
            throw explained(e, at);
        }
    }

    private static InvalidEvent explained(DatabindException e, String at) {
        var pointer = at + pointer(e);
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidEvent nested) {
                return new InvalidEvent(
                        pointer + nested.pointer(), nested.problem(), nested.maybe().orElse(""));
            }
            if (cause instanceof IllegalArgumentException wrong) {
                return invalid(pointer, wrong.getMessage());
            }
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            var known =
                    Optional.ofNullable(unknown.getKnownPropertyIds()).stream()
                            .flatMap(java.util.Collection::stream)
                            .map(Object::toString)
                            .sorted()
                            .toList();
            return new InvalidEvent(
                    pointer,
                    "The field (%s) is unknown.".formatted(unknown.getPropertyName()),
                    known.isEmpty() ? "" : "one of " + String.join(", ", known) + ".");
        }
        var first = Optional.ofNullable(e.getOriginalMessage()).orElse("it cannot be read");
        if (first.startsWith("Null value for creator property")) {
            return new InvalidEvent(
                    pointer, "The field is missing.", "it was left out or misspelt.");
        }
        return new InvalidEvent(
                pointer, first.replaceAll("`?(java|dev|tools)\\.[\\w.$]*\\.(\\w+)`?", "$2"), "");
    }

    private static InvalidEvent invalid(
            String pointer, @org.jspecify.annotations.Nullable String message) {
        var text = message == null ? "The value cannot be read." : message;
        int maybe = text.indexOf("\nMaybe ");
        return maybe < 0
                ? new InvalidEvent(pointer, text, "")
                : new InvalidEvent(pointer, text.substring(0, maybe), text.substring(maybe + 7));
    }

    private static String pointer(DatabindException e) {
        var out = new StringBuilder();
        for (var step : e.getPath()) {
            var name = step.getPropertyName();
            out.append('/')
                    .append(name == null ? Integer.toString(step.getIndex()) : escaped(name));
        }
        return out.toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String abridged(JsonNode node) {
        var text = node.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + " ...";
    }

    /// Leaves out what says nothing: empty lists and objects, and words that absence means.
    private static JsonNode pruned(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var name : List.copyOf(object.propertyNames())) {
                var child = pruned(object.get(name));
                boolean saysNothing =
                        child.isNull()
                                || (child.isContainer() && child.isEmpty())
                                || (child instanceof StringNode text
                                        && UNSAID.contains(name + "=" + text.stringValue()));
                if (saysNothing) {
                    object.remove(name);
                }
            }
        } else if (node.isArray()) {
            node.forEach(EventCodec::pruned);
        }
        return node;
    }

    private static JsonMapper mapper() {
        var factory =
                JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(100)
                                        .maxDocumentLength(64L << 20)
                                        .build())
                        .build();
        return JsonMapper.builder(factory)
                .addModule(new EventModule())
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .withConfigOverride(
                        List.class,
                        o ->
                                o.setNullHandling(
                                        com.fasterxml.jackson.annotation.JsonSetter.Value
                                                .forValueNulls(
                                                        com.fasterxml.jackson.annotation.Nulls
                                                                .AS_EMPTY)))
                .withConfigOverride(
                        java.util.Map.class,
                        o ->
                                o.setNullHandling(
                                        com.fasterxml.jackson.annotation.JsonSetter.Value
                                                .forValueNulls(
                                                        com.fasterxml.jackson.annotation.Nulls
                                                                .AS_EMPTY)))
                .build();
    }
}
