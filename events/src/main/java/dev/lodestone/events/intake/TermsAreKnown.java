package dev.lodestone.events.intake;

import dev.lodestone.events.DataEvent.AnalysisPerformed;
import dev.lodestone.events.DataEvent.SimulationPerformed;
import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.DataEvent.ValuesImputed;
import dev.lodestone.events.Draft;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen;
import dev.lodestone.events.NumberedValue;
import dev.lodestone.events.PlanEvent.DecisionMade;
import dev.lodestone.events.PlanEvent.WorkflowPlanned;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SampleSplit;
import dev.lodestone.events.SampleEvent.SamplesMerged;
import dev.lodestone.events.StructuralComponent;
import dev.lodestone.events.ThingEvent.ContainerRegistered;
import dev.lodestone.events.Value.Content;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Scheme;
import dev.lodestone.ontology.Term;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Every kind and property is a term of the ontology, of the list where it belongs.
final class TermsAreKnown implements IntakeRule {
    private final Ontology ontology = Ontology.lodestone();

    @Override
    public void check(Draft draft, Knowledge known, Complaints complaints) {
        check(draft.body(), "", complaints);
        for (var numbered : NumberedValue.of(draft.body())) {
            value(numbered, complaints);
        }
    }

    private void check(ProvenanceEvent event, String at, Complaints complaints) {
        switch (event) {
            case SampleProcessed e ->
                    kind(e.process(), at + "/process", complaints, Scheme.PROCESS);
            case SampleMeasured e -> {
                kind(e.method(), at + "/method", complaints, Scheme.METHOD);
                components(e.components(), at, complaints);
            }
            case SampleSplit e -> {
                kind(e.process(), at + "/process", complaints, Scheme.PROCESS);
                for (int i = 0; i < e.parts().size(); i++) {
                    form(e.parts().get(i), at + "/parts/" + i, complaints);
                }
            }
            case SamplesMerged e -> {
                kind(e.process(), at + "/process", complaints, Scheme.PROCESS);
                form(e.result(), at + "/result", complaints);
            }
            case SampleRegistered e -> {
                for (int i = 0; i < e.samples().size(); i++) {
                    form(e.samples().get(i), at + "/samples/" + i, complaints);
                }
            }
            case ContainerRegistered e ->
                    kind(
                            e.containerKind(),
                            at + "/containerKind",
                            complaints,
                            Scheme.CONTAINER_KIND);
            case AnalysisPerformed e -> {
                kind(e.method(), at + "/method", complaints, Scheme.METHOD, Scheme.CALCULATION);
                components(e.components(), at, complaints);
            }
            case SimulationPerformed e -> {
                kind(e.method(), at + "/method", complaints, Scheme.CALCULATION, Scheme.METHOD);
                components(e.components(), at, complaints);
            }
            case ValuesAsserted e -> components(e.components(), at, complaints);
            case ValuesImputed e -> {
                kind(e.method(), at + "/method", complaints, Scheme.CALCULATION, Scheme.METHOD);
                components(e.components(), at, complaints);
            }
            case WorkflowPlanned e -> {
                for (int i = 0; i < e.steps().size(); i++) {
                    var pointer = at + "/steps/" + i + "/sort";
                    e.steps()
                            .get(i)
                            .sort()
                            .ifPresent(sort ->
                                    kind(
                                            sort,
                                            pointer,
                                            complaints,
                                            Scheme.PROCESS,
                                            Scheme.METHOD,
                                            Scheme.CALCULATION));
                }
            }
            case DecisionMade e -> {
                kinds(e.given(), at + "/given", complaints, Scheme.KNOWLEDGE);
                kinds(e.seeks(), at + "/seeks", complaints, Scheme.KNOWLEDGE);
            }
            case TrainingSetFrozen e -> {
                for (int i = 0; i < e.columns().size(); i++) {
                    property(
                            e.columns().get(i).property(),
                            at + "/columns/" + i + "/property",
                            complaints);
                }
            }
            case RecordCorrected e -> check(e.restated(), "/restated", complaints);
            default -> {}
        }
    }

    private void kinds(List<Term> terms, String at, Complaints c, Scheme scheme) {
        for (int i = 0; i < terms.size(); i++) {
            kind(terms.get(i), at + "/" + i, c, scheme);
        }
    }

    private void property(Term property, String pointer, Complaints complaints) {
        if (ontology.findProperty(property).isEmpty()) {
            complaints.add(
                    pointer,
                    "The property (%s) is not in the ontology.".formatted(property),
                    near(property));
        }
    }

    private void components(List<StructuralComponent> components, String at, Complaints c) {
        for (int i = 0; i < components.size(); i++) {
            kind(components.get(i).kind(), at + "/components/" + i + "/kind", c, Scheme.COMPONENT);
        }
    }

    private void form(SampleDescription sample, String at, Complaints complaints) {
        sample.form().ifPresent(form -> kind(form, at + "/form", complaints, Scheme.SAMPLE_FORM));
    }

    private void kind(Term term, String pointer, Complaints complaints, Scheme... schemes) {
        var allowed = Set.of(schemes);
        var found = ontology.findKind(term);
        if (found.isEmpty()) {
            complaints.add(
                    pointer,
                    "The term (%s) is not a %s of the ontology.".formatted(term, words(allowed)),
                    near(term));
        } else if (!allowed.contains(found.get().scheme())) {
            complaints.add(
                    pointer,
                    "The term (%s) is a %s, not a %s."
                            .formatted(term, word(found.get().scheme()), words(allowed)),
                    "an event of another kind is meant, or another field.");
        }
    }

    private static String words(Set<Scheme> schemes) {
        return schemes.stream()
                .map(TermsAreKnown::word)
                .sorted()
                .collect(Collectors.joining(" or "));
    }

    private static String word(Scheme scheme) {
        return scheme.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void value(NumberedValue numbered, Complaints complaints) {
        var value = numbered.value();
        property(value.property(), numbered.pointer() + "/property", complaints);
        if (value.content() instanceof Content.Concept(var concept)
                && ontology.findKind(concept).isEmpty()) {
            complaints.add(
                    numbered.pointer() + "/concept",
                    "The concept (%s) is not in the ontology.".formatted(concept),
                    near(concept));
        }
        value.statistic()
                .ifPresent(statistic ->
                        kind(
                                statistic,
                                numbered.pointer() + "/statistic",
                                complaints,
                                Scheme.STATISTIC));
        kinds(
                value.findings().orElse(List.of()),
                numbered.pointer() + "/findings",
                complaints,
                Scheme.FINDING);
    }

    private String near(Term term) {
        var near = ontology.suggestions(term.curie());
        return near.isEmpty()
                ? "it is missing from the ontology: a term is one entry in its Turtle."
                : "one of " + String.join(", ", near) + ".";
    }
}
