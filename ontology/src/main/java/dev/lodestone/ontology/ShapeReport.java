package dev.lodestone.ontology;

import java.util.List;
import java.util.Optional;

/// Whether data are well formed, and if not, where and why.
public record ShapeReport(boolean conforms, List<Violation> violations) {
    public ShapeReport {
        violations = List.copyOf(violations);
    }

    /// One thing that is not as a shape says.
    ///
    /// @param focusNode the node that was looked at
    /// @param path the property concerned, in SPARQL path syntax
    /// @param value the offending value
    /// @param shape the named shape that says so, e.g. ls:DatumShape
    public record Violation(
            String focusNode,
            Optional<String> path,
            String message,
            Optional<String> value,
            String shape) {}
}
