package dev.lodestone.ontology;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The lists that kinds belong to.
public enum Scheme {
    /// What is done to samples: treatments, splits, merges, storage, transport, destruction.
    PROCESS,
    /// How values are obtained: measurement techniques and analyses.
    METHOD,
    /// What the store itself does: registering, importing, freezing, training, predicting.
    ACTIVITY,
    /// Powder, pellet, film, cell.
    SAMPLE_FORM,
    /// Constituents of a material at one length scale.
    COMPONENT,
    /// Repeating or sparse.
    COMPONENT_CLASS,
    /// The four length scales.
    LEVEL,
    /// Processing, structure, property, performance, condition.
    FACET,
    /// How an event ended.
    OUTCOME,
    /// How a value is known.
    BASIS,
    /// Setpoint, actual or nominal.
    MODE,
    /// What became of a sample.
    LIFECYCLE,
    /// What a number summarises.
    STATISTIC,
    /// Functionals, run types, task types, simulation methods.
    CALCULATION,
    /// Categorical values: particle shapes, crystal systems.
    CATEGORY,
    /// How magnetic moments are ordered.
    MAGNETIC_ORDERING,
    /// People, organisations, software, robots.
    AGENT_KIND,
    /// Plates, boxes, shelves.
    CONTAINER_KIND,
    /// What was noticed and kept.
    FINDING,
    /// Why a record was corrected or withdrawn.
    REASON,
    /// How exactly a time in the lab is known.
    PRECISION,
    /// What a measurement does to the sample.
    EFFECT,
    /// Microstructure, global property, local measurement, theory, reward.
    KNOWLEDGE,
    /// What a file is to an event.
    FILE_ROLE,
    /// Where data came from: paper, sheet, database.
    SOURCE_KIND;

    /// Its name in the ontology, e.g. lsk:SampleFormScheme.
    public Term term() {
        return new Term(Namespaces.LSK + camel(name()) + "Scheme");
    }

    /// The scheme with this name, if there is one.
    public static Optional<Scheme> find(Term term) {
        return Arrays.stream(values()).filter(scheme -> scheme.term().equals(term)).findFirst();
    }

    private static String camel(String name) {
        var camel = new StringBuilder();
        var upper = true;
        for (var character : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (character == '_') {
                upper = true;
            } else {
                camel.append(upper ? Character.toUpperCase(character) : character);
                upper = false;
            }
        }
        return camel.toString();
    }
}
