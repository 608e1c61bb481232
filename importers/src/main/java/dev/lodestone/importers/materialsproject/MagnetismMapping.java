package dev.lodestone.importers.materialsproject;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Subject;
import dev.lodestone.events.Value;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.importers.materialsproject.MpDocument.MagnetismEntry;
import java.util.ArrayList;
import java.util.List;

/// A magnetism document as values of its material: those that a summary repeats of it, joined to
/// the same calculation. Moments of sites are kept as text.
final class MagnetismMapping {
    private final MagnetismEntry entry;
    private final Fields fields;

    private MagnetismMapping(MagnetismEntry entry) {
        this.entry = entry;
        this.fields = new Fields(entry.json());
    }

    /// Maps a magnetism document.
    ///
    /// @param registered whether a summary at hand registers the material
    /// @throws RefusedEntry if it states no value
    static MappedEntry map(MagnetismEntry entry, boolean registered) {
        return new MagnetismMapping(entry).mapped(registered);
    }

    private MappedEntry mapped(boolean registered) {
        var items = new ArrayList<MappedItem>();
        var entity = "magnetism/" + entry.material().decimal();
        var material = SummaryMapping.material(entry.material());
        if (!registered) {
            items.add(
                    SummaryMapping.registered(
                            entity, entry.material(), fields.part(), entry.place()));
        }
        var part = fields.part();
        part.use("/material_id");
        var values = values(part);
        if (values.isEmpty()) {
            throw new RefusedEntry(
                    entry.place(),
                    "The magnetism document states neither a magnetization nor an ordering that is known.",
                    "they were left out of _fields in the query.");
        }
        var origin = Origin.of(part, SummaryGroup.MAGNETISM);
        fields.drop("/_id", "the database's internal id");
        fields.drop("/structure", "the summary of the material keeps it");
        var rest = fields.rest(SummaryMapping.LONGEST_TEXT);
        items.add(
                MappedItem.of(
                                new ItemKey(SummaryMapping.SOURCE, entity, "values"),
                                new ValuesAsserted(
                                        Occurrence.UNKNOWN,
                                        Subject.of(material),
                                        origin.task()
                                                .map(task -> SummaryMapping.task(task).event()),
                                        origin.unknown(),
                                        List.of(),
                                        List.of(),
                                        values),
                                part.content() + BuildDates.leftOut(rest),
                                entry.place())
                        .keeping(rest));
        var findings = new ArrayList<Finding>();
        Deprecation.finding(fields, entry.place(), "magnetism of (%s)".formatted(entry.material()))
                .ifPresent(findings::add);
        return new MappedEntry(items, fields.mapped(), fields.dropped(), findings);
    }

    private static List<Value> values(Fields part) {
        var values = new ArrayList<Value>();
        for (var scalar : SummaryGroup.MAGNETISM.scalars()) {
            MpTerms.value(part, scalar.pointer(), scalar.property(), scalar.unit(), scalar.basis())
                    .ifPresent(values::add);
        }
        values.addAll(SummaryWords.of(part, SummaryGroup.MAGNETISM, values));
        return values;
    }
}
