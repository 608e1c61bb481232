package dev.lodestone.importers.csv;

import dev.lodestone.events.HowKnown;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.LearningEvent.ModelTrained;
import dev.lodestone.events.LearningEvent.ValuesPredicted;
import dev.lodestone.events.LearningEvent.ValuesPredicted.Prediction;
import dev.lodestone.events.ModelId;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.Uuids;
import dev.lodestone.events.Value;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.csv.PredictionsMapping.PredictedSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// The entries of a table of predictions: the model, then each set of them as one event. Rows have
/// no identity in such a table, so a set is compared as a whole. A row with a cell that cannot be
/// read is refused and its set goes without it.
final class PredictionTable {
    private static final String MODEL = "model";

    private final PredictionsMapping mapping;
    private final CellNumbers numbers;
    private final ModelId model;
    private final Map<String, List<Pair>> pairs = new LinkedHashMap<>();
    private final List<SourceEntry> refused = new ArrayList<>();

    PredictionTable(PredictionsMapping mapping, Table table) {
        this.mapping = mapping;
        this.numbers = new CellNumbers(mapping.form());
        this.model = new ModelId(Uuids.named(mapping.about().source().value(), MODEL).toString());
        mapping.sets().keySet().forEach(set -> pairs.put(set, new ArrayList<>()));
        while (table.hasNext()) {
            try {
                var row = table.next();
                mapping.sets().forEach((name, set) -> read(row, name, set));
            } catch (RefusedEntry e) {
                refused.add(SourceEntry.refused(e));
            }
        }
    }

    private record Reading(BigDecimal value, String text, String locator) {}

    private record Pair(Reading predicted, Optional<Reading> actual) {}

    private void read(TableRow row, String name, PredictedSet set) {
        try {
            var predicted = number(row, set.predicted());
            var actual = number(row, set.actual());
            if (predicted.isPresent()) {
                java.util.Objects.requireNonNull(pairs.get(name))
                        .add(new Pair(predicted.get(), actual));
            } else if (actual.isPresent()) {
                throw row.refused(
                        set.predicted(),
                        "The cell is empty beside an actual value (%s)."
                                .formatted(actual.get().text()),
                        "the two columns were not pasted side by side.");
            }
        } catch (RefusedEntry e) {
            refused.add(SourceEntry.refused(e));
        }
    }

    /// A number, printed alone or as an array of one: `[155.34]`, `[[270.]]`.
    private Optional<Reading> number(TableRow row, String column) {
        var cell = row.cell(column);
        var text = cell;
        while (text.startsWith("[") && text.endsWith("]") && text.length() > 2) {
            text = text.substring(1, text.length() - 1).strip();
        }
        if (numbers.isMissing(text)) {
            return Optional.empty();
        }
        var inner = row.with(column, text);
        return Optional.of(new Reading(numbers.number(inner, column), cell, row.locator(column)));
    }

    List<SourceEntry> entries() {
        var entries = new ArrayList<SourceEntry>();
        var training = key(MODEL, "training");
        entries.add(entry("model", training, trained(), mapping.model().toString(), Set.of()));
        pairs.forEach((name, list) -> {
            var set = java.util.Objects.requireNonNull(mapping.sets().get(name));
            if (!list.isEmpty()) {
                entries.add(
                        entry(
                                "columns %s and %s".formatted(set.actual(), set.predicted()),
                                key(MODEL, "predictions-" + name),
                                predicted(set, list, training),
                                content(list),
                                Set.of(set.actual(), set.predicted())));
            }
        });
        entries.addAll(refused);
        return entries;
    }

    private ItemKey key(String entity, String role) {
        return new ItemKey(mapping.about().source(), entity, role);
    }

    private static SourceEntry entry(
            String locator,
            ItemKey key,
            ProvenanceEvent event,
            String content,
            Set<String> fields) {
        var mapped =
                new MappedEntry(
                        List.of(MappedItem.of(key, event, content, locator)),
                        fields,
                        List.of(),
                        List.of());
        return new SourceEntry() {
            @Override
            public String locator() {
                return locator;
            }

            @Override
            public MappedEntry map() {
                return mapped;
            }
        };
    }

    private ModelTrained trained() {
        var about = mapping.model();
        return new ModelTrained(
                Occurrence.UNKNOWN,
                model,
                about.name(),
                Optional.empty(),
                Optional.of(about.trainingRowsUnpublished()),
                about.algorithm(),
                about.library(),
                Optional.empty(),
                Map.of(),
                OptionalLong.empty(),
                about.split(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    private ValuesPredicted predicted(PredictedSet set, List<Pair> list, ItemKey training) {
        return new ValuesPredicted(
                Occurrence.at(LabTime.UNKNOWN.withAfter(training.event())),
                model,
                list.stream()
                        .map(pair ->
                                new Prediction(
                                        Optional.empty(),
                                        value(pair.predicted(), HowKnown.PREDICTED)
                                                .noting(set.note()),
                                        List.of(),
                                        List.of(),
                                        Optional.empty(),
                                        pair.actual()
                                                .map(actual ->
                                                        value(actual, mapping.actualBasis()))))
                        .toList());
    }

    private Value value(Reading number, HowKnown basis) {
        return Value.of(
                        mapping.property(),
                        basis,
                        new Quantity(
                                number.value(), mapping.unit(), number.text(), Optional.empty()))
                .at(number.locator());
    }

    private static String content(List<Pair> list) {
        return list.stream()
                .map(pair ->
                        CellNumbers.canonical(pair.predicted().value())
                                + "="
                                + pair.actual()
                                        .map(a -> CellNumbers.canonical(a.value()))
                                        .orElse(""))
                .collect(Collectors.joining("/"));
    }
}
