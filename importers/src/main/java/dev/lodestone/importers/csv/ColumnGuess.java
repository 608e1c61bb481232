package dev.lodestone.importers.csv;

import dev.lodestone.ontology.Property;
import dev.lodestone.ontology.Unit;
import java.util.Optional;

/// What a column seems to be.
///
/// @param unit absent for words
/// @param sure from 0 to 1
/// @param why in words
record ColumnGuess(
        String column,
        Kind kind,
        Optional<Property> property,
        Optional<Unit> unit,
        double sure,
        String why) {
    /// What a column can be taken for.
    enum Kind {
        VALUE,
        IDENTITY,
        TIME,
        SUM,
        UNKNOWN
    }

    static ColumnGuess unknown(String column) {
        return new ColumnGuess(
                column, Kind.UNKNOWN, Optional.empty(), Optional.empty(), 0, "not recognised");
    }

    static ColumnGuess of(String column, Kind kind, double sure, String why) {
        return new ColumnGuess(column, kind, Optional.empty(), Optional.empty(), sure, why);
    }

    /// How sure it is, in a word.
    String word() {
        return sure >= 0.9 ? "sure" : sure >= 0.7 ? "likely" : "a guess";
    }

    /// What is only guessed is not mapped: a person has to say so.
    boolean isUsed() {
        return sure >= 0.7;
    }

    boolean isValue() {
        return kind == Kind.VALUE;
    }
}
