package dev.lodestone.events.json;

import dev.lodestone.events.Draft;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.Value.Content;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// An event with some of its values changed, the rest of it untouched.
public final class Restating {
    private static final RecordId NONE = new RecordId(new UUID(0, 0));

    private Restating() {}

    /// The event anew.
    ///
    /// @param changed the new contents by the values' pointers into the event's JSON
    public static ProvenanceEvent of(ProvenanceEvent event, Map<String, Content> changed) {
        var tree = EventCodec.toTree(Draft.of(NONE, event));
        changed.forEach((pointer, content) -> put((ObjectNode) tree.at(pointer), content));
        return EventCodec.read(tree, () -> NONE).body();
    }

    private static void put(ObjectNode value, Content content) {
        switch (content) {
            case Content.Number(var quantity) -> {
                value.remove("bounds");
                var node = value.putObject("quantity");
                node.put("value", quantity.value());
                node.put("unit", quantity.unit().curie());
                node.put("asRecorded", quantity.asRecorded());
                put(node, "uncertainty", quantity.uncertainty());
            }
            case Content.Between(var bounds) -> {
                var node = value.putObject("bounds");
                put(node, "lower", bounds.lower());
                put(node, "upper", bounds.upper());
                node.put("unit", bounds.unit().curie());
                node.put("asRecorded", bounds.asRecorded());
            }
            case Content.Concept _, Content.Words _ ->
                    throw new IllegalArgumentException("only numbers are changed by a rule");
        }
    }

    private static void put(ObjectNode node, String field, Optional<BigDecimal> number) {
        number.ifPresent(n -> node.put(field, n));
    }
}
