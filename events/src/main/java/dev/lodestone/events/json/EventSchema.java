package dev.lodestone.events.json;

import dev.lodestone.events.CellRef;
import dev.lodestone.events.Effect;
import dev.lodestone.events.EventId;
import dev.lodestone.events.Id;
import dev.lodestone.events.Nature;
import dev.lodestone.events.Outcome;
import dev.lodestone.events.Participants;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SourceRef;
import dev.lodestone.events.WireNamed;
import dev.lodestone.ontology.Term;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema (2020-12) of events, read off the records. It says what a writer may send:
/// fields, their types and the forms of identities. What depends on the ontology or on the log, the
/// rules of intake say.
public final class EventSchema {
    /// The schema's own name.
    public static final String ID = "https://w3id.org/lodestone/schema/events/1";

    private static final String DEFS = "#/$defs/";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /// Kinds that a correction cannot restate.
    private static final Set<String> NOT_RESTATED = Set.of("RecordCorrected", "RecordRetracted");

    private static final Map<Class<?>, WireNamed> UNSAID =
            Map.of(
                    Effect.class, Effect.NONE,
                    Nature.class, Nature.PHYSICAL,
                    Outcome.class, Outcome.UNKNOWN);

    /// How many members a list needs at least, where the records ask for some.
    private static final Map<String, Integer> AT_LEAST =
            Map.ofEntries(
                    Map.entry("Participants.samples", 1),
                    Map.entry("SampleRegistered.samples", 1),
                    Map.entry("SampleIdentified.names", 1),
                    Map.entry("SampleIdentified.sameAs", 1),
                    Map.entry("SampleSplit.parts", 1),
                    Map.entry("SamplesMerged.inputs", 2),
                    Map.entry("RecordCorrected.supersedes", 1),
                    Map.entry("RecordRetracted.retracts", 1),
                    Map.entry("TrainingSetFrozen.columns", 1),
                    Map.entry("Row.cells", 1),
                    Map.entry("ValuesPredicted.predictions", 1));

    /// Fields of which exactly one is given.
    private static final Map<String, List<String>> ONE_OF =
            Map.of(
                    "Value", List.of("quantity", "bounds", "concept", "text"),
                    "Participants", List.of("samples", "container"),
                    "Subject", List.of("sample", "material", "workflow"),
                    "ModelTrained", List.of("trainedOn", "trainingRowsUnpublished"));

    /// Fields of which at least one is given.
    private static final Map<String, List<String>> ANY_OF =
            Map.of(
                    "SampleIdentified", List.of("names", "sameAs"),
                    "Bounds", List.of("lower", "upper"),
                    "RegionPlace", List.of("text", "extent"));

    private final ObjectNode defs = JSON.objectNode();
    private final Deque<Class<?>> open = new ArrayDeque<>();
    private final Set<Class<?>> seen = new HashSet<>();

    private EventSchema() {}

    /// The whole: any event, with the definitions of all kinds and parts under `$defs`.
    public static ObjectNode document() {
        var all = JSON.objectNode();
        all.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        all.put("$id", ID);
        all.put("title", "An event offered to Lodestone");
        dispatch(all, Kinds.names());
        all.set("$defs", definitions());
        return all;
    }

    /// Kinds, then parts, by name; references are within [#document()].
    public static ObjectNode definitions() {
        var schema = new EventSchema();
        schema.addKinds();
        schema.addParts();
        return schema.defs;
    }

    private static void dispatch(ObjectNode schema, List<String> kinds) {
        schema.put("type", "object");
        schema.putArray("required").add("type").add("version");
        var type = schema.putObject("properties").putObject("type").putArray("enum");
        var cases = schema.putArray("allOf");
        for (var kind : kinds) {
            type.add(kind);
            var choice = cases.addObject();
            choice.putObject("if").putObject("properties").putObject("type").put("const", kind);
            choice.putObject("then").put("$ref", DEFS + kind);
        }
    }

    private void addKinds() {
        Kinds.records()
                .forEach((name, kind) -> {
                    var schema = defs.putObject(name);
                    schema.put("type", "object");
                    schema.put("additionalProperties", false);
                    var required = schema.putArray("required").add("type").add("version");
                    var fields = schema.putObject("properties");
                    fields.putObject("type").put("const", name);
                    fields.putObject("version").put("const", Kinds.VERSION);
                    fields.set("id", of(RecordId.class));
                    fields.set("event", of(EventId.class));
                    fields.putObject("access").put("type", "string").put("pattern", "\\S");
                    fields.set("origin", of(SourceRef.class));
                    addFields(kind, fields, required);
                    choices(schema, name);
                });
        var restated = defs.putObject("Restated");
        dispatch(
                restated,
                Kinds.names().stream().filter(name -> !NOT_RESTATED.contains(name)).toList());
        var fields = (ObjectNode) restated.get("properties");
        for (var head : List.of("id", "event", "access", "origin")) {
            fields.put(head, false);
        }
    }

    private void addParts() {
        var parts = new TreeMap<String, ObjectNode>();
        while (!open.isEmpty()) {
            var type = open.remove();
            parts.put(type.getSimpleName(), part(type));
        }
        parts.forEach(defs::set);
    }

    private ObjectNode part(Class<?> type) {
        var schema = JSON.objectNode();
        if (type == Id.class) {
            return schema.put("type", "string").put("pattern", "^[A-Za-z0-9._~-]{1,128}$");
        } else if (type == Term.class) {
            return schema.put("type", "string")
                    .put("pattern", "^[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+$");
        }
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        var required = JSON.arrayNode();
        var fields = JSON.objectNode();
        addFields(type, fields, required);
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.set("properties", fields);
        choices(schema, type.getSimpleName());
        return schema;
    }

    private static void choices(ObjectNode schema, String name) {
        choice(schema, "oneOf", ONE_OF.getOrDefault(name, List.of()));
        choice(schema, "anyOf", ANY_OF.getOrDefault(name, List.of()));
        if (name.equals("LabTime")) {
            schema.putObject("dependentSchemas").setAll(exclusions());
        } else if (name.equals("SampleDescription")) {
            var region = schema.putObject("if");
            region.putArray("required").add("nature");
            region.putObject("properties")
                    .putObject("nature")
                    .put("const", Nature.REGION.wireName());
            schema.putObject("then").putArray("required").add("regionOf");
            var others = schema.putObject("else").putObject("properties");
            others.put("regionOf", false);
            others.put("where", false);
        }
    }

    private static void choice(ObjectNode schema, String keyword, List<String> fields) {
        if (!fields.isEmpty()) {
            var alternatives = schema.putArray(keyword);
            fields.forEach(field -> alternatives.addObject().putArray("required").add(field));
        }
    }

    /// At most one form of lab time is given.
    private static ObjectNode exclusions() {
        var forms =
                List.of(
                        List.of("instant"),
                        List.of("from", "to"),
                        List.of("date"),
                        List.of("month"),
                        List.of("year"));
        var all = JSON.objectNode();
        for (var form : forms) {
            for (var field : form) {
                var others = all.putObject(field).putObject("properties");
                forms.stream()
                        .filter(other -> !other.equals(form))
                        .flatMap(List::stream)
                        .forEach(other -> others.put(other, false));
            }
        }
        return all;
    }

    private void addFields(
            Class<?> type, ObjectNode fields, tools.jackson.databind.node.ArrayNode required) {
        for (var component : type.getRecordComponents()) {
            var name = component.getName();
            fields.set(name, field(type, component));
            boolean atLeastOne =
                    AT_LEAST.containsKey(type.getSimpleName() + "." + name)
                            && Stream.of(ONE_OF, ANY_OF)
                                    .flatMap(c ->
                                            c
                                                    .getOrDefault(type.getSimpleName(), List.of())
                                                    .stream())
                                    .noneMatch(name::equals);
            if (isRequired(component) || atLeastOne) {
                required.add(name);
            }
        }
    }

    private static boolean isRequired(RecordComponent component) {
        var type = component.getType();
        return !(type == Optional.class
                || type == OptionalInt.class
                || type == OptionalLong.class
                || type == List.class
                || type == Map.class
                || type == boolean.class
                || UNSAID.containsKey(type)
                || Set.of("occurrence", "labTime", "asRecorded").contains(component.getName()));
    }

    private ObjectNode field(Class<?> owner, RecordComponent component) {
        var name = owner.getSimpleName() + "." + component.getName();
        if (component.getName().equals("unit")) {
            // By name, or by the symbol people write.
            return JSON.objectNode().put("type", "string").put("minLength", 1);
        }
        var schema = of(component.getGenericType());
        var least = AT_LEAST.get(name);
        if (least != null) {
            schema.put("minItems", least.intValue());
        }
        if (name.equals("Participants.samples")) {
            schema.put("maxItems", Participants.LONGEST_LIST).put("uniqueItems", true);
        } else if (name.equals("Value.component")) {
            schema.put("minimum", 1);
        } else if (name.equals("ScopedName.scope") || name.equals("ScopedName.name")) {
            schema.put("pattern", "\\S");
        } else if (name.equals("DataFileRef.sha256")) {
            schema.put("pattern", "^[0-9a-f]{64}$");
        }
        return schema;
    }

    private ObjectNode of(Type type) {
        var schema = JSON.objectNode();
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                return of(arguments[0]);
            } else if (generic.getRawType() == List.class) {
                schema.put("type", "array").set("items", of(arguments[0]));
                return schema;
            }
            schema.put("type", "object").set("additionalProperties", of(arguments[1]));
            return schema;
        }
        var raw = (Class<?>) type;
        if (raw == RecordId.class || raw == EventId.class) {
            return schema.put("type", "string").put("pattern", "^" + UUID + "$");
        } else if (raw == CellRef.class) {
            return schema.put("type", "string").put("pattern", "^" + UUID + "-[1-9][0-9]*$");
        } else if (Id.class.isAssignableFrom(raw)) {
            return reference(schema, Id.class);
        } else if (raw == String.class) {
            return schema.put("type", "string");
        } else if (raw == Instant.class) {
            return schema.put("type", "string").put("pattern", Times.INSTANT);
        } else if (raw == LocalDate.class) {
            return schema.put("type", "string").put("format", "date");
        } else if (raw == YearMonth.class) {
            return schema.put("type", "string").put("pattern", Times.MONTH);
        } else if (raw == Year.class) {
            return schema.put("type", "integer").put("minimum", 1000).put("maximum", 9999);
        } else if (raw == BigDecimal.class) {
            return schema.put("type", "number");
        } else if (raw == boolean.class) {
            return schema.put("type", "boolean").put("default", false);
        } else if (WireNamed.class.isAssignableFrom(raw)) {
            var words = schema.putArray("enum");
            Arrays.stream(raw.getEnumConstants())
                    .map(member -> ((WireNamed) member).wireName())
                    .forEach(words::add);
            Optional.ofNullable(UNSAID.get(raw))
                    .ifPresent(unsaid -> schema.put("default", unsaid.wireName()));
            return schema;
        } else if (raw == ProvenanceEvent.class) {
            return schema.put("$ref", DEFS + "Restated");
        } else if (raw == Term.class || raw.isRecord()) {
            return reference(schema, raw);
        }
        return schema.put("type", "integer");
    }

    private ObjectNode reference(ObjectNode schema, Class<?> type) {
        if (seen.add(type)) {
            open.add(type);
        }
        return schema.put("$ref", DEFS + type.getSimpleName());
    }

    private static final String UUID =
            "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
}
