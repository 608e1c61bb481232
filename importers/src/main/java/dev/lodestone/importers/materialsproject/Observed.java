package dev.lodestone.importers.materialsproject;

import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Value;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.List;

/// Which entries of other databases a material is held to be, and whether it was ever made. That is
/// claimed where the document says so (`theoretical` false) and names an entry of the ICSD, the
/// database of structures found by experiment.
final class Observed {
    private static final Term STATUS = Term.of("lsp:experimentalStatus");
    private static final Term DATABASE_ENTRY = Term.of("lsp:databaseEntry");

    private Observed() {}

    static List<Value> values(Fields part) {
        var values = new ArrayList<Value>();
        status(part, values);
        for (var database : part.at("/database_IDs").propertyNames()) {
            var at = "/database_IDs/" + Fields.escaped(database);
            int entries = part.at(at).size();
            for (int i = 0; i < entries; i++) {
                var entry = at + "/" + i;
                part.text(entry)
                        .map(id -> Value.ofText(DATABASE_ENTRY, HowKnown.EXTRACTED, id).at(entry))
                        .ifPresent(values::add);
            }
        }
        return values;
    }

    private static void status(Fields part, List<Value> values) {
        var theoretical = part.at("/theoretical");
        int entries = part.at("/database_IDs/icsd").size();
        if (!theoretical.isBoolean()) {
            return;
        }
        if (theoretical.booleanValue()) {
            part.use("/theoretical");
            values.add(
                    Value.of(STATUS, HowKnown.EXTRACTED, Term.of("lsk:NoExperimentKnown"))
                            .at("/theoretical"));
        } else if (entries > 0) {
            part.use("/theoretical");
            values.add(
                    Value.of(STATUS, HowKnown.EXTRACTED, Term.of("lsk:ExperimentallyObserved"))
                            .at("/theoretical")
                            .noting("by %d entries of the ICSD".formatted(entries)));
        }
    }
}
