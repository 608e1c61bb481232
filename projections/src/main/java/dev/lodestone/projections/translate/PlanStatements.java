package dev.lodestone.projections.translate;

import dev.lodestone.events.PlanEvent.DecisionMade;
import dev.lodestone.events.PlanEvent.WorkflowPlanned;
import dev.lodestone.events.Subject;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Vocabulary;
import java.util.List;
import java.util.stream.Stream;

/// What plans and decisions say.
final class PlanStatements {
    private static final Term PLAN = Term.of("lsk:PlanWorkflow");
    private static final Term DECIDE = Term.of("lsk:MakeDecision");

    private PlanStatements() {}

    static void planned(WorkflowPlanned e, Scribe to) {
        EventNode.write(to, Vocabulary.PLANNING, PLAN, e.occurrence());
        var plan = e.workflow();
        to.types(plan, e.recipe() ? Vocabulary.RECIPE : Vocabulary.WORKFLOW);
        to.thing(plan, Vocabulary.DCTERMS_TITLE, Nodes.text(e.title()));
        to.thing(plan, Vocabulary.RDFS_LABEL, Nodes.text(e.title()));
        e.inputs().forEach(input -> to.thing(plan, Terms.INPUT, Nodes.text(input)));
        e.outputs().forEach(output -> to.thing(plan, Terms.OUTPUT, Nodes.text(output)));
        for (var step : e.steps()) {
            step(e, step, to);
        }
        var data = new DataNodes(to, List.of());
        var targets = data.values().iterator();
        for (var step : e.steps()) {
            for (int i = 0; i < step.targets().size(); i++) {
                var target = targets.next();
                data.write(target, Vocabulary.TARGET_VALUE);
                to.own(
                        to.datum(target.n()),
                        Terms.TARGET_OF,
                        Nodes.iri(to.iris.step(plan, step.step())));
            }
        }
    }

    private static void step(WorkflowPlanned e, WorkflowPlanned.Step step, Scribe to) {
        var plan = e.workflow();
        var node = to.iris.step(plan, step.step());
        for (var type : to.words.types(Vocabulary.WORKFLOW_STEP)) {
            to.ofThing(plan, node, Vocabulary.RDF_TYPE, type);
        }
        to.ofThing(plan, node, Vocabulary.RDFS_LABEL, Nodes.text(step.step()));
        to.ofThing(plan, node, Vocabulary.STEP_OF, to.link(plan));
        step.sort().ifPresent(k -> to.ofThing(plan, node, Vocabulary.HAS_KIND, Nodes.iri(k)));
        step.target()
                .ifPresent(reference ->
                        to.ofThing(plan, node, new Term(Terms.REFERENCE), Nodes.text(reference)));
        for (var before : step.after()) {
            to.ofThing(plan, to.iris.step(plan, before), Vocabulary.NEXT_STEP, Nodes.iri(node));
        }
    }

    static void decided(DecisionMade e, Scribe to) {
        EventNode.write(to, Vocabulary.DECISION, DECIDE, e.occurrence());
        to.event(Terms.QUESTION, Nodes.text(e.question()));
        e.considered().forEach(option -> option(Vocabulary.CONSIDERED, option, to));
        e.chose().forEach(option -> option(Vocabulary.CHOSE, option, to));
        e.given().forEach(k -> to.event(Vocabulary.GIVEN, Nodes.iri(k)));
        e.seeks().forEach(k -> to.event(Vocabulary.SEEKS, Nodes.iri(k)));
        var data = new DataNodes(to, List.of());
        for (var reward : data.values()) {
            data.write(reward, Vocabulary.REWARD_CLASS);
            data.generated(reward);
            to.event(Vocabulary.HAS_REWARD, Nodes.iri(to.datum(reward.n())));
        }
    }

    private static void option(Term predicate, Subject option, Scribe to) {
        Stream.of(option.sample(), option.material(), option.workflow())
                .flatMap(id -> id.stream())
                .forEach(id -> to.event(predicate, to.link(id)));
    }
}
