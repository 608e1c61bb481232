package dev.lodestone.ontology;

import dev.lodestone.ontology.internal.ShaclCheck;
import java.io.InputStream;

/// What well-formed data look like: the SHACL shapes, run over a graph.
public final class Shapes {
    private Shapes() {}

    /// Checks Turtle or N-Triples against all shapes. The ontology is added to the data, so a
    /// property or a unit need not be repeated in them.
    ///
    /// @throws IllegalArgumentException if the text cannot be parsed
    public static ShapeReport validate(InputStream turtleOrNTriples) {
        return ShaclCheck.validate(turtleOrNTriples);
    }
}
