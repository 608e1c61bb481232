package dev.lodestone.projections.rdf;

import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.KeptGraph.Advance;
import dev.lodestone.projections.translate.GraphDelta;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;

/// Deltas that go into a database in one transaction, one of them in memory at a time.
///
/// What fails before it is written, a record that cannot be translated or a statement that cannot
/// be spelled, ends the run after the deltas before it. So it is not taken for a database that
/// cannot be written.
final class DeltaRun {
    private final GraphLayout layout;
    private final Iterator<Advance> advances;
    private GraphBasis reached;
    private Optional<RuntimeException> failure = Optional.empty();
    private @Nullable Spelled next;
    private @Nullable GraphDelta only;
    private int applied;

    private record Spelled(Advance advance, GraphLayout.Change change) {}

    /// @param before where the graph is
    DeltaRun(GraphLayout layout, Iterator<Advance> advances, GraphBasis before) {
        this.layout = layout;
        this.advances = advances;
        this.reached = before;
        this.next = spelled();
    }

    /// Whether there is anything to apply.
    boolean hasAny() {
        return next != null;
    }

    /// Applies them.
    ///
    /// @return the position they lead to
    GraphBasis applyTo(DatasetGraph dataset) {
        for (var each = next; each != null; each = spelled()) {
            each.change().applyTo(dataset);
            reached = each.advance().reached();
            only = applied++ == 0 ? each.advance().delta() : null;
            next = null;
        }
        return reached;
    }

    /// Tells of what was applied: of one delta what it changed, of more than one that they did.
    void tell(List<RdfChanges> watching) {
        var delta = only;
        for (var each : watching) {
            if (delta == null) {
                each.rebuilt(reached);
            } else {
                each.applied(delta, reached);
            }
        }
    }

    /// @throws RuntimeException what ended the run
    void requireWhole() {
        failure.ifPresent(e -> {
            throw e;
        });
    }

    private @Nullable Spelled spelled() {
        try {
            if (!advances.hasNext()) {
                return null;
            }
            var advance = advances.next();
            if (reached.position().isAfter(advance.reached().position())) {
                throw new IllegalArgumentException(
                        "The RDF graph is at position %s and cannot go back to %s."
                                .formatted(reached.position(), advance.reached().position()));
            }
            return new Spelled(advance, layout.change(advance.delta()));
        } catch (RuntimeException e) {
            failure = Optional.of(e);
            return null;
        }
    }
}
