package dev.lodestone.query.learning;

import dev.lodestone.events.CellRef;
import dev.lodestone.events.CellRole;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen.Column;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen.Row;
import dev.lodestone.events.Value;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rows as a model sees them: numbers in the units people use for each property.
///
/// @param features what each number of an example's inputs is
/// @param target what is predicted
public record FeatureTable(Measure target, List<Measure> features, List<Example> examples) {
    public FeatureTable {
        features = List.copyOf(features);
        examples = List.copyOf(examples);
    }

    /// A property in a unit.
    public record Measure(Term property, Unit unit) {
        static Measure of(Term property) {
            var known = Ontology.lodestone().property(property);
            return new Measure(
                    property,
                    known.displayUnit()
                            .or(known::canonicalUnit)
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "The property (%s) is not a number."
                                                    .formatted(property))));
        }

        /// The number in the unit; absent where the value is no number, or of no stated unit.
        Optional<Double> of(Value value) {
            return value.content() instanceof Value.Content.Number(var quantity)
                    ? Ontology.lodestone()
                            .findUnit(quantity.unit().curie())
                            .filter(stated -> stated.sameDimension(unit))
                            .map(stated -> stated.convert(quantity.value(), unit).doubleValue())
                    : Optional.empty();
        }

        /// `sinteringTemperature [°C]`.
        public String words() {
            return property.localName()
                    + (unit.symbol().isBlank() ? "" : " [" + unit.symbol() + "]");
        }
    }

    /// One row in numbers.
    public record Example(Row row, List<Double> inputs, double target) {
        public Example {
            inputs = List.copyOf(inputs);
        }
    }

    /// The rows in numbers; rows that are not all numbers are left out.
    public static FeatureTable of(List<Column> columns, List<Row> rows, LogRecords records) {
        var measures = columns.stream().map(column -> Measure.of(column.property())).toList();
        int target = targetIndex(columns);
        records.prepare(
                rows.stream()
                        .flatMap(row -> row.cells().stream())
                        .map(CellRef::record)
                        .distinct()
                        .toList());
        var examples = new ArrayList<Example>();
        for (var row : rows) {
            var numbers = numbers(measures, row, records);
            if (numbers.size() == columns.size()) {
                var inputs = new ArrayList<>(numbers);
                inputs.remove(target);
                examples.add(new Example(row, inputs, numbers.get(target)));
            }
        }
        var features = new ArrayList<>(measures);
        features.remove(target);
        return new FeatureTable(measures.get(target), features, examples);
    }

    /// Which column is the target.
    public static int targetIndex(List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).role() == CellRole.TARGET) {
                return i;
            }
        }
        throw new IllegalArgumentException("None of the columns is a target.");
    }

    private static List<Double> numbers(List<Measure> measures, Row row, LogRecords records) {
        var numbers = new ArrayList<Double>();
        for (int i = 0; i < measures.size(); i++) {
            var measure = measures.get(i);
            records.cell(row.cells().get(i))
                    .flatMap(cell -> measure.of(cell.value()))
                    .ifPresent(numbers::add);
        }
        return numbers;
    }
}
