package dev.lodestone.projections.translate;

import dev.lodestone.events.RecordEvent.AccessChanged;
import dev.lodestone.events.RecordEvent.Annotated;
import dev.lodestone.events.RecordEvent.SourceImported;
import dev.lodestone.events.ThingEvent.AgentRegistered;
import dev.lodestone.events.ThingEvent.ContainerRegistered;
import dev.lodestone.events.ThingEvent.InstrumentRegistered;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Vocabulary;

/// What is said of things that are no samples, and of records.
final class ThingStatements {
    private static final Term MATERIAL = Term.of("lsk:RegisterMaterial");
    private static final Term AGENT = Term.of("lsk:RegisterAgent");
    private static final Term INSTRUMENT = Term.of("lsk:RegisterInstrument");
    private static final Term CONTAINER = Term.of("lsk:RegisterContainer");
    private static final Term IMPORT = Term.of("lsk:ImportSource");
    private static final Term ANNOTATE = Term.of("lsk:Annotate");
    private static final Term ACCESS = Term.of("lsk:ChangeAccess");

    private ThingStatements() {}

    static void material(MaterialRegistered e, Scribe to) {
        EventNode.write(to, Vocabulary.REGISTRATION, MATERIAL, e.occurrence());
        var material = e.material();
        to.types(material, Vocabulary.MATERIAL);
        e.formula().ifPresent(f -> to.thing(material, Terms.FORMULA, Nodes.text(f)));
        to.names(material, e.names());
        if (e.names().isEmpty()) {
            to.thing(material, Vocabulary.RDFS_LABEL, e.formula());
        }
        e.structure().ifPresent(s -> to.thing(material, Terms.FILE, to.file(s, false)));
    }

    static void agent(AgentRegistered e, Scribe to) {
        EventNode.write(to, Vocabulary.REGISTRATION, AGENT, e.occurrence());
        var agent = e.agent();
        to.thing(agent, Vocabulary.RDF_TYPE, Nodes.iri(Vocabulary.PROV_AGENT));
        to.thing(
                agent,
                Vocabulary.RDF_TYPE,
                Nodes.iri(
                        switch (e.agentType()) {
                            case PERSON -> Vocabulary.PROV_PERSON;
                            case ORGANIZATION -> Vocabulary.PROV_ORGANIZATION;
                            case SOFTWARE -> Vocabulary.PROV_SOFTWARE_AGENT;
                        }));
        to.thing(agent, Vocabulary.HAS_KIND, Nodes.iri(e.agentType().term()));
        to.thing(agent, Vocabulary.RDFS_LABEL, Nodes.text(e.name()));
        to.thing(agent, Vocabulary.DCAT_VERSION, e.softwareVersion());
        e.memberOf()
                .ifPresent(of -> to.thing(agent, Vocabulary.PROV_ACTED_ON_BEHALF_OF, to.link(of)));
    }

    static void instrument(InstrumentRegistered e, Scribe to) {
        EventNode.write(to, Vocabulary.REGISTRATION, INSTRUMENT, e.occurrence());
        var instrument = e.instrument();
        to.types(instrument, Vocabulary.INSTRUMENT_CLASS);
        to.thing(instrument, Vocabulary.RDFS_LABEL, Nodes.text(e.name()));
        e.instrumentKind().ifPresent(k -> to.thing(instrument, Vocabulary.HAS_KIND, Nodes.iri(k)));
        to.thing(instrument, Vocabulary.PLACE, e.place());
    }

    static void container(ContainerRegistered e, Scribe to) {
        EventNode.write(to, Vocabulary.REGISTRATION, CONTAINER, e.occurrence());
        var container = e.container();
        to.types(container, Vocabulary.CONTAINER);
        to.thing(container, Vocabulary.HAS_KIND, Nodes.iri(e.containerKind()));
        to.thing(container, Vocabulary.RDFS_LABEL, e.name());
        to.event(Vocabulary.MEMBERSHIP_OF, to.link(container));
        e.inside().ifPresent(place -> EventNode.into(to, place));
        int n = 0;
        for (var placement : e.placements()) {
            var node = to.event + "/placement/" + ++n;
            to.event(Vocabulary.HAS_PLACEMENT, Nodes.iri(node));
            to.ofEvent(node, Vocabulary.RDF_TYPE, Nodes.iri(Vocabulary.PLACEMENT));
            to.ofEvent(node, Vocabulary.ON_SAMPLE, to.link(placement.sample()));
            to.ofEvent(node, Vocabulary.CONTAINER_POSITION, Nodes.text(placement.position()));
        }
    }

    static void source(SourceImported e, Scribe to) {
        EventNode.write(to, Vocabulary.SOURCE_IMPORT, IMPORT, e.occurrence());
        var source = e.source();
        to.event(Vocabulary.PROV_USED, to.link(source));
        to.types(source, Vocabulary.SOURCE);
        to.thing(source, Vocabulary.DCTERMS_TITLE, Nodes.text(e.title()));
        to.thing(source, Vocabulary.RDFS_LABEL, Nodes.text(e.title()));
        to.thing(source, Vocabulary.DCTERMS_SOURCE, e.location());
        to.thing(source, Vocabulary.SHA256, e.sha256());
        to.thing(source, Vocabulary.DCAT_VERSION, e.sourceVersion());
        to.thing(source, Vocabulary.DCTERMS_IDENTIFIER, e.doi());
        to.thing(source, Vocabulary.DCTERMS_LICENSE, e.licence());
        e.attribution().ifPresent(a -> to.thing(source, Terms.ATTRIBUTION, Nodes.text(a)));
        to.event(Terms.IMPORTER, Nodes.text(e.importer()));
        to.event(Terms.WHOLE_SOURCE, Nodes.bool(e.wholeSource()));
        e.counts()
                .forEach((name, count) ->
                        to.event(Terms.IMPORT_COUNT, Nodes.text(name + "=" + count)));
    }

    static void annotated(Annotated e, Scribe to) {
        EventNode.write(to, Vocabulary.ANNOTATION, ANNOTATE, e.occurrence());
        to.event(Vocabulary.RDFS_COMMENT, Nodes.text(e.text()));
        e.records().forEach(r -> to.event(Vocabulary.ABOUT, Nodes.iri(to.iris.of(r))));
        EventNode.onSamples(to, e.samples());
        e.tags().forEach(tag -> to.event(Terms.TAG, Nodes.text(tag)));
        e.batch()
                .ifPresent(batch -> {
                    to.event(Terms.BATCH_RULE, Nodes.text(EventCodec.text(batch.rule())));
                    to.event(Terms.BATCH_EVENTS, Nodes.integer(batch.events()));
                });
    }

    static void accessChanged(AccessChanged e, Scribe to) {
        EventNode.write(to, Vocabulary.ACCESS_CHANGE, ACCESS, e.occurrence());
        e.records().forEach(r -> to.event(Vocabulary.ABOUT, Nodes.iri(to.iris.of(r))));
        to.event(Vocabulary.DCTERMS_ACCESS_RIGHTS, Nodes.text(e.label()));
        e.embargoUntil().ifPresent(t -> to.event(Vocabulary.EMBARGO_UNTIL, Nodes.time(t)));
        to.event(Vocabulary.DCTERMS_LICENSE, e.licence());
    }
}
