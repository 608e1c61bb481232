package dev.lodestone.importers.nomad;

import dev.lodestone.events.InstrumentId;
import dev.lodestone.events.MaterialId;
import dev.lodestone.events.Nature;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Outcome;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SamplesMerged;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.ThingEvent.InstrumentRegistered;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Entries that are things: samples, substances, instruments.
final class EntityMapping {
    private static final String DATA = "/data";
    private static final List<String> LAB_IDS = List.of("lab_id", "sample_id");
    private static final List<String> NAMES = List.of("name", "sample_name", "title");
    private static final List<String> FORMULAS =
            List.of("chemical_formula", "molecular_formula", "formula");

    private final Gathered into;
    private final Fields fields;
    private final References references;
    private final LinkedEntries linked;

    EntityMapping(Gathered into, References references, LinkedEntries linked) {
        this.into = into;
        this.fields = into.fields();
        this.references = references;
        this.linked = linked;
    }

    /// Registers a sample: as made of others where its section names at least two, else by itself.
    SampleId sample(SectionType type) {
        var id = into.source().sample(into.entry().key());
        var part = fields.part();
        var description = description(part, id, form(type), Optional.empty());
        var inputs = inputs(part);
        var reason =
                "The section names what it was made of; which step used them, when and how much"
                        + " of each is not stated.";
        into.thing(
                "sample",
                inputs.size() < 2
                        ? beginning(description, part)
                        : new SamplesMerged(
                                new Occurrence(
                                        Occurrence.UNKNOWN.labTime(),
                                        List.of(),
                                        List.of(),
                                        Outcome.UNKNOWN,
                                        Optional.of(reason),
                                        Optional.empty()),
                                inputs,
                                description,
                                Term.of("lsk:Merging"),
                                List.of()),
                part,
                DATA,
                java.util.Map.of());
        return id;
    }

    /// A sample that is a part of another begins with being taken of it.
    private SampleEvent beginning(SampleDescription description, Fields part) {
        var taking = new Kinship(into, references, linked).taking(description, part);
        return taking.isPresent()
                ? taking.get()
                : new SampleRegistered(Occurrence.UNKNOWN, List.of(description));
    }

    /// Registers the device that an entry is about which says of itself only what it can do.
    SampleId device() {
        var id = into.source().sample(into.entry().key());
        var part = fields.part();
        var scope = into.source().scope(into.entry());
        var names = new ArrayList<ScopedName>();
        first(part, LAB_IDS).ifPresent(lab -> names.add(new ScopedName(scope, lab)));
        first(part, NAMES)
                .or(() -> part.text("/metadata/entry_name"))
                .ifPresent(name -> names.add(new ScopedName(scope + "/name", name)));
        part.use("/metadata/entry_id");
        into.sample("sample", id, names, part, DATA);
        return id;
    }

    /// Registers a lot of a substance, and the substance where its formula is given.
    SampleId substance() {
        var id = into.source().sample(into.entry().key());
        var formula =
                FORMULAS.stream().map(name -> DATA + "/" + name).filter(fields::has).findFirst();
        Optional<MaterialId> material = Optional.empty();
        if (formula.isPresent()) {
            var part = fields.part();
            var name = into.source().named("material", into.entry().key());
            material = Optional.of(new MaterialId(name));
            into.thing(
                    "material",
                    new MaterialRegistered(
                            Occurrence.UNKNOWN,
                            material.get(),
                            part.text(formula.get()),
                            Stream.of("/cas_number", "/ec_number")
                                    .flatMap(at ->
                                            part
                                                    .text(DATA + at)
                                                    .map(number ->
                                                            new ScopedName(
                                                                    at.contains("cas")
                                                                            ? "CAS"
                                                                            : "EC",
                                                                    number))
                                                    .stream())
                                    .toList(),
                            Optional.empty()),
                    part,
                    DATA,
                    java.util.Map.of());
        }
        var part = fields.part();
        into.thing(
                "sample",
                new SampleRegistered(
                        Occurrence.UNKNOWN,
                        List.of(
                                description(
                                        part,
                                        id,
                                        Optional.of(Term.of("lsk:PrecursorLot")),
                                        material))),
                part,
                DATA,
                java.util.Map.of());
        return id;
    }

    /// Registers an instrument.
    void instrument() {
        var part = fields.part();
        var name =
                first(part, NAMES)
                        .or(() -> into.entry().text("/metadata/entry_name"))
                        .orElse(into.entry().mainfile());
        into.thing(
                "instrument",
                new InstrumentRegistered(
                        Occurrence.UNKNOWN,
                        new InstrumentId(into.source().named("instrument", into.entry().key())),
                        name,
                        Optional.empty(),
                        part.text(DATA + "/location")),
                part,
                DATA,
                java.util.Map.of());
    }

    static Quantity quantity(java.math.BigDecimal number, Term unit) {
        return new Quantity(number, unit, number.toString(), Optional.empty());
    }

    private SampleDescription description(
            Fields part, SampleId id, Optional<Term> form, Optional<MaterialId> material) {
        var scope = into.source().scope(into.entry());
        var names = new ArrayList<ScopedName>();
        first(part, LAB_IDS).ifPresent(lab -> names.add(new ScopedName(scope, lab)));
        first(part, NAMES).ifPresent(name -> names.add(new ScopedName(scope + "/name", name)));
        return new SampleDescription(id, form, names, Nature.PHYSICAL, Optional.empty(), material);
    }

    /// The samples this one was made of, as far as they are known.
    private List<SamplesMerged.Input> inputs(Fields part) {
        var inputs = new ArrayList<SamplesMerged.Input>();
        var followed = new ArrayList<>(references.followAll(DATA + "/chemicals", "reference"));
        followed.addAll(references.followAll(DATA + "/components", "system"));
        var seen = new java.util.HashSet<SampleId>();
        var used = new ArrayList<String>();
        for (var reference : followed) {
            linked.of(reference.entry())
                    .ifPresent(other ->
                            other.sample()
                                    .filter(seen::add)
                                    .ifPresent(sample -> {
                                        into.thing(other.things());
                                        used.add(reference.pointer());
                                        inputs.add(
                                                new SamplesMerged.Input(
                                                        sample, Optional.empty(), false));
                                    }));
        }
        if (inputs.size() > 1) {
            used.forEach(part::use);
        } else if (inputs.size() == 1) {
            into.find(
                    used.getFirst(),
                    "One constituent alone is no merge of samples; it is kept as text.");
        }
        return inputs;
    }

    private static Optional<Term> form(SectionType type) {
        if (type.isA(Set.of("Substrate"))) {
            return Optional.of(Term.of("lsk:Substrate"));
        } else if (type.isA(Set.of("ThinFilm"))) {
            return Optional.of(Term.of("lsk:Film"));
        } else if (type.isA(Set.of("Solution"))) {
            return Optional.of(Term.of("lsk:Solution"));
        }
        return Optional.empty();
    }

    private static Optional<String> first(Fields part, List<String> names) {
        return names.stream().flatMap(name -> part.text(DATA + "/" + name).stream()).findFirst();
    }
}
