package dev.lodestone.importers.crystal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.HowKnown;
import dev.lodestone.importers.json.JsonFiles;
import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrystalTest {
    @ParameterizedTest
    @CsvSource({
        "1,Triclinic", "2,Triclinic", "3,Monoclinic", "15,Monoclinic", "16,Orthorhombic",
        "74,Orthorhombic", "75,Tetragonal", "142,Tetragonal", "143,Trigonal", "167,Trigonal",
        "168,Hexagonal", "194,Hexagonal", "195,Cubic", "230,Cubic"
    })
    void aSpaceGroupBelongsToASystem(int number, String system) {
        assertThat(CrystalSystem.of(BigDecimal.valueOf(number))).contains(Term.of("lsk:" + system));
    }

    @Test
    void whatIsNoSpaceGroupBelongsToNone() {
        for (var number : List.of("0", "-1", "231", "1.5", "1e40")) {
            assertThat(CrystalSystem.of(new BigDecimal(number))).isEmpty();
        }
        assertThat(CrystalSystem.of(new BigDecimal("225.0"))).contains(Term.of("lsk:Cubic"));
    }

    @Test
    void aTriclinicCellHasItsLengthsAnglesAndVolume() {
        var cell = cell("[[3,0,0],[0,4,0],[0,3,5]]");
        assertThat(cell.length(2).orElseThrow()).isEqualByComparingTo("5.830952");
        assertThat(cell.angle(0).orElseThrow()).isEqualByComparingTo("59.036243");
        assertThat(cell.angle(1).orElseThrow()).isEqualByComparingTo("90");
        assertThat(cell.volume().orElseThrow()).isEqualByComparingTo("60");
        assertThat(cell.values(HowKnown.SIMULATED, "/cell")).hasSize(7);
    }

    @Test
    void vectorsThatAreNoneOrFlatGiveNoNumbers() {
        assertThat(Cell.of(JsonFiles.parse("[[1,0],[0,1],[0,0]]", ""), all())).isEmpty();
        assertThat(Cell.of(JsonFiles.parse("[[1,0,null],[0,1,0],[0,0,1]]", ""), all())).isEmpty();
        assertThat(Cell.of(JsonFiles.parse("null", ""), all())).isEmpty();
        var flat = cell("[[1,0,0],[2,0,0],[0,0,0]]");
        assertThat(flat.volume()).isEmpty();
        assertThat(flat.length(2)).isEmpty();
        assertThat(flat.angle(0)).isEmpty();
    }

    @Test
    void aFormulaIsCountedAndWrittenWithoutOnes() {
        var composition = Composition.of("Be1O3").orElseThrow();
        assertThat(composition.formula()).isEqualTo("BeO3");
        assertThat(composition.shares(HowKnown.SIMULATED, "/f"))
                .extracting(value -> value.species().orElseThrow() + value.asRecorded())
                .containsExactly("Be0.250000", "O0.750000");
        assertThat(Composition.of("Ca(OH)2")).isEmpty();
        assertThat(Composition.of("")).isEmpty();
        assertThat(Composition.of("beo")).isEmpty();
    }

    private static Cell cell(String vectors) {
        return Cell.of(JsonFiles.parse(vectors, "here"), all()).orElseThrow();
    }

    private static List<Boolean> all() {
        return List.of(true, true, true);
    }
}
