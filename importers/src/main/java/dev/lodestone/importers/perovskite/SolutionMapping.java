package dev.lodestone.importers.perovskite;

import dev.lodestone.events.Nature;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SamplesMerged;
import dev.lodestone.events.SampleEvent.SamplesMerged.Input;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.ScopedName;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.importers.perovskite.PerovskiteEntry.Kind;
import dev.lodestone.ontology.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A solution, mixed of lots of chemicals and of other solutions.
final class SolutionMapping {
    private static final List<String> ROWS =
            List.of("solvent", "solute", "additive", "other_solution");

    private final Collected into;
    private final Fields fields;
    private final Fields part;
    private final Map<SampleId, Input> inputs = new LinkedHashMap<>();

    SolutionMapping(Collected into) {
        this.into = into;
        this.fields = into.fields();
        this.part = fields.part();
    }

    MappedEntry map() {
        for (var list : ROWS) {
            var rows = fields.at("/data/" + list);
            for (int i = 0; i < rows.size(); i++) {
                row("/data/" + list + "/" + i, list.equals("other_solution"));
            }
        }
        fields.drop("/data/components", "the rows again, for NOMAD's overview");
        part.text("/data/name");
        part.text("/data/lab_id");
        var occurrence = Occurrence.at(LabDays.of(into, "/data/datetime", part));
        var result =
                new SampleDescription(
                        into.laboratory().sample(into.entry()),
                        Optional.of(Term.of("lsk:Solution")),
                        into.laboratory().names(into.entry()),
                        Nature.PHYSICAL,
                        Optional.empty(),
                        Optional.empty());
        into.add(
                into.key("sample"),
                inputs.size() < 2
                        ? new SampleRegistered(occurrence, List.of(result))
                        : new SamplesMerged(
                                occurrence,
                                List.copyOf(inputs.values()),
                                result,
                                Term.of("lsk:Mixing"),
                                List.of()),
                part,
                "/data");
        return into.mapped(into.key("sample"));
    }

    private void row(String at, boolean solution) {
        var sample = solution ? otherSolution(at) : lot(at);
        if (sample.isEmpty()) {
            into.find(at, "The row names nothing that was used.");
            return;
        }
        var amount =
                solution
                        ? into.amount(part, at + "/solution_volume", "unit:MilliL")
                        : into.amount(part, at + "/chemical_volume", "unit:MilliL")
                                .or(() -> into.amount(part, at + "/chemical_mass", "unit:MilliGM"));
        if (inputs.containsKey(sample.get())) {
            into.find(at, "The same is used twice; the amount of the first row is taken.");
            return;
        }
        inputs.put(sample.get(), new Input(sample.get(), amount.filter(this::said), false));
    }

    private boolean said(Quantity amount) {
        return amount.value().signum() >= 0;
    }

    /// The lot of a chemical: by the laboratory's id, by reference, or known by that id alone.
    private Optional<SampleId> lot(String at) {
        var id = part.text(at + "/chemical_id");
        var known =
                id.flatMap(lab -> into.laboratory().byLabId(lab, Kind.MATERIAL))
                        .or(() -> into.follow(at + "/chemical"));
        if (known.isPresent()) {
            return known.map(into.laboratory()::sample);
        }
        return id.or(() -> part.text(at + "/name"))
                .map(name -> named(name, "lsk:PrecursorLot", at));
    }

    private Optional<SampleId> otherSolution(String at) {
        var known = into.follow(at + "/solution");
        return known.map(into.laboratory()::sample)
                .or(() -> part.text(at + "/name").map(name -> named(name, "lsk:Solution", at)));
    }

    /// Something that has no archive.
    private SampleId named(String name, String form, String at) {
        var source = into.laboratory().source();
        var id = ItemKey.sample(source, "named|" + name);
        into.add(
                new ItemKey(source, "named/" + name, "sample"),
                new SampleRegistered(
                        Occurrence.UNKNOWN,
                        List.of(
                                SampleDescription.of(
                                        id, Term.of(form), new ScopedName(source.value(), name)))),
                name + "\n" + form,
                at);
        return id;
    }
}
