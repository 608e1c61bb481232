package dev.lodestone.query.sparql;

import dev.lodestone.events.HowKnown;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.Mode;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Occurrence.PlanStep;
import dev.lodestone.events.Outcome;
import dev.lodestone.events.Participants;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleStored;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.Value;
import dev.lodestone.events.WorkflowId;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.rdf.Tdb2Graph;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.LogMeaning;
import dev.lodestone.query.QueryLimits;
import dev.lodestone.testkit.Lab;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A laboratory with a graph of what was recorded in it.
public final class GraphedLab implements AutoCloseable {
    public static final String BASE = Iris.DEFAULT.base();

    private final Lab lab;
    private final Tdb2Graph graph;
    private Optional<LogPosition> reached = Optional.empty();

    public GraphedLab(Path directory, long seed) {
        this.lab = Lab.in(directory.resolve("log"), seed);
        this.graph = Tdb2Graph.open(directory.resolve("graph"), Iris.DEFAULT, _ -> {});
    }

    public Lab lab() {
        return lab;
    }

    /// Questions to the graph, which first catches up with the log.
    public GraphQueries queries() {
        var meaning = new LogMeaning(lab.log(), Ontology.lodestone(), Iris.DEFAULT);
        var head = lab.log().head();
        if (!Optional.of(head).equals(reached)) {
            graph.rebuild(
                    sink -> meaning.whole(head, sink), new GraphBasis(head, meaning.fingerprint()));
            reached = Optional.of(head);
        }
        return new GraphQueries(new Tdb2Reader(graph), QueryLimits.DEFAULT);
    }

    /// Stores a sample.
    ///
    /// @param conditions such as `storageTemperature=25 DEG_C`
    public RecordId store(LabTime when, SampleId sample, String... conditions) {
        return lab.record(storage(when, sample, conditions));
    }

    /// A storage, to be recorded.
    public static SampleStored storage(LabTime when, SampleId sample, String... conditions) {
        return new SampleStored(
                Occurrence.at(when),
                Participants.of(sample),
                Optional.of("shelf"),
                values(conditions));
    }

    /// Does something to samples.
    public RecordId process(LabTime when, String kind, SampleId sample, String... parameters) {
        return lab.record(
                new SampleProcessed(
                        Occurrence.at(when),
                        Participants.of(sample),
                        Term.of("lsk:" + kind),
                        values(parameters),
                        List.of()));
    }

    /// Carries out a step of a plan.
    public RecordId execute(
            LabTime when,
            String plan,
            String step,
            String kind,
            SampleId sample,
            String... parameters) {
        return lab.record(execution(when, plan, step, kind, sample, parameters));
    }

    /// A step carried out, to be recorded.
    public static SampleProcessed execution(
            LabTime when,
            String plan,
            String step,
            String kind,
            SampleId sample,
            String... parameters) {
        return new SampleProcessed(
                new Occurrence(
                        when,
                        List.of(),
                        List.of(),
                        Outcome.SUCCESS,
                        Optional.empty(),
                        Optional.of(new PlanStep(new WorkflowId(plan), step))),
                Participants.of(sample),
                Term.of("lsk:" + kind),
                values(parameters),
                List.of());
    }

    /// Reads `property=number UNIT`, and optionally ` as Basis`, ` Setpoint` or ` Actual`.
    public static List<Value> values(String... texts) {
        return Arrays.stream(texts).map(GraphedLab::value).toList();
    }

    private static Value value(String text) {
        var words = text.substring(text.indexOf('=') + 1).split(" ", -1);
        var basis =
                words.length > 3 && words[2].equals("as")
                        ? HowKnown.valueOf(words[3].toUpperCase(java.util.Locale.ROOT))
                        : HowKnown.RECORDED;
        var value =
                Value.of(
                        Term.of("lsp:" + text.substring(0, text.indexOf('='))),
                        basis,
                        Quantity.of(words[0], Term.of("unit:" + words[1])));
        return text.endsWith(" Setpoint")
                ? value.withMode(Mode.SETPOINT)
                : text.endsWith(" Actual") ? value.withMode(Mode.ACTUAL) : value;
    }

    @Override
    public void close() {
        graph.close();
        lab.close();
    }
}
