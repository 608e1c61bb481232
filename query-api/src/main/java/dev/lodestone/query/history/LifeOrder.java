package dev.lodestone.query.history;

import dev.lodestone.query.sparql.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The order of a sample's life: by the state an event made or found, what makes a state before
/// what finds it; then by order number, then by the position of the event's first record. An event
/// that touched no state stands after what had been recorded before it.
public final class LifeOrder {
    private LifeOrder() {}

    private record Placed(Row row, long state, boolean finds, long order, long first) {}

    /// Rows of the query `sample-history`, in that order.
    public static List<Row> sorted(List<Row> rows) {
        var byPosition = new ArrayList<>(rows);
        byPosition.sort(Comparator.comparingLong(LifeOrder::first));
        var placed = new ArrayList<Placed>();
        var reached = 0L;
        for (var row : byPosition) {
            var state = row.whole("sequence").orElse(reached);
            reached = Math.max(reached, state);
            placed.add(
                    new Placed(
                            row,
                            state,
                            !row.isTrue("makesState"),
                            row.whole("labOrder").orElse(Long.MAX_VALUE),
                            first(row)));
        }
        placed.sort(
                Comparator.comparingLong(Placed::state)
                        .thenComparing(Placed::finds)
                        .thenComparingLong(Placed::order)
                        .thenComparingLong(Placed::first));
        return placed.stream().map(Placed::row).toList();
    }

    private static long first(Row row) {
        return row.whole("firstPosition").orElseGet(() -> row.whole("position").orElse(0));
    }
}
