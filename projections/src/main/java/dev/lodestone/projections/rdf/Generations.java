package dev.lodestone.projections.rdf;

import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.GraphDamaged;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.jena.riot.system.StreamRDF;

/// Finds the database that serves, or makes another. A database that will not open is moved aside;
/// the last copy takes its place, or else an empty one does.
final class Generations {
    private final GenerationFiles files;
    private final GraphLayout layout;
    private final Consumer<String> notice;

    Generations(GenerationFiles files, GraphLayout layout, Consumer<String> notice) {
        this.files = files;
        this.layout = layout;
        this.notice = notice;
    }

    /// Opens the one that serves.
    Generation open() {
        var current = files.current();
        files.sweep(current);
        if (current.isPresent()) {
            try {
                Generation found = Generation.open(current.get());
                if (!found.read(RdfSnapshot::basis).equals(GraphBasis.EMPTY)) {
                    return found;
                }
                // Nothing in it but an ontology, which may be another one by now.
                discard(found);
            } catch (GraphDamaged e) {
                Path aside = files.moveAside(current.get());
                notice.accept(
                        "%s It was moved to %s; another takes its place."
                                .formatted(e.getMessage(), aside));
                return openCopy();
            }
        }
        return makeEmpty();
    }

    private Generation openCopy() {
        var copy = files.takeCopy();
        if (copy.isPresent()) {
            try {
                Generation found = Generation.open(copy.get());
                files.setCurrent(copy.get());
                notice.accept(
                        "The RDF graph goes on from the copy of position %s."
                                .formatted(found.read(RdfSnapshot::basis).position()));
                return found;
            } catch (GraphDamaged e) {
                notice.accept("The copy is of no use either: " + e.getMessage());
                files.delete(copy.get());
            }
        }
        notice.accept("The RDF graph begins anew.");
        return makeEmpty();
    }

    private Generation makeEmpty() {
        return make(layout::writeEmpty, GraphBasis.EMPTY);
    }

    /// Makes another database the one that serves. Where it cannot be filled, the half-built one is
    /// deleted.
    Generation make(Consumer<StreamRDF> content, GraphBasis basis) {
        Generation made = build(content, basis);
        files.setCurrent(made.directory());
        return made;
    }

    private Generation build(Consumer<StreamRDF> content, GraphBasis basis) {
        Path directory = files.next();
        Generation built = Generation.open(directory);
        try {
            new BulkLoad(built).fill(content);
            built.write(_ -> basis);
            files.forceAll(directory);
            return built;
        } catch (RuntimeException | Error e) {
            discard(built);
            throw e;
        }
    }

    /// Closes and deletes a database that nobody reads.
    void discard(Generation generation) {
        generation.expel();
        files.delete(generation.directory());
    }
}
