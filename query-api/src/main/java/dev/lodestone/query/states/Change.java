package dev.lodestone.query.states;

import dev.lodestone.ontology.Term;
import dev.lodestone.query.history.LabMoment;
import dev.lodestone.query.sparql.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An event that made a state.
///
/// @param classes their IRIs
/// @param when as exactly as it is known
/// @param values its parameters
record Change(
        String event,
        Term kind,
        String label,
        Set<String> classes,
        Optional<String> when,
        String record,
        long position,
        boolean orderAssumed,
        List<Row> values) {

    static Change of(Row row, List<Row> values) {
        var kind = new Term(row.get("kind"));
        return new Change(
                row.get("event"),
                kind,
                row.text("kindLabel").orElse(kind.localName()),
                Set.of(row.get("classes").split(" ", -1)),
                LabMoment.of(row).when(),
                row.get("record"),
                row.whole("position").orElseThrow(),
                row.isTrue("orderAssumed"),
                values);
    }
}
