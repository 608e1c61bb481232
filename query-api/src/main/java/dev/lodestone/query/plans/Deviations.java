package dev.lodestone.query.plans;

import dev.lodestone.query.LodestoneException.Conflict;
import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.LodestoneException.NotFound;
import dev.lodestone.query.history.Samples;
import dev.lodestone.query.plans.PlanDeviations.Run;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds plans against the events that carried out their steps: which were executed, skipped, out
/// of order, or executed with values off the plan.
public final class Deviations {
    private final GraphQueries graph;
    private final Samples samples;
    private final String base;

    /// @param base of the IRIs, without a trailing slash
    public Deviations(GraphQueries graph, String base) {
        this.graph = graph;
        this.samples = new Samples(graph, base);
        this.base = base;
    }

    /// Tells them of one plan on all samples, or of all plans on one sample.
    ///
    /// @param word of a workflow: an IRI, an id, `workflow/id` or its title; of a sample: an IRI,
    ///   an id, a lab name or `scope:name`
    /// @param beyondPercent differences up to this are not told
    public PlanDeviations of(String word, double beyondPercent) {
        if (!(beyondPercent >= 0) || Double.isInfinite(beyondPercent)) {
            throw new Incorrect(
                    "beyond",
                    "Differences beyond (%s) per cent are not possible.\nMaybe 0 or more."
                            .formatted(beyondPercent));
        }
        return graph.ask(session -> {
            var thing = find(session, word);
            var told = new PlanRuns(session, beyondPercent);
            var runs =
                    thing.startsWith(base + "/workflow/")
                            ? ofWorkflow(session, told, thing)
                            : ofSample(session, told, thing);
            return new PlanDeviations(
                    session.basis().position().value(), thing, beyondPercent, runs);
        });
    }

    private List<Run> ofSample(Session session, PlanRuns told, String sample) {
        var followed = Followed.by(session, sample);
        var workflows = new LinkedHashSet<String>();
        followed.executions().forEach(e -> workflows.add(e.workflow()));
        return workflows.stream()
                .map(workflow -> run(session, told, plan(session, workflow), followed.of(workflow)))
                .toList();
    }

    /// A sample that only begins what a sample made of it goes on with is told with that one.
    private List<Run> ofWorkflow(Session session, PlanRuns told, String workflow) {
        var onSamples = new LinkedHashSet<String>();
        var left = new LinkedHashSet<String>();
        session.rows("workflow-executions", Map.of("workflow", new Parameter.Iri(workflow)))
                .forEach(row -> {
                    left.add(row.get("event"));
                    row.text("sample").ifPresent(onSamples::add);
                });
        var all = onSamples.stream().map(s -> Followed.by(session, s).of(workflow)).toList();
        var plan = plan(session, workflow);
        var runs = new ArrayList<Run>();
        for (var followed : all) {
            left.removeAll(followed.events());
            if (all.stream().noneMatch(followed::goesOnIn)) {
                runs.add(run(session, told, plan, followed));
            }
        }
        if (!left.isEmpty() || runs.isEmpty()) {
            var rows =
                    left.stream()
                            .map(event ->
                                    Map.<String, Parameter>of("event", new Parameter.Iri(event)))
                            .flatMap(event -> session.rows("event-execution", event).stream())
                            .toList();
            runs.add(told.run(plan, Followed.onNoSample(rows), Optional.empty()));
        }
        return runs;
    }

    private Run run(Session session, PlanRuns told, Plan plan, Followed followed) {
        return told.run(
                plan,
                followed,
                followed.sample().map(sample -> samples.summary(session, sample).label()));
    }

    private Plan plan(Session session, String workflow) {
        var title =
                session
                        .rows(
                                "find-workflow",
                                Map.of(
                                        "iri", new Parameter.Iri(workflow),
                                        "word", new Parameter.Text("")))
                        .stream()
                        .flatMap(row -> row.text("title").stream())
                        .findFirst();
        return Plan.read(
                session,
                workflow,
                title.orElse("A plan that is not known: " + workflow.substring(base.length() + 1)));
    }

    private String find(Session session, String word) {
        var id = word.startsWith("workflow/") ? word.substring("workflow/".length()) : word;
        var iri =
                word.startsWith(base + "/")
                        ? word
                        : base
                                + "/workflow/"
                                + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        var found = new LinkedHashSet<String>();
        session.rows(
                        "find-workflow",
                        Map.of("iri", new Parameter.Iri(iri), "word", new Parameter.Text(word)))
                .forEach(row -> found.add(row.get("workflow")));
        Optional<NotFound> nothing = Optional.empty();
        try {
            found.add(samples.find(session, word));
        } catch (NotFound e) {
            nothing = Optional.of(e);
        }
        if (found.isEmpty()) {
            throw new NotFound(
                    "plan-unknown",
                    "There is neither a workflow nor a sample (%s) at position %s.\nMaybe workflow/… with the workflow's id, or a sample's name."
                            .formatted(word, session.basis()),
                    nothing.map(e -> e.values()).orElse(Map.of()));
        }
        if (found.size() > 1) {
            throw new Conflict(
                    "plan-ambiguous",
                    "The name (%s) means %d things.\nMaybe one of %s."
                            .formatted(word, found.size(), String.join(", ", found)),
                    Map.of("candidates", List.copyOf(found)));
        }
        return found.getFirst();
    }
}
