package dev.lodestone.importers.perovskite;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.MaterialId;
import dev.lodestone.events.Nature;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.Subject;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.events.Uuids;
import dev.lodestone.events.Value;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Archives that describe a thing: a chemical, a perovskite, a substrate, a cell on it.
final class ThingMapping {
    private static final String UNKNOWN = "The archive does not say how its values were obtained.";

    private final Collected into;
    private final Fields fields;

    ThingMapping(Collected into) {
        this.into = into;
        this.fields = into.fields();
    }

    /// A chemical, and the lot of it that the laboratory has.
    MappedEntry material() {
        var part = fields.part();
        var material = materialId();
        var names = new ArrayList<ScopedName>();
        part.text("/data/name")
                .ifPresent(name ->
                        names.add(
                                new ScopedName(
                                        into.laboratory().source().value() + "/name", name)));
        part.text("/data/cas_number").ifPresent(cas -> names.add(new ScopedName("CAS", cas)));
        into.add(
                into.key("material"),
                new MaterialRegistered(
                        Occurrence.UNKNOWN, material, Optional.empty(), names, Optional.empty()),
                part,
                "/data");
        registered("lsk:PrecursorLot", Optional.of(material), Optional.empty());
        asserted(Subject.of(material), "/data/density", "lsp:massDensity", "unit:GM-PER-CentiM3");
        return into.mapped(into.key("sample"));
    }

    /// A perovskite by its ions; no sample.
    MappedEntry composition() {
        var part = fields.part();
        var formula = new StringBuilder();
        for (var site : List.of("ions_a_site", "ions_b_site", "ions_x_site")) {
            var ions = fields.at("/data/" + site);
            for (int i = 0; i < ions.size(); i++) {
                var at = "/data/" + site + "/" + i;
                part.text(at + "/abbreviation").ifPresent(formula::append);
                var coefficient = Fields.asText(part.at(at + "/coefficient"));
                if (part.has(at + "/coefficient")) {
                    part.use(at + "/coefficient");
                    formula.append(coefficient.equals("1") ? "" : coefficient);
                }
            }
        }
        into.add(
                into.key("material"),
                new MaterialRegistered(
                        Occurrence.UNKNOWN,
                        materialId(),
                        formula.isEmpty() ? Optional.empty() : Optional.of(formula.toString()),
                        List.of(),
                        Optional.empty()),
                part,
                "/data");
        asserted(Subject.of(materialId()), "/data/band_gap", "lsp:bandGap", "unit:EV");
        return into.mapped(into.key("material"));
    }

    /// A substrate; the cells it lists are told by their own archives.
    MappedEntry substrate() {
        registered("lsk:Substrate", Optional.empty(), Optional.empty());
        var cells = fields.at("/data/cell_areas");
        for (int i = 0; i < cells.size(); i++) {
            into.follow("/data/cell_areas/" + i + "/reference");
        }
        return into.mapped(into.key("sample"));
    }

    /// A cell: a region of the one substrate that lists it, else a sample by itself.
    MappedEntry cellArea() {
        var substrates = into.laboratory().substratesOf(into.entry());
        if (substrates.size() != 1) {
            into.find(
                    "/data",
                    substrates.isEmpty()
                            ? "No substrate lists this cell, so it is not known where it lies."
                            : "The cell is listed by %d substrates, so it is not known where it lies."
                                    .formatted(substrates.size()));
        }
        registered(
                "lsk:Cell",
                Optional.empty(),
                substrates.size() == 1
                        ? Optional.of(into.laboratory().sample(substrates.getFirst()))
                        : Optional.empty());
        fields.drop("/data/ref/name_of_person_entering_the_data", "names of people");
        var documents = fields.at("/data/documents");
        for (int i = 0; i < documents.size(); i++) {
            into.document("/data/documents/" + i + "/document");
        }
        var part = fields.part();
        var values =
                Stream.of(
                                into.value(
                                        part,
                                        "/data/perovskite/band_gap",
                                        "lsp:bandGap",
                                        "unit:EV",
                                        HowKnown.UNVERIFIED),
                                into.value(
                                        part,
                                        "/data/perovskite/thickness",
                                        "lsp:filmThickness",
                                        "unit:NanoM",
                                        HowKnown.UNVERIFIED))
                        .flatMap(Optional::stream)
                        .map(value -> value.noting("of the perovskite layer"))
                        .toList();
        assertion(Subject.of(into.laboratory().sample(into.entry())), values, part);
        return into.mapped(into.key("sample"));
    }

    private void registered(
            String form, Optional<MaterialId> represents, Optional<SampleId> regionOf) {
        var part = fields.part();
        Stream.of("/data/name", "/data/lab_id").filter(part::has).forEach(part::use);
        into.add(
                into.key("sample"),
                new SampleRegistered(
                        Occurrence.UNKNOWN,
                        List.of(
                                new SampleDescription(
                                        into.laboratory().sample(into.entry()),
                                        Optional.of(Term.of(form)),
                                        into.laboratory().names(into.entry()),
                                        regionOf.isPresent() ? Nature.REGION : Nature.PHYSICAL,
                                        regionOf,
                                        represents))),
                part.content() + regionOf.map(SampleId::value).orElse(""),
                "/data");
    }

    private void asserted(Subject subject, String pointer, String property, String unit) {
        var part = fields.part();
        assertion(
                subject,
                into.value(part, pointer, property, unit, HowKnown.UNVERIFIED).stream().toList(),
                part);
    }

    private void assertion(Subject subject, List<Value> values, Fields part) {
        if (values.isEmpty()) {
            return;
        }
        into.add(
                into.key("values"),
                new ValuesAsserted(
                        Occurrence.UNKNOWN,
                        subject,
                        Optional.empty(),
                        Optional.of(UNKNOWN),
                        List.of(),
                        List.of(),
                        values),
                part,
                "/data");
    }

    private MaterialId materialId() {
        return new MaterialId(
                Uuids.named("material", into.laboratory().source().value(), into.entry().key())
                        .toString());
    }
}
