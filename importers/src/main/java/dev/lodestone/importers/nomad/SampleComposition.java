package dev.lodestone.importers.nomad;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.Subject;
import dev.lodestone.events.Value;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a sample's section says of its composition and surface, without saying how it was found.
final class SampleComposition {
    private static final String DATA = "/data";

    private SampleComposition() {}

    /// States it, if there is something to state.
    static void state(Gathered into, SampleId sample, SectionType type) {
        var fields = into.fields();
        var part = fields.part();
        var values = new ArrayList<Value>();
        var list = fields.at(DATA + "/elemental_composition");
        for (int i = 0; i < list.size(); i++) {
            var at = DATA + "/elemental_composition/" + i;
            var element = part.peek(at + "/element");
            for (var share : List.of("mass_fraction", "atomic_fraction")) {
                var property =
                        Term.of(
                                share.startsWith("mass")
                                        ? "lsp:massFraction"
                                        : "lsp:bulkComposition");
                if (element.isPresent()) {
                    part.number(at + "/" + share)
                            .map(number -> EntityMapping.quantity(number, Term.of("unit:FRACTION")))
                            .map(quantity -> Value.of(property, HowKnown.RECORDED, quantity))
                            .ifPresent(value -> {
                                part.use(at + "/element");
                                values.add(
                                        value.ofSpecies(element.get())
                                                .at(into.place(at + "/" + share)));
                            });
                }
            }
        }
        var surface = DATA + "/surface/surface_area";
        if (fields.at(surface).isNumber()) {
            var unit = Parameters.unit(type.subSection("surface"), "surface_area", surface, into);
            part.number(surface)
                    .map(number -> EntityMapping.quantity(number, unit))
                    .map(quantity ->
                            Value.of(
                                    Term.of("lsp:specificSurfaceArea"),
                                    HowKnown.RECORDED,
                                    quantity))
                    .map(value -> value.at(into.place(surface)))
                    .map(value ->
                            part.text(DATA + "/surface/method_surface_area_determination")
                                    .map(method -> value.noting("by " + method))
                                    .orElse(value))
                    .ifPresent(values::add);
        }
        if (!values.isEmpty()) {
            into.happened(
                    "composition",
                    new ValuesAsserted(
                            Occurrence.UNKNOWN,
                            Subject.of(sample),
                            Optional.empty(),
                            Optional.of("The entry does not say how these were found."),
                            List.of(),
                            List.of(),
                            values),
                    part,
                    DATA,
                    Map.of());
        }
    }
}
