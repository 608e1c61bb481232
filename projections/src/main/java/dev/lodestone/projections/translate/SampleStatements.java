package dev.lodestone.projections.translate;

import dev.lodestone.events.Quantity;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleDestroyed;
import dev.lodestone.events.SampleEvent.SampleIdentified;
import dev.lodestone.events.SampleEvent.SampleLinked;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SampleSplit;
import dev.lodestone.events.SampleEvent.SampleStored;
import dev.lodestone.events.SampleEvent.SampleTransported;
import dev.lodestone.events.SampleEvent.SamplesMerged;
import dev.lodestone.events.SampleId;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the events of samples say, each for itself.
final class SampleStatements {
    private static final Term REGISTER = Term.of("lsk:RegisterSample");
    private static final Term IDENTIFY = Term.of("lsk:IdentifySample");
    private static final Term LINK = Term.of("lsk:LinkSample");
    private static final Term STORE = Term.of("lsk:StorageKind");
    private static final Term TRANSPORT = Term.of("lsk:TransportKind");
    private static final Term HAND_OVER = Term.of("lsk:HandOver");
    private static final Term DESTROY = Term.of("lsk:DestructionKind");

    private SampleStatements() {}

    static void registered(SampleRegistered e, Scribe to) {
        EventNode.write(to, Vocabulary.REGISTRATION, REGISTER, e.occurrence());
        for (var sample : e.samples()) {
            to.event(Vocabulary.ON_SAMPLE, to.link(sample.sample()));
            sample.regionOf().ifPresent(of -> to.event(Vocabulary.ON_SAMPLE, to.link(of)));
            describe(sample, to);
        }
    }

    private static void describe(SampleDescription sample, Scribe to) {
        var id = sample.sample();
        to.types(
                id,
                switch (sample.nature()) {
                    case PHYSICAL -> Vocabulary.SAMPLE;
                    case VIRTUAL -> Vocabulary.VIRTUAL_SAMPLE;
                    case REGION -> Vocabulary.SAMPLE_REGION;
                });
        sample.form().ifPresent(form -> to.thing(id, Vocabulary.HAS_KIND, Nodes.iri(form)));
        to.names(id, sample.names());
        sample.regionOf()
                .ifPresent(of -> {
                    to.thing(id, Vocabulary.REGION_OF, to.link(of));
                    to.thing(id, Vocabulary.DERIVED_FROM_SAMPLE, to.link(of));
                });
        sample.where().ifPresent(where -> RegionStatements.write(id, where, to));
        sample.represents().ifPresent(m -> to.thing(id, Vocabulary.REPRESENTS, to.link(m)));
        sample.amount().ifPresent(amount -> amount(id, amount, to));
    }

    /// How much entered of what the event brings in, or was taken of what it uses.
    private static void amount(SampleId sample, Quantity amount, Scribe to) {
        var node = to.iris.input(to.recorded.event(), sample);
        to.event(Vocabulary.AMOUNT, Nodes.iri(node));
        to.ofEvent(node, Vocabulary.RDF_TYPE, Nodes.iri(Vocabulary.PROV_ENTITY));
        to.ofEvent(node, Vocabulary.ON_SAMPLE, to.link(sample));
        DataNodes.amount(to, node, amount);
    }

    static void identified(SampleIdentified e, Scribe to) {
        EventNode.write(to, Vocabulary.IDENTIFICATION, IDENTIFY, e.occurrence());
        to.event(Vocabulary.ON_SAMPLE, to.link(e.sample()));
        to.names(e.sample(), e.names());
        e.sameAs().forEach(same -> to.thing(e.sample(), Vocabulary.SAME_AS, to.link(same)));
    }

    static void linked(SampleLinked e, Scribe to) {
        EventNode.write(to, Vocabulary.IDENTIFICATION, LINK, e.occurrence());
        to.event(Vocabulary.ON_SAMPLE, to.link(e.sample()));
        to.thing(e.sample(), Vocabulary.REPRESENTS, to.link(e.material()));
    }

    static void processed(SampleProcessed e, Scribe to) {
        var type = to.words.eventClass(e.process(), Vocabulary.PROCESSING);
        EventNode.write(to, type, e.process(), e.occurrence());
        var samples = EventNode.participants(to, e.participants());
        var data = new DataNodes(to, List.of());
        data.parameters(e.process(), samples);
        EventNode.duration(to, e.occurrence().labTime(), data.duration());
        to.files(e.files());
    }

    static void stored(SampleStored e, Scribe to) {
        EventNode.write(to, Vocabulary.STORAGE, STORE, e.occurrence());
        var samples = EventNode.participants(to, e.participants());
        to.event(Vocabulary.PLACE, e.place());
        e.inside().ifPresent(place -> EventNode.into(to, place));
        var data = new DataNodes(to, List.of());
        data.parameters(STORE, samples);
        EventNode.duration(to, e.occurrence().labTime(), data.duration());
    }

    static void transported(SampleTransported e, Scribe to) {
        var kind = e.handOverOnly() ? HAND_OVER : TRANSPORT;
        EventNode.write(to, Vocabulary.TRANSPORT, kind, e.occurrence());
        var samples = EventNode.participants(to, e.participants());
        to.event(Vocabulary.FROM_PLACE, e.from());
        to.event(Vocabulary.TO_PLACE, e.to());
        e.into().ifPresent(place -> EventNode.into(to, place));
        e.handedOverBy().ifPresent(who -> to.event(Vocabulary.HANDED_OVER_BY, to.link(who)));
        e.custodian().ifPresent(who -> to.event(Vocabulary.CUSTODIAN, to.link(who)));
        var data = new DataNodes(to, List.of());
        data.parameters(kind, samples);
        EventNode.duration(to, e.occurrence().labTime(), data.duration());
    }

    static void measured(SampleMeasured e, Scribe to) {
        var type = to.words.eventClass(e.method(), Vocabulary.MEASUREMENT);
        EventNode.write(to, type, e.method(), e.occurrence());
        var samples = EventNode.participants(to, e.participants());
        to.event(
                Vocabulary.EFFECT,
                Nodes.iri(
                        switch (e.effect()) {
                            case NONE -> Vocabulary.EFFECT_NONE;
                            case ALTERS -> Vocabulary.EFFECT_ALTERS;
                            case CONSUMES -> Vocabulary.EFFECT_CONSUMES;
                        }));
        var data = new DataNodes(to, e.components());
        data.parameters(e.method(), Set.of());
        data.results(samples, false);
        EventNode.duration(to, e.occurrence().labTime(), data.duration());
        to.files(e.files());
    }

    static void split(SampleSplit e, Scribe to) {
        EventNode.write(to, Vocabulary.SPLIT_CLASS, e.process(), e.occurrence());
        var samples = new ArrayList<SampleId>();
        samples.add(e.parent());
        for (var part : e.parts()) {
            samples.add(part.sample());
            describe(part, to);
            to.thing(part.sample(), Vocabulary.DERIVED_FROM_SAMPLE, to.link(e.parent()));
        }
        EventNode.onSamples(to, samples);
        if (e.parentConsumed()) {
            to.event(Vocabulary.CONSUMED_PARENT, to.link(e.parent()));
        }
        var data = new DataNodes(to, List.of());
        data.parameters(e.process(), samples);
        EventNode.duration(to, e.occurrence().labTime(), data.duration());
    }

    static void merged(SamplesMerged e, Scribe to) {
        EventNode.write(to, Vocabulary.MERGE, e.process(), e.occurrence());
        describe(e.result(), to);
        var result = e.result().sample();
        var samples = new ArrayList<SampleId>();
        for (var input : e.inputs()) {
            samples.add(input.sample());
            to.thing(result, Vocabulary.DERIVED_FROM_SAMPLE, to.link(input.sample()));
            if (input.wholly()) {
                to.event(Vocabulary.CONSUMED_PARENT, to.link(input.sample()));
            }
            input.amount().ifPresent(amount -> amount(input.sample(), amount, to));
        }
        samples.add(result);
        EventNode.onSamples(to, samples);
        var data = new DataNodes(to, List.of());
        data.parameters(e.process(), samples);
        EventNode.duration(to, e.occurrence().labTime(), data.duration());
    }

    static void destroyed(SampleDestroyed e, Scribe to) {
        EventNode.write(to, Vocabulary.DESTRUCTION, DESTROY, e.occurrence());
        EventNode.participants(to, e.participants());
    }
}
