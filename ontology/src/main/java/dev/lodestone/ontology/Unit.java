package dev.lodestone.ontology;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/// A unit of measurement with its exact way to coherent SI: SI = (value + offset) × multiplier.
/// Factors without a finite decimal form (1/60) are kept to 34 digits and results are rounded to
/// 30, so that 60 °C/min is 1 K/s and not 1.000…02.
///
/// @param symbol what people write: "mAh/g", "°C"
/// @param ucum the UCUM code
/// @param multiplier zero only for the unit "not stated", which has no SI value
/// @param dimensionVector QUDT's code, e.g. A0E1L0I0M-1H0T1D0
/// @param aliases other spellings
public record Unit(
        Term term,
        String label,
        String symbol,
        String ucum,
        BigDecimal multiplier,
        BigDecimal offset,
        String dimensionVector,
        List<String> aliases) {
    private static final MathContext WORK = new MathContext(40, RoundingMode.HALF_EVEN);
    private static final MathContext RESULT = new MathContext(30, RoundingMode.HALF_EVEN);

    public Unit {
        aliases = List.copyOf(aliases);
    }

    /// Whether values in this unit have an SI value; false only for "unit not stated".
    public boolean convertible() {
        return multiplier.signum() != 0;
    }

    /// The SI value of a value in this unit; for a temperature, the absolute one.
    ///
    /// @throws IllegalArgumentException if the unit was not stated
    public BigDecimal toSi(BigDecimal value) {
        return tidy(value.add(offset).multiply(factor()));
    }

    /// The value in this unit of an SI value.
    ///
    /// @throws IllegalArgumentException if the unit was not stated
    public BigDecimal fromSi(BigDecimal si) {
        return tidy(si.divide(factor(), WORK).subtract(offset));
    }

    /// The SI value of a difference or an uncertainty: the multiplier alone, without the offset.
    ///
    /// @throws IllegalArgumentException if the unit was not stated
    public BigDecimal differenceToSi(BigDecimal value) {
        return tidy(value.multiply(factor()));
    }

    /// The difference in this unit of one in SI: the multiplier alone, without the offset.
    ///
    /// @throws IllegalArgumentException if the unit was not stated
    public BigDecimal differenceFromSi(BigDecimal si) {
        return tidy(si.divide(factor(), WORK));
    }

    /// The value in the other unit.
    ///
    /// @throws IllegalArgumentException if the two measure different things
    public BigDecimal convert(BigDecimal value, Unit target) {
        if (!sameDimension(target)) {
            throw new IllegalArgumentException(
                    """
                    A value in %s (%s) cannot be given in %s (%s): they measure different things.\
                    """
                            .formatted(symbol, term, target.symbol, target.term));
        }
        return target.fromSi(toSi(value));
    }

    /// Whether both measure the same dimension. The unit "not stated" has none.
    public boolean sameDimension(Unit other) {
        return convertible()
                && other.convertible()
                && dimensionVector.equals(other.dimensionVector);
    }

    /// The SI value as a double, computed exactly and rounded once.
    public double siDouble(BigDecimal value) {
        return toSi(value).doubleValue();
    }

    private BigDecimal factor() {
        if (!convertible()) {
            throw new IllegalArgumentException(
                    "The unit was not stated (%s), so there is no SI value.".formatted(term));
        }
        return multiplier;
    }

    private static BigDecimal tidy(BigDecimal value) {
        return value.round(RESULT).stripTrailingZeros();
    }
}
