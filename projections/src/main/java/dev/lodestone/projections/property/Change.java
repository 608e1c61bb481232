package dev.lodestone.projections.property;

import dev.lodestone.projections.translate.Node.Resource;
import dev.lodestone.projections.translate.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.neo4j.driver.TransactionContext;

/// What one transaction takes from the property graph and adds to it. Nodes are read, changed here
/// and written whole; that way a value with company of another sort needs no Cypher of its own.
final class Change {
    private static final int ROWS = 1_000;

    private final Map<String, List<Statement>> removedOf = new HashMap<>();
    private final Map<String, List<Statement>> addedOf = new LinkedHashMap<>();
    private final Map<String, Set<Ends>> cut = new HashMap<>();
    private final Map<String, Set<Ends>> joined = new HashMap<>();
    private final Set<String> perhapsEmpty = new HashSet<>();

    /// @param added come after what is removed
    Change(Collection<Statement> removed, Collection<Statement> added) {
        for (var statement : removed) {
            perhapsEmpty.add(statement.subject());
            if (ResourceNode.isRelationship(statement)) {
                var ends = Ends.of(statement);
                perhapsEmpty.add(ends.from);
                perhapsEmpty.add(ends.to);
                of(cut, statement).add(ends);
            } else {
                removedOf
                        .computeIfAbsent(statement.subject(), _ -> new ArrayList<>())
                        .add(statement);
            }
        }
        for (var statement : added) {
            if (ResourceNode.isRelationship(statement)) {
                of(joined, statement).add(Ends.of(statement));
            } else {
                addedOf.computeIfAbsent(statement.subject(), _ -> new ArrayList<>()).add(statement);
            }
        }
    }

    private static Set<Ends> of(Map<String, Set<Ends>> byType, Statement statement) {
        return byType.computeIfAbsent(
                GraphSpelling.relation(statement.predicate()).type(), _ -> new HashSet<>());
    }

    /// The ends of a relationship, in its own direction.
    private record Ends(String from, String to) {
        static Ends of(Statement statement) {
            if (!(statement.object() instanceof Resource(var object))) {
                throw new IllegalArgumentException("Not a relationship: " + statement);
            }
            return GraphSpelling.relation(statement.predicate()).forward()
                    ? new Ends(statement.subject(), object)
                    : new Ends(object, statement.subject());
        }

        Map<String, Object> row() {
            return Map.of("from", from, "to", to);
        }
    }

    void applyTo(TransactionContext tx) {
        cut.forEach((type, ends) ->
                run(
                        tx,
                        "UNWIND $rows AS row MATCH (:Resource {uri: row.from})-[r:"
                                + quoted(type)
                                + "]->(:Resource {uri: row.to}) DELETE r",
                        ends.stream().map(Ends::row).toList()));
        var subjects = new ArrayList<>(new TreeSet<>(addedOf.keySet()));
        removedOf.keySet().stream().filter(uri -> !addedOf.containsKey(uri)).forEach(subjects::add);
        for (int i = 0; i < subjects.size(); i += ROWS) {
            changeNodes(tx, subjects.subList(i, Math.min(i + ROWS, subjects.size())));
        }
        joined.forEach((type, ends) ->
                run(
                        tx,
                        "UNWIND $rows AS row MERGE (a:Resource {uri: row.from})"
                                + " MERGE (b:Resource {uri: row.to}) MERGE (a)-[:"
                                + quoted(type)
                                + "]->(b)",
                        ends.stream().map(Ends::row).toList()));
        run(
                tx,
                "UNWIND $rows AS row MATCH (n:Resource {uri: row.uri})"
                        + " WHERE size(keys(n)) = 1 AND size(labels(n)) = 1 AND NOT (n)--()"
                        + " DELETE n",
                perhapsEmpty.stream().map(uri -> Map.<String, Object>of("uri", uri)).toList());
    }

    private void changeNodes(TransactionContext tx, List<String> uris) {
        var found = new HashMap<String, ResourceNode>();
        tx.run(
                        "UNWIND $uris AS uri MATCH (n:Resource {uri: uri})"
                                + " RETURN labels(n), properties(n)",
                        Map.of("uris", uris))
                .forEachRemaining(row -> {
                    var node = ResourceRows.node(row.get(0), row.get(1));
                    found.put(node.uri(), node);
                });
        // Nodes whose labels change in the same way are written by one statement of Cypher.
        var written = new LinkedHashMap<String, List<Map<String, Object>>>();
        for (var uri : uris) {
            var before = found.getOrDefault(uri, new ResourceNode(uri, Set.of(), Map.of()));
            var after =
                    before.changed(
                            removedOf.getOrDefault(uri, List.of()),
                            addedOf.getOrDefault(uri, List.of()));
            if (!after.equals(before)) {
                var properties = new HashMap<>(after.properties());
                properties.put(ResourceNode.URI, uri);
                written.computeIfAbsent(labelling(before, after), _ -> new ArrayList<>())
                        .add(Map.of("uri", uri, "properties", properties));
            }
        }
        written.forEach((labelling, rows) ->
                run(
                        tx,
                        "UNWIND $rows AS row MERGE (n:Resource {uri: row.uri})"
                                + " SET n = row.properties"
                                + labelling,
                        rows));
    }

    private static String labelling(ResourceNode before, ResourceNode after) {
        return clause(" SET n", after.labels(), before.labels())
                + clause(" REMOVE n", before.labels(), after.labels());
    }

    private static String clause(String verb, Set<String> labels, Set<String> but) {
        var changed = new TreeSet<>(labels);
        changed.removeAll(but);
        return changed.isEmpty()
                ? ""
                : changed.stream()
                        .map(label -> ":" + quoted(label))
                        .collect(Collectors.joining("", verb, ""));
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    private static void run(TransactionContext tx, String cypher, List<Map<String, Object>> rows) {
        for (int i = 0; i < rows.size(); i += ROWS) {
            tx.run(cypher, Map.of("rows", rows.subList(i, Math.min(i + ROWS, rows.size()))))
                    .consume();
        }
    }
}
