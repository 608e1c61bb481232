package dev.lodestone.importers;

import dev.lodestone.events.Draft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;

/// Corrects what the log holds by what entries say of other items than their own.
final class Rejoining {
    private static final int MOST_ITEMS = 1_000;

    private final KeyStates states;
    private final Comparison comparison;

    /// The items of a batch that are corrected already.
    private final Set<String> corrected = new HashSet<>();

    Rejoining(KeyStates states, Comparison comparison) {
        this.states = states;
        this.comparison = comparison;
    }

    /// A correction of an item that some entry bears on.
    record Rejoined(String key, Bearing bearing, Draft draft) {}

    /// What is to be written. An item that is corrected already in this batch is left.
    ///
    /// @param ofBatch tells by the print of its key whether the batch states an item itself
    List<Rejoined> of(List<Bearing> bearings, LongPredicate ofBatch) {
        var byKey = new LinkedHashMap<String, Bearing>();
        for (var bearing : bearings) {
            for (var key : keys(bearing)) {
                if (!corrected.contains(key) && !ofBatch.test(SeenKeys.print(key))) {
                    byKey.putIfAbsent(key, bearing);
                }
            }
        }
        var found = byKey.isEmpty() ? Map.<String, KeyState>of() : states.read(byKey.keySet());
        var rejoined = new ArrayList<Rejoined>();
        byKey.forEach((key, bearing) -> {
            var state = found.getOrDefault(key, KeyState.NONE);
            comparison
                    .rejoined(state, bearing.joining(), bearing.why())
                    .ifPresent(draft -> {
                        corrected.add(key);
                        rejoined.add(new Rejoined(key, bearing, draft));
                    });
        });
        return rejoined;
    }

    private List<String> keys(Bearing bearing) {
        var beginning = bearing.entity() + "#";
        return bearing.role()
                .map(role -> List.of(beginning + role))
                .orElseGet(() ->
                        states.after(beginning, beginning, MOST_ITEMS).stream()
                                .filter(key -> key.lastIndexOf('#') == beginning.length() - 1)
                                .toList());
    }
}
