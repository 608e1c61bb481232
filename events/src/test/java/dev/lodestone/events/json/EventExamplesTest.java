package dev.lodestone.events.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lodestone.events.InvalidEvent;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.intake.Lab;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class EventExamplesTest {
    private static final Schema SCHEMA = schema();

    static List<String> kinds() {
        return Kinds.names();
    }

    static List<String> examples() {
        var all = new java.util.ArrayList<String>(Lab.first().lines().toList());
        Lab.EXAMPLES.stream().map(Lab::example).forEach(all::add);
        Lab.batch().lines().forEach(all::add);
        return all;
    }

    @Test
    void everyKindHasAnExample() {
        assertThat(Lab.EXAMPLES).containsExactlyInAnyOrderElementsOf(Kinds.names());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theExampleOfAKindIsOfThatKind(String kind) {
        assertThat(EventCodec.readStored(Lab.example(kind)).body().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsWrittenAtOnceIsWhatTheTreeSays(String json) {
        var draft = EventCodec.readStored(json);
        assertThat(EventCodec.write(draft)).isEqualTo(EventCodec.toTree(draft).toString());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleFitsTheSchema(String json) {
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsWrittenFitsTheSchemaToo(String json) {
        var written = EventCodec.write(EventCodec.readStored(json));
        assertThat(SCHEMA.validate(written, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsWrittenIsReadAgainAsTheSameEvent(String json) {
        var read = EventCodec.readStored(json);
        var written = EventCodec.write(read);
        assertThat(EventCodec.readStored(written)).isEqualTo(read);
        assertThat(EventCodec.write(EventCodec.readStored(written))).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theOrderOfFieldsDoesNotMatter(String json) {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var shuffled = shuffled(EventCodec.tree(json), new Random(seed));
        assertThat(EventCodec.readStored(shuffled.toString()))
                .isEqualTo(EventCodec.readStored(json));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aFieldTooManyIsRefusedBySchemaAndCodecAlike(String json) {
        var tree = EventCodec.tree(json);
        for (var object : objects(tree)) {
            object.put("surplus", 1);
            assertThat(SCHEMA.validate(tree.toString(), InputFormat.JSON)).isNotEmpty();
            assertThat(fault(tree)).contains("surplus");
            object.remove("surplus");
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theSchemaRequiresWhatTheCodecRequires(String json) {
        var tree = EventCodec.tree(json);
        for (var object : objects(tree)) {
            for (var name : List.copyOf(object.propertyNames())) {
                var removed = object.remove(name);
                boolean fits = SCHEMA.validate(tree.toString(), InputFormat.JSON).isEmpty();
                assertThat(fits)
                        .as("without %s in %s (codec: %s)", name, object, fault(tree))
                        .isEqualTo(fault(tree).isEmpty());
                object.set(name, removed);
            }
        }
    }

    @Test
    void allExamplesCanBeRecordedInOneLog(@TempDir Path directory) {
        try (var lab = new Lab(directory)) {
            for (var json : examples()) {
                assertThat(lab.intake.record(List.of(EventCodec.readStored(json))))
                        .allMatch(receipt -> !receipt.alreadyKnown());
            }
            for (var json : examples()) {
                var draft = EventCodec.readStored(json);
                assertThat(lab.intake.record(List.of(draft)))
                        .as(json)
                        .allMatch(receipt -> receipt.alreadyKnown());
                assertThat(
                                EventCodec.read(lab.log.find(draft.record().value()).orElseThrow())
                                        .draft()
                                        .body())
                        .isEqualTo(draft.body());
            }
        }
    }

    @Test
    void allExamplesCanBeRecordedAsOneBatch(@TempDir Path directory) {
        try (var lab = new Lab(directory)) {
            var drafts = examples().stream().map(EventCodec::readStored).toList();
            assertThat(lab.intake.record(drafts)).hasSize(drafts.size());
        }
    }

    /// What the codec has against a tree; nothing if it reads it.
    private static String fault(JsonNode tree) {
        try {
            var _ = EventCodec.read(tree.deepCopy(), () -> new RecordId(new UUID(1, 1)));
            return "";
        } catch (InvalidEvent e) {
            return String.valueOf(e.getMessage());
        }
    }

    /// All objects of a tree but those whose keys are the writer's own.
    private static List<ObjectNode> objects(JsonNode node) {
        var found = new java.util.ArrayList<ObjectNode>();
        if (node instanceof ObjectNode object) {
            found.add(object);
            object.properties().stream()
                    .filter(field -> !Defaults.FREE.contains(field.getKey()))
                    .forEach(field -> found.addAll(objects(field.getValue())));
        } else {
            node.forEach(child -> found.addAll(objects(child)));
        }
        return found;
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node instanceof ObjectNode object) {
            var names = new java.util.ArrayList<>(object.propertyNames());
            Collections.shuffle(names, random);
            var out = JsonNodeFactory.instance.objectNode();
            names.forEach(name -> out.set(name, shuffled(object.get(name), random)));
            return out;
        } else if (node instanceof ArrayNode array) {
            var out = JsonNodeFactory.instance.arrayNode();
            array.forEach(child -> out.add(shuffled(child, random)));
            return out;
        }
        return node;
    }

    private static Schema schema() {
        var registry =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder ->
                                builder.schemas(
                                        Map.of(EventSchema.ID, EventSchema.document().toString())));
        return registry.getSchema(SchemaLocation.of(EventSchema.ID));
    }
}
