package dev.lodestone.query.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.query.Json;
import dev.lodestone.query.LodestoneException.NotFound;
import dev.lodestone.query.compare.Comparison.Row;
import dev.lodestone.query.compare.Comparison.Sort;
import dev.lodestone.query.history.ValueDifference;
import dev.lodestone.query.lab.FixtureLab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class ComparisonTest {
    private FixtureLab lab;
    private Courses courses;

    @BeforeAll
    void open(@TempDir Path directory) {
        lab = new FixtureLab(directory);
        courses = new Courses(lab.queries(), FixtureLab.BASE);
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    void stepsMeetInOrderByKindAndMissingOnesAreNamed() {
        var comparison = courses.compare("A", "B", false);
        assertThat(comparison.rows())
                .extracting(row -> row.sort() + " " + row.what())
                .containsExactlyInAnyOrder(
                        "SAME aliquoting",
                        "ONLY_A ball milling",
                        "DIFFERS storage",
                        "DIFFERS sintering",
                        "DIFFERS galvanostatic cycling",
                        "ONLY_A transport",
                        "ONLY_A mixing",
                        "ONLY_B destruction");
    }

    @Test
    void aDifferenceIsGivenInOneUnitWhateverWasRecorded() {
        var sintering = row(courses.compare("A", "B", false), "sintering");
        assertThat(sintering.same()).isEqualTo(1);
        assertThat(sintering.values())
                .extracting(v -> v.a().orElse("-") + " | " + v.b().orElse("-") + " | " + v.words())
                .containsExactly("900 °C | 800 °C | -100 °C (-8.524 %)");
    }

    @Test
    void anExecutionIsComparedWithItsRecipe() {
        var comparison = courses.compare("workflow/recipe-1", "A", false);
        assertThat(comparison.counts()).containsEntry(Sort.ONLY_A, 1L);
        assertThat(row(comparison, "annealing").b()).isEmpty();
        assertThat(row(comparison, "sintering").values())
                .extracting(ValueDifference::words)
                .containsExactly("+50 °C (+4.452 %)");
        assertThat(comparison.text())
                .contains("plan Recipe 1", "annealing", "missing", "+50 °C (+4.452 %)");
    }

    @Test
    void twoEventsAreComparedByThemselves() {
        var comparison =
                courses.compare("event/" + FixtureLab.id(10), "event/" + FixtureLab.id(13), false);
        assertThat(comparison.rows()).hasSize(1);
        assertThat(comparison.rows().getFirst().values())
                .extracting(ValueDifference::words)
                .containsExactly("-55.1 mAh/g (-26.86 %)");
    }

    @Test
    void withItselfThereIsNoDifference() {
        var comparison = courses.compare("A", "lab:A", true);
        assertThat(comparison.rows()).allMatch(row -> row.sort() == Sort.SAME);
        assertThat(comparison.text()).contains("No difference is known.");
        assertThat(comparison.a().steps()).isGreaterThan(courses.of("A", false).steps().size());
    }

    @Test
    void theSameSampleIsComparedAtTwoPositions() {
        var then = new Courses(lab.asOf(9), FixtureLab.BASE).of("A", false);
        var comparison = Comparison.of(then, courses.of("A", false));
        assertThat(row(comparison, "sintering").values())
                .extracting(ValueDifference::words)
                .containsExactly("-10 °C (-0.8452 %)");
        assertThat(row(comparison, "transport").sort()).isEqualTo(Sort.ONLY_B);
        assertThat(Json.write(comparison)).contains("\"ONLY_B\"", "\"basis\" : 18");
    }

    @Test
    void ofStepsOfOneKindThoseMeetThatHaveMostInCommon(@TempDir Path directory) {
        try (var other = FixtureLab.empty(directory)) {
            var bench = other.lab();
            var one = bench.sample("one");
            var two = bench.sample("two");
            bench.sinter(dev.lodestone.events.LabTime.order(1), "500", one);
            bench.sinter(dev.lodestone.events.LabTime.order(2), "850", one);
            bench.sinter(dev.lodestone.events.LabTime.order(1), "850", two);
            var comparison =
                    new Courses(other.queries(), FixtureLab.BASE).compare("one", "two", false);
            assertThat(comparison.rows())
                    .extracting(Row::sort)
                    .containsExactly(Sort.ONLY_A, Sort.SAME);
        }
    }

    @Test
    void whatIsNotThereIsSaidInWords() {
        assertThatThrownBy(() -> courses.compare("A", "workflow/recipe-9", false))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("recipe-9")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> courses.compare("event/none", "A", false))
                .isInstanceOf(NotFound.class);
    }

    private static Row row(Comparison comparison, String what) {
        return comparison.rows().stream()
                .filter(row -> row.what().equals(what))
                .findFirst()
                .orElseThrow();
    }
}
