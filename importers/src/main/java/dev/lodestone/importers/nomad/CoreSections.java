package dev.lodestone.importers.nomad;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// NOMAD's own base sections, and the few of its public plugins, known here by name: what they
/// descend from and which units their quantities have.
final class CoreSections {
    static final Set<String> SAMPLE = Set.of("CompositeSystem", "Sample", "System");
    static final Set<String> SUBSTANCE = Set.of("PureSubstance", "Substance", "Chemical");
    static final Set<String> INSTRUMENT = Set.of("Instrument");
    static final Set<String> PROCESS = Set.of("Process", "ProcessStep", "SynthesisMethod");
    static final Set<String> MEASUREMENT = Set.of("Measurement");
    static final Set<String> EXPERIMENT = Set.of("Experiment");
    static final Set<String> COLLECTION = Set.of("Collection", "Batch");
    static final Set<String> ANALYSIS = Set.of("Analysis");

    private static final Map<String, Set<String>> PARENTS =
            Map.ofEntries(
                    Map.entry("Sample", Set.of("CompositeSystem")),
                    Map.entry("CompositeSystem", Set.of("System")),
                    Map.entry("Substrate", Set.of("CompositeSystem")),
                    Map.entry("CatalystSample", Set.of("CompositeSystem")),
                    Map.entry("ThinFilm", Set.of("CompositeSystem")),
                    Map.entry("ThinFilmStack", Set.of("CompositeSystem")),
                    Map.entry("Solution", Set.of("CompositeSystem")),
                    Map.entry("SynthesisMethod", Set.of("Process")),
                    Map.entry("CatalyticReaction", Set.of("Measurement")));

    private static final Map<String, String> SUFFIXES =
            Map.of(
                    "Sample", "CompositeSystem",
                    "SampleArea", "CompositeSystem",
                    "Substrate", "CompositeSystem",
                    "Process", "Process",
                    "Deposition", "Process",
                    "DepositionRoutine", "Process",
                    "Measurement", "Measurement",
                    "Instrument", "Instrument",
                    "Analysis", "Analysis",
                    "Collection", "Collection");

    /// Units of quantities that base sections declare; all are coherent SI.
    private static final Map<String, String> UNITS =
            Map.of(
                    "duration", "s",
                    "mass", "kg");

    private CoreSections() {}

    /// Whether a section becomes events.
    static boolean isImported(SectionType type) {
        return Stream.of(
                        SAMPLE,
                        SUBSTANCE,
                        INSTRUMENT,
                        PROCESS,
                        MEASUREMENT,
                        EXPERIMENT,
                        COLLECTION,
                        ANALYSIS)
                .anyMatch(type::isA);
    }

    static Set<String> ancestors(String name) {
        var all = new HashSet<String>();
        all.add(name);
        for (var parent : PARENTS.getOrDefault(name, Set.of())) {
            all.addAll(ancestors(parent));
        }
        bySuffix(name).ifPresent(all::add);
        return all;
    }

    /// What a section of a plugin is by its name, where its definition is not at hand.
    static Optional<String> bySuffix(String name) {
        return SUFFIXES.entrySet().stream()
                .filter(suffix -> name.endsWith(suffix.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// The unit of a quantity that a section has from a base section of NOMAD's.
    static Optional<String> unit(SectionType type, String quantity) {
        boolean inherits =
                switch (quantity) {
                    case "duration" -> type.ancestors().contains("ProcessStep");
                    case "mass" -> type.ancestors().contains("Component");
                    default -> false;
                };
        return inherits ? Optional.ofNullable(UNITS.get(quantity)) : Optional.empty();
    }
}
