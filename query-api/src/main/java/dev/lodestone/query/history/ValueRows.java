package dev.lodestone.query.history;

import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Vocabulary;
import dev.lodestone.query.sparql.Aspect;
import dev.lodestone.query.sparql.Facts;
import dev.lodestone.query.sparql.Row;
import dev.lodestone.query.sparql.Things;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What data say, as the rows that {@link ShownValue} reads.
final class ValueRows {
    private static final Map<String, Term> CELLS =
            Map.ofEntries(
                    Map.entry("property", Vocabulary.HAS_PROPERTY),
                    Map.entry("basis", Vocabulary.BASIS),
                    Map.entry("record", Vocabulary.RECORD),
                    Map.entry("asRecorded", Vocabulary.AS_RECORDED),
                    Map.entry("value", Vocabulary.VALUE),
                    Map.entry("unit", Vocabulary.UNIT),
                    Map.entry("si", Vocabulary.VALUE_SI),
                    Map.entry("lowerSI", Vocabulary.LOWER_SI),
                    Map.entry("upperSI", Vocabulary.UPPER_SI),
                    Map.entry("concept", Vocabulary.VALUE_CONCEPT),
                    Map.entry("text", Vocabulary.VALUE_TEXT),
                    Map.entry("uncertainty", Vocabulary.UNCERTAINTY),
                    Map.entry("mode", Vocabulary.MODE),
                    Map.entry("statistic", Vocabulary.STATISTIC),
                    Map.entry("count", Vocabulary.COUNT),
                    Map.entry("species", Vocabulary.SPECIES));

    static final Aspect DATUM =
            Aspect.of(
                    Stream.concat(CELLS.values().stream(), Stream.of(Vocabulary.FINDING))
                            .toArray(Term[]::new));
    private static final Aspect CONCEPT = Aspect.of(Vocabulary.RDFS_LABEL);

    private final Things things;
    private final Map<String, List<Row>> known = new HashMap<>();

    ValueRows(Things things) {
        this.things = things;
    }

    /// A row for each datum and finding, in the order given; none for what says no property or
    /// basis.
    List<Row> of(Collection<String> data) {
        var rows = new ArrayList<Row>();
        data.forEach(datum -> rows.addAll(known.computeIfAbsent(datum, this::read)));
        return rows;
    }

    private List<Row> read(String datum) {
        var facts = things.of(datum, DATUM);
        var findings = facts.all(Vocabulary.FINDING);
        var cells = cells(datum, facts);
        Optional.ofNullable(cells.get("concept"))
                .flatMap(concept -> things.of(concept, CONCEPT).least(Vocabulary.RDFS_LABEL))
                .ifPresent(label -> cells.put("conceptLabel", label));
        if (!cells.containsKey("property")
                || !cells.containsKey("basis")
                || !cells.containsKey("record")) {
            return List.of();
        }
        if (findings.isEmpty()) {
            return List.of(new Row(cells));
        }
        return findings.stream()
                .map(finding -> {
                    var with = new HashMap<>(cells);
                    with.put("finding", finding);
                    return new Row(with);
                })
                .toList();
    }

    /// What a datum says of itself, `datum` included.
    static Map<String, String> cells(String datum, Facts facts) {
        var cells = new HashMap<String, String>();
        cells.put("datum", datum);
        CELLS.forEach(
                (name, property) -> facts.least(property).ifPresent(text -> cells.put(name, text)));
        return cells;
    }
}
