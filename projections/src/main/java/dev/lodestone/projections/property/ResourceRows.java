package dev.lodestone.projections.property;

import java.util.HashMap;
import java.util.HashSet;
import org.neo4j.driver.Value;

/// Nodes as the driver gives them.
final class ResourceRows {
    private ResourceRows() {}

    /// @param labels with the one that all nodes have
    /// @param properties with the `uri`
    static ResourceNode node(Value labels, Value properties) {
        var own = new HashSet<String>(labels.asList(Value::asString));
        own.remove(ResourceNode.LABEL);
        var values = new HashMap<>(properties.asMap());
        var uri = String.valueOf(values.remove(ResourceNode.URI));
        return new ResourceNode(uri, own, values);
    }
}
