package dev.lodestone.projections.translate;

import dev.lodestone.events.CellRef;
import dev.lodestone.events.EventId;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.testkit.Lab;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// The graph of a small log, and how its statements are written.
final class SmallGraph {
    static final Iris IRIS = Iris.DEFAULT;

    static final LabTime MONDAY = LabTime.at(Instant.parse("2025-03-03T08:00:00Z"));

    static final LabTime TUESDAY = LabTime.at(Instant.parse("2025-03-04T08:00:00Z"));

    static final LabTime WEDNESDAY = LabTime.at(Instant.parse("2025-03-05T08:00:00Z"));

    private SmallGraph() {}

    /// All that holds of a lab, record after record.
    static Set<Statement> graph(Lab lab) {
        var meaning = new LogMeaning(lab.log(), Ontology.lodestone(), IRIS);
        var graph = new HashSet<Statement>();
        for (long p = 0; p < lab.head().value(); p++) {
            var delta = meaning.delta(new LogPosition(p), new LogPosition(p + 1));
            graph.removeAll(delta.removed());
            graph.addAll(delta.added());
        }
        return graph;
    }

    static Statement says(String subject, String predicate, String object) {
        return new Statement(
                subject,
                Namespaces.expand(predicate),
                Nodes.iri(object.startsWith("http") ? object : Namespaces.expand(object)));
    }

    static Statement index(SampleId sample, String property, double si) {
        return new Statement(IRIS.of(sample), Namespaces.expand(property), Nodes.dbl(si));
    }

    static String event(RecordId record) {
        return IRIS.of(new EventId(record.value()));
    }

    static String state(SampleId sample, RecordId record) {
        return IRIS.state(sample, new EventId(record.value()));
    }

    static String datum(RecordId record, int n) {
        return IRIS.of(new CellRef(record, n));
    }
}
