package dev.lodestone.query.places;

import dev.lodestone.query.Told;
import java.util.List;
import java.util.Optional;

/// What stands in a container.
///
/// @param basis the log position it is true at
/// @param container the IRI
/// @param path what the container stands in itself, from the nearest outwards
/// @param things by container and position
/// @param findings positions that two things stand at, in words
public record Contents(
        long basis,
        String container,
        String label,
        List<Stand> path,
        List<Thing> things,
        List<String> findings)
        implements Told {
    public Contents {
        path = List.copyOf(path);
        things = List.copyOf(things);
        findings = List.copyOf(findings);
    }

    /// A sample or container in it.
    ///
    /// @param depth 1 where it stands in the container itself
    public record Thing(
            String iri,
            String label,
            Optional<String> kind,
            boolean isContainer,
            int depth,
            Stand stand) {}

    /// For people: a tree.
    @Override
    public String text() {
        var out = new StringBuilder(label).append(" (").append(container).append(")\n");
        out.append("As of log position ").append(basis).append(".\n");
        path.forEach(stand ->
                out.append("In ")
                        .append(stand.words())
                        .append(", ")
                        .append(stand.known())
                        .append('\n'));
        if (things.isEmpty()) {
            out.append("Nothing is known to stand in it.\n");
        }
        for (var thing : things) {
            out.repeat("  ", thing.depth())
                    .append(thing.stand().at().map(at -> at + "  ").orElse(""))
                    .append(thing.label())
                    .append(thing.kind().map(kind -> " (" + kind + ")").orElse(""))
                    .append(", ")
                    .append(thing.stand().known())
                    .append('\n');
        }
        findings.forEach(finding -> out.append("! ").append(finding).append('\n'));
        return out.toString();
    }
}
