package dev.lodestone.projections.property;

import dev.lodestone.ontology.Namespaces;
import dev.lodestone.projections.translate.Node;
import dev.lodestone.projections.translate.Node.Resource;
import dev.lodestone.projections.translate.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/// A node of the property graph: the statements about one thing that do not lead to another, as
/// labels and properties. What is written reads back as the same statements.
///
/// A property is one value or a sorted list. Words of the ontology are written in their short form.
/// Where a value's sort is not the one that its key and type in Neo4j tell, or values of several
/// sorts come together, the key ends in `__` and the sort.
record ResourceNode(String uri, Set<String> labels, Map<String, Object> properties) {
    static final String LABEL = "Resource";
    static final String URI = "uri";
    private static final String SORTED = "__";
    private static final String RDF_TYPE = Namespaces.RDF + "type";

    ResourceNode {
        labels = Set.copyOf(labels);
        properties = Map.copyOf(properties);
    }

    /// Whether a statement leads from one node to another; any other belongs to its subject's node.
    static boolean isRelationship(Statement statement) {
        return statement.object() instanceof Resource(var iri)
                && !statement.predicate().equals(RDF_TYPE)
                && !isWord(iri);
    }

    private static boolean isWord(String iri) {
        return !Namespaces.shorten(iri).equals(iri);
    }

    /// The node of a thing of which these statements are made, and no others.
    static ResourceNode of(String uri, Collection<Statement> statements) {
        var labels = new TreeSet<String>();
        var values = new HashMap<String, Map<String, List<Node>>>();
        for (var statement : statements) {
            if (statement.predicate().equals(RDF_TYPE)
                    && statement.object() instanceof Resource(var type)) {
                labels.add(GraphSpelling.label(type));
            } else {
                values.computeIfAbsent(statement.predicate(), _ -> new TreeMap<>())
                        .computeIfAbsent(ValueSort.of(statement.object()), _ -> new ArrayList<>())
                        .add(statement.object());
            }
        }
        var properties = new HashMap<String, Object>();
        values.forEach((predicate, bySort) -> put(predicate, bySort, properties));
        return new ResourceNode(uri, labels, properties);
    }

    private static void put(
            String predicate, Map<String, List<Node>> bySort, Map<String, Object> properties) {
        var key = GraphSpelling.key(predicate);
        bySort.forEach((sort, values) -> {
            List<Object> asIs = nativeValues(key, sort, values);
            if (bySort.size() == 1 && !asIs.isEmpty()) {
                properties.put(key.name(), oneOrSorted(asIs));
            } else {
                var texts = values.stream().<Object>map(ValueSort::text).toList();
                properties.put(key.name() + SORTED + sort, oneOrSorted(texts));
            }
        });
    }

    /// The values as Neo4j's own, if every one of them can be told again from its key and type.
    private static List<Object> nativeValues(
            GraphSpelling.Key key, String sort, List<Node> values) {
        var written = new ArrayList<Object>();
        for (var value : values) {
            var one = ValueSort.toNative(key, sort, value);
            if (one.isEmpty()) {
                return List.of();
            }
            written.add(one.get());
        }
        return written;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object oneOrSorted(List<Object> values) {
        return values.size() == 1
                ? values.getFirst()
                : values.stream().sorted((Comparator) Comparator.naturalOrder()).toList();
    }

    /// What the node says.
    void tell(Consumer<Statement> listener) {
        for (var label : labels) {
            listener.accept(
                    new Statement(uri, RDF_TYPE, new Resource(GraphSpelling.typeNamed(label))));
        }
        properties.forEach((name, value) -> {
            int split = name.lastIndexOf(SORTED);
            var key = GraphSpelling.keyNamed(split < 0 ? name : name.substring(0, split));
            for (var one : value instanceof List<?> list ? list : List.of(value)) {
                Node object =
                        split < 0
                                ? ValueSort.fromNative(key, one)
                                : ValueSort.fromText(
                                        name.substring(split + SORTED.length()), one.toString());
                listener.accept(new Statement(uri, key.predicate(), object));
            }
        });
    }

    /// The node after some statements were taken from it and others added.
    ResourceNode changed(Collection<Statement> removed, Collection<Statement> added) {
        var statements = new LinkedHashSet<Statement>();
        tell(statements::add);
        statements.removeAll(Set.copyOf(removed));
        statements.addAll(added);
        return of(uri, statements);
    }
}
