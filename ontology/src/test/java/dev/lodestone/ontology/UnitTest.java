package dev.lodestone.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {
    private final Ontology ontology = Ontology.lodestone();

    @ParameterizedTest(name = "{1} {0} is {2}")
    @CsvSource(
            quoteCharacter = '~',
            textBlock =
                    """
                    unit:MicroM, 9.8, 9.8E-6
                    unit:DEG_C, 850, 1123.15
                    unit:MilliA-HR-PER-GM, 200, 720000
                    unit:PERCENT, 1, 0.01
                    unit:PER-HR, 3600, 1
                    unit:DEG_C-PER-MIN, 60, 1
                    unit:DEG_C-PER-HR, 3600, 1
                    unit:KiloA-HR, 1, 3600000
                    unit:MilliA-HR, 1, 3.6
                    unit:DEG_F, 32, 273.15
                    unit:DEG_F, 212, 373.15
                    unit:ANGSTROM, 2.87, 2.87E-10
                    unit:ANGSTROM3, 1, 1E-30
                    unit:EV, 1, 1.602176634E-19
                    lsu:EV-PER-ATOM, -1.95, -3.1242444363E-19
                    unit:HR, 12, 43200
                    unit:DAY, 30, 2592000
                    unit:YR, 1, 31557600
                    unit:GigaPA, 205, 205000000000
                    unit:BAR, 1, 100000
                    unit:ATM, 1, 101325
                    unit:TORR, 760, 101325
                    unit:MilliTORR, 760000, 101325
                    lsu:REV-PER-MIN, 300, 5
                    unit:L-PER-MIN, 60, 0.001
                    lsu:sccm, 60000000, 1
                    lsu:MilliA-PER-CentiM2, 1, 10
                    lsu:MilliA-PER-GM, 20, 20
                    lsu:MilliA-HR-PER-CentiM2, 1, 36000
                    lsu:NanoM-PER-MIN, 60, 1E-9
                    lsu:PER-CentiM2, 1, 10000
                    lsu:MegaV-PER-CentiM, 1, 100000000
                    lsu:MassPercent, 12.5, 0.125
                    unit:MOL-PER-L, 1, 1000
                    unit:GM-PER-CentiM3, 4.76, 4760
                    unit:M2-PER-GM, 0.6, 600
                    unit:W-HR-PER-KiloGM, 1, 3600
                    unit:S-PER-CentiM, 1, 100
                    unit:MilliM-PER-MIN, 60, 0.001
                    unit:IN, 1, 0.0254
                    """)
    void aFactorIsExact(String unit, BigDecimal value, BigDecimal si) {
        assertThat(ontology.unit(Term.of(unit)).toSi(value)).isEqualByComparingTo(si);
    }

    @Test
    void aDoubleIsRoundedOnce() {
        assertThat(ontology.unit(Term.of("unit:MicroM")).siDouble(new BigDecimal("9.8")))
                .isEqualTo(9.8e-6);
    }

    @Test
    void aDifferenceOfTemperaturesHasNoOffset() {
        var celsius = ontology.unit(Term.of("unit:DEG_C"));
        assertThat(celsius.differenceToSi(new BigDecimal("5"))).isEqualByComparingTo("5");
    }

    @Test
    void everyUnitConvertsThereAndBack() {
        var seed = new Random().nextLong();
        System.out.println("UnitTest seed: " + seed);
        var random = new Random(seed);
        for (var unit : ontology.units()) {
            if (!unit.convertible()) {
                continue;
            }
            for (var i = 0; i < 50; i++) {
                var value = BigDecimal.valueOf(random.nextLong(2_000_000_001) - 1_000_000_000, 4);
                var back = unit.fromSi(unit.toSi(value));
                assertThat(back.subtract(value).abs())
                        .as("%s of %s, seed %s", unit, value, seed)
                        .isLessThan(new BigDecimal("1E-18"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            textBlock =
                    """
                    mAh/g, unit:MilliA-HR-PER-GM
                    mAh g-1, unit:MilliA-HR-PER-GM
                    mAh g⁻¹, unit:MilliA-HR-PER-GM
                    mA.h.g-1, unit:MilliA-HR-PER-GM
                    °C, unit:DEG_C
                    ℃, unit:DEG_C
                    degC, unit:DEG_C
                    Cel, unit:DEG_C
                    \u00B5m, unit:MicroM
                    \u03BCm, unit:MicroM
                    um, unit:MicroM
                    h, unit:HR
                    min, unit:MIN
                    %, unit:PERCENT
                    wt%, lsu:MassPercent
                    GPa, unit:GigaPA
                    MPa, unit:MegaPA
                    eV, unit:EV
                    \u00C5, unit:ANGSTROM
                    \u212B, unit:ANGSTROM
                    angstrom, unit:ANGSTROM
                    Å^3, unit:ANGSTROM3
                    unit:K, unit:K
                    http://qudt.org/vocab/unit/K, unit:K
                    MilliA-HR-PER-GM, unit:MilliA-HR-PER-GM
                    g/cm3, unit:GM-PER-CentiM3
                    °C/min, unit:DEG_C-PER-MIN
                    W/(m·K), unit:W-PER-M-K
                    mA/cm^2, lsu:MilliA-PER-CentiM2
                    """)
    void aUnitIsFoundByWhatPeopleWrite(String written, String unit) {
        assertThat(ontology.findUnit(written)).map(Unit::term).contains(Term.of(unit));
    }

    @Test
    void caseTellsMilliFromMega() {
        assertThat(ontology.findUnit("mPa")).isNotEqualTo(ontology.findUnit("MPa"));
    }

    @Test
    void differentDimensionsAreRefused() {
        var hour = ontology.unit(Term.of("unit:HR"));
        var kelvin = ontology.unit(Term.of("unit:K"));
        assertThat(hour.sameDimension(kelvin)).isFalse();
        assertThatThrownBy(() -> hour.convert(BigDecimal.ONE, kelvin))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("measure different things");
    }

    @Test
    void aUnitThatWasNotStatedHasNoSiValue() {
        var unknown = ontology.unit(Term.of("lsu:Unknown"));
        assertThat(unknown.convertible()).isFalse();
        assertThat(unknown.sameDimension(unknown)).isFalse();
        assertThatThrownBy(() -> unknown.toSi(BigDecimal.ONE)).hasMessageContaining("not stated");
    }
}
