package dev.lodestone.query.places;

import dev.lodestone.ontology.Vocabulary;
import dev.lodestone.query.history.LabMoment;
import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who had a sample, hand-over by hand-over, in lab order as far as the hand-overs follow each
/// other.
final class Custody {
    private Custody() {}

    static List<Holder> of(Session session, String sample) {
        var byEvent = new LinkedHashMap<String, List<Row>>();
        session.rows("custody", Map.of("sample", new Parameter.Iri(sample)))
                .forEach(row ->
                        byEvent.computeIfAbsent(row.get("event"), _ -> new ArrayList<>()).add(row));
        var chain = new ArrayList<Holder>();
        var left = new ArrayList<>(byEvent.keySet());
        while (!left.isEmpty()) {
            var next =
                    left.stream()
                            .filter(event ->
                                    byEvent.getOrDefault(event, List.of()).stream()
                                            .flatMap(row -> row.text("previous").stream())
                                            .noneMatch(left::contains))
                            .findFirst()
                            .orElseGet(left::getFirst);
            left.remove(next);
            chain.add(holder(byEvent.getOrDefault(next, List.of()), byEvent));
        }
        return chain;
    }

    private static Holder holder(List<Row> rows, Map<String, List<Row>> byEvent) {
        var row = rows.getFirst();
        var until =
                rows.stream()
                        .flatMap(each -> each.text("next").stream())
                        .flatMap(next -> byEvent.getOrDefault(next, List.of()).stream())
                        .map(LabMoment::of)
                        .findFirst();
        return new Holder(
                row.get("of"),
                row.text("custodian"),
                row.text("custodianLabel").or(() -> row.text("custodian").map(Containers::id)),
                LabMoment.of(row),
                until,
                giver(row),
                row.get("event"),
                row.whole("position").orElseThrow(),
                findings(rows));
    }

    private static Optional<String> giver(Row row) {
        return row.text("handedOverByLabel").or(() -> row.text("handedOverBy").map(Containers::id));
    }

    /// Where a sample was put together of several, one of them handed over by who had it is enough.
    private static List<String> findings(List<Row> rows) {
        if (rows.stream().anyMatch(row -> row.text("finding").isEmpty())) {
            return List.of();
        }
        var row = rows.getFirst();
        var giver = giver(row).orElse("");
        return List.of(
                row.get("finding").equals(Vocabulary.FINDING_CUSTODY_GAP.iri())
                        ? "%s handed it over, but nobody is known to have had it then."
                                .formatted(giver)
                        : "%s handed it over, but %s was known to have it."
                                .formatted(giver, Containers.id(row.text("before").orElse(""))));
    }
}
