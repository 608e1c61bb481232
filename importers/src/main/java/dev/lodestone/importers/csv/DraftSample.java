package dev.lodestone.importers.csv;

import dev.lodestone.importers.csv.ColumnGuess.Kind;
import dev.lodestone.ontology.Facet;
import dev.lodestone.ontology.Property;
import java.util.HashMap;
import java.util.List;

/// What tells the samples of a table apart, as far as its columns are recognised.
final class DraftSample {
    private final TableSketch sketch;
    private final List<ColumnGuess> columns;

    DraftSample(TableSketch sketch, List<ColumnGuess> columns) {
        this.sketch = sketch;
        this.columns = columns;
    }

    /// The columns that make a sample.
    List<String> key() {
        var named =
                columns.stream()
                        .filter(guess -> guess.kind() == Kind.IDENTITY && isFull(guess.column()))
                        .filter(guess -> guess.sure() > 0.8)
                        .map(ColumnGuess::column)
                        .limit(1)
                        .toList();
        return named.isEmpty() ? made() : named;
    }

    private boolean isFull(String column) {
        return sketch.given(column).size() == sketch.rows().size();
    }

    /// Without a name for samples: what they are made of and how they were made tells them apart.
    private List<String> made() {
        var key =
                columns.stream()
                        .filter(ColumnGuess::isUsed)
                        .filter(guess ->
                                guess.kind() == Kind.IDENTITY
                                        || guess.property()
                                                .filter(DraftSample::isOfTheSample)
                                                .isPresent())
                        .map(ColumnGuess::column)
                        .filter(this::isFull)
                        .toList();
        return !key.isEmpty()
                ? key
                : columns.stream().map(ColumnGuess::column).filter(this::isFull).limit(1).toList();
    }

    private static boolean isOfTheSample(Property property) {
        return property.facet() == Facet.PROCESSING || property.facet() == Facet.STRUCTURE;
    }

    /// Whether all rows of a sample say the same of how it was made and is built.
    boolean isConstant() {
        var ofSample =
                columns.stream()
                        .filter(ColumnGuess::isUsed)
                        .filter(guess ->
                                guess.property().filter(DraftSample::isOfTheSample).isPresent())
                        .map(ColumnGuess::column)
                        .toList();
        var key = key();
        var seen = new HashMap<List<String>, List<String>>();
        for (var row : sketch.rows()) {
            var made = ofSample.stream().map(row::cell).toList();
            var before = seen.putIfAbsent(key.stream().map(row::cell).toList(), made);
            if (before != null && !before.equals(made)) {
                return false;
            }
        }
        return true;
    }
}
