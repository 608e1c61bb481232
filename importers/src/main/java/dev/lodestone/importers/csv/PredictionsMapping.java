package dev.lodestone.importers.csv;

import dev.lodestone.events.HowKnown;
import dev.lodestone.ontology.Term;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A table of what a model predicted and what turned out, without saying of what.
///
/// @param sets by name: which columns belong together
record PredictionsMapping(
        About about,
        FileForm form,
        Model model,
        Term property,
        Term unit,
        HowKnown actualBasis,
        Map<String, PredictedSet> sets)
        implements TableMapping {
    PredictionsMapping {
        sets = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sets));
    }

    /// The model that predicts.
    ///
    /// @param trainingRowsUnpublished why its training rows are not known, in words
    record Model(
            String name,
            String algorithm,
            String trainingRowsUnpublished,
            Optional<String> library,
            Optional<String> split) {}

    /// Two columns.
    record PredictedSet(String actual, String predicted, String note) {}

    @Override
    public Set<String> columnNames() {
        var names = new LinkedHashSet<String>();
        sets.values()
                .forEach(set -> {
                    names.add(set.actual());
                    names.add(set.predicted());
                });
        return names;
    }
}
