package dev.lodestone.query.compare;

import dev.lodestone.ontology.Namespaces;
import dev.lodestone.query.LodestoneException.NotFound;
import dev.lodestone.query.compare.Course.Step;
import dev.lodestone.query.history.PlanBook;
import dev.lodestone.query.history.PlannedStep;
import dev.lodestone.query.history.SampleTimeline;
import dev.lodestone.query.history.Samples;
import dev.lodestone.query.history.ShownValue;
import dev.lodestone.query.history.Timeline;
import dev.lodestone.query.history.Timeline.Moment;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the courses to be compared: the life of a sample, the steps of a plan, a single event.
public final class Courses {
    /// What is done to the record of a sample, not to the sample.
    private static final Set<String> NO_STEPS =
            Set.of("Registration", "Identification", "Annotation", "AccessChange");

    private final GraphQueries graph;
    private final String base;
    private final Samples samples;
    private final SampleTimeline timelines;

    /// @param base of the IRIs, without a trailing slash
    public Courses(GraphQueries graph, String base) {
        this.graph = graph;
        this.base = base;
        this.samples = new Samples(graph, base);
        this.timelines = new SampleTimeline(graph, base);
    }

    /// Finds one.
    ///
    /// @param word a sample by IRI, id, lab name or `scope:name`; `workflow/…` or `event/…`, or
    ///   their IRIs
    /// @param ancestors whether what was done to what a sample was made of counts too
    public Course of(String word, boolean ancestors) {
        return graph.ask(session -> of(session, word, ancestors));
    }

    /// Finds two in one state of the graph.
    public Comparison compare(String a, String b, boolean ancestors) {
        return graph.ask(
                session -> Comparison.of(of(session, a, ancestors), of(session, b, ancestors)));
    }

    private Course of(Session session, String word, boolean ancestors) {
        for (var sort : List.of("workflow", "event")) {
            if (word.startsWith(sort + "/") || word.startsWith(base + "/" + sort + "/")) {
                var iri = word.startsWith(base + "/") ? word : base + "/" + sort + "/" + end(word);
                return sort.equals("event") ? event(session, iri) : plan(session, iri);
            }
        }
        var iri = samples.find(session, word);
        return sample(timelines.told(session, iri, ancestors));
    }

    private static Course sample(Timeline timeline) {
        var steps =
                timeline.moments().stream()
                        .filter(moment -> moment.type().filter(NO_STEPS::contains).isEmpty())
                        .map(Courses::step)
                        .toList();
        return new Course(
                "sample",
                timeline.sample().iri(),
                timeline.sample().label(),
                timeline.basis(),
                steps);
    }

    private static Step step(Moment moment) {
        var event = moment.event();
        var values = new ArrayList<>(event.parameters());
        values.addAll(event.results());
        return new Step(
                event.event(),
                Optional.of(event.kind()),
                event.what(),
                Optional.of(event.position()),
                event.outcome(),
                moment.place(),
                values);
    }

    private static Course plan(Session session, String iri) {
        var steps = PlanBook.steps(session, iri);
        if (steps.isEmpty()) {
            throw unknown("plan", iri, session);
        }
        return new Course(
                "plan",
                iri,
                steps.getFirst().title(),
                session.basis().position().value(),
                steps.stream().map(Courses::step).toList());
    }

    private static Step step(PlannedStep step) {
        return new Step(
                step.iri(),
                step.kindTerm(),
                step.kind().orElse(step.step()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                step.targets());
    }

    private static Course event(Session session, String iri) {
        var rows = session.rows("event-step", Map.of("event", new Parameter.Iri(iri)));
        if (rows.isEmpty()) {
            throw unknown("event", iri, session);
        }
        var row = rows.getFirst();
        var kind = Namespaces.shorten(row.get("kind"));
        var what = row.text("kindLabel").orElse(kind);
        var step =
                new Step(
                        iri,
                        Optional.of(kind),
                        what,
                        row.whole("position").isPresent()
                                ? Optional.of(row.whole("position").getAsLong())
                                : Optional.empty(),
                        row.text("outcome").map(Samples::id).filter(o -> !o.equals("Unknown")),
                        Optional.empty(),
                        ShownValue.ofRows(
                                rows.stream().filter(r -> r.text("datum").isPresent()).toList()));
        return new Course(
                "event",
                iri,
                what + " " + Samples.id(iri),
                session.basis().position().value(),
                List.of(step));
    }

    private static NotFound unknown(String sort, String iri, Session session) {
        return new NotFound(
                sort + "-unknown",
                """
                There is no %s (%s) at position %s.
                Maybe it was recorded later or withdrawn, or its id is spelled otherwise.\
                """
                        .formatted(sort, iri, session.basis()),
                Map.of(sort, iri));
    }

    private static String end(String word) {
        return URLEncoder.encode(word.substring(word.indexOf('/') + 1), StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
