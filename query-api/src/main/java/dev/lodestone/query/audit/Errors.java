package dev.lodestone.query.audit;

import dev.lodestone.events.Value;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.query.learning.Cell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/// How far a prediction was off.
final class Errors {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Errors() {}

    /// Predicted minus actual, in the unit of the prediction.
    static Optional<BigDecimal> of(Value predicted, Value actual) {
        var unit =
                Cell.unitOf(predicted).flatMap(term -> Ontology.lodestone().findUnit(term.curie()));
        return AuditWords.inUnit(predicted, unit)
                .flatMap(said ->
                        AuditWords.inUnit(actual, unit)
                                .map(was -> AuditWords.plain(said.subtract(was))));
    }

    /// The same of the actual value, in percent.
    static Optional<BigDecimal> percent(Value predicted, Value actual) {
        var unit =
                Cell.unitOf(predicted).flatMap(term -> Ontology.lodestone().findUnit(term.curie()));
        return of(predicted, actual)
                .flatMap(error ->
                        AuditWords.inUnit(actual, unit)
                                .filter(was -> was.signum() != 0)
                                .map(was ->
                                        error.multiply(HUNDRED)
                                                .divide(was.abs(), MathContext.DECIMAL32)));
    }
}
