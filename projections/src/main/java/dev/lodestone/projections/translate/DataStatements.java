package dev.lodestone.projections.translate;

import dev.lodestone.events.DataEvent.AnalysisPerformed;
import dev.lodestone.events.DataEvent.SimulationPerformed;
import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.DataEvent.ValuesImputed;
import dev.lodestone.events.Subject;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Vocabulary;
import java.util.Set;

/// What events say that found values without anything happening to a sample.
final class DataStatements {
    private static final Term ASSERT = Term.of("lsk:AssertValues");
    private static final Term IMPUTE = Term.of("lsk:ImputeValues");

    private DataStatements() {}

    static void analysed(AnalysisPerformed e, Scribe to) {
        var type = to.words.eventClass(e.method(), Vocabulary.ANALYSIS);
        EventNode.write(to, type, e.method(), e.occurrence());
        subject(e.subject(), to);
        e.inputValues()
                .forEach(cell -> to.event(Vocabulary.PROV_USED, Nodes.iri(to.iris.of(cell))));
        to.files(e.files());
        e.inputs().forEach(file -> to.event(Vocabulary.PROV_USED, to.file(file, false)));
        var data = new DataNodes(to, e.components());
        data.parameters(e.method(), Set.of());
        data.results(e.subject(), false);
    }

    static void simulated(SimulationPerformed e, Scribe to) {
        EventNode.write(to, Vocabulary.SIMULATION, e.method(), e.occurrence());
        subject(e.subject(), to);
        for (var name : e.names()) {
            to.event(Vocabulary.DCTERMS_IDENTIFIER, Nodes.text(name.toString()));
        }
        var data = new DataNodes(to, e.components());
        data.parameters(e.method(), Set.of());
        data.results(e.subject(), true);
        to.files(e.files());
    }

    static void asserted(ValuesAsserted e, Scribe to) {
        EventNode.write(to, Vocabulary.VALUE_ASSERTION, ASSERT, e.occurrence());
        subject(e.subject(), to);
        e.computedBy()
                .ifPresent(event ->
                        to.event(Vocabulary.PROV_WAS_INFORMED_BY, Nodes.iri(to.iris.of(event))));
        to.event(Vocabulary.ORIGIN_UNKNOWN, e.originUnknown());
        var data = new DataNodes(to, e.components());
        data.parameters(ASSERT, Set.of());
        data.results(e.subject(), false);
    }

    static void imputed(ValuesImputed e, Scribe to) {
        EventNode.write(to, Vocabulary.INFERENCE, IMPUTE, e.occurrence());
        to.event(Vocabulary.SOSA_USED_PROCEDURE, Nodes.iri(e.method()));
        subject(e.subject(), to);
        e.model().ifPresent(model -> to.event(Vocabulary.BY_MODEL, to.link(model)));
        new DataNodes(to, e.components()).results(e.subject(), false);
    }

    private static void subject(Subject subject, Scribe to) {
        subject.sample().ifPresent(s -> to.event(Vocabulary.ON_SAMPLE, to.link(s)));
        subject.material().ifPresent(m -> to.event(Terms.ON_MATERIAL, to.link(m)));
        subject.workflow().ifPresent(w -> to.event(Terms.ON_WORKFLOW, to.link(w)));
    }
}
