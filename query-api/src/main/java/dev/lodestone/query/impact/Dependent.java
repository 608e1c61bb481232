package dev.lodestone.query.impact;

import java.util.List;
import java.util.Locale;

/// Something that rests on what was asked about.
///
/// @param label what people call it
/// @param path the IRIs that lead to it, from what was asked about to itself; one of the shortest
public record Dependent(Sort sort, String iri, String label, List<String> path) {
    public Dependent {
        path = List.copyOf(path);
    }

    /// What is listed and counted. Events and states only lead on.
    public enum Sort {
        SAMPLE,
        VALUE,
        TRAINING_SET,
        MODEL,
        PREDICTION;

        /// The words for some of them.
        public String words(long count) {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ') + (count == 1 ? "" : "s");
        }
    }
}
