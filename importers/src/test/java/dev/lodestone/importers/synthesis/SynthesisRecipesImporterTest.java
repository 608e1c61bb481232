package dev.lodestone.importers.synthesis;

import static dev.lodestone.importers.TestLog.shared;
import static dev.lodestone.importers.TestLog.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.PlanEvent.WorkflowPlanned;
import dev.lodestone.events.PlanEvent.WorkflowPlanned.Step;
import dev.lodestone.events.SampleEvent;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.ImportReport.Dropped;
import dev.lodestone.importers.TestLog;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthesisRecipesImporterTest {
    private static final String RELEASE = "written-by-us.json";
    private static final String ROWS = "written-by-us.jsonl";

    private final SynthesisRecipesImporter importer = new SynthesisRecipesImporter();

    @TempDir Path directory;
    @AutoClose private TestLog bench;

    @BeforeEach
    void open() {
        bench = new TestLog(directory.resolve("log"));
    }

    @Test
    void aRecipeIsAPlanAndNoSampleComesOfIt() throws Exception {
        var report = bench.run(importer, ours(RELEASE));

        assertThat(report.entries().read()).isEqualTo(6);
        assertThat(report.entries().mapped()).isEqualTo(2);
        assertThat(report.source().version()).contains("2019-12-03");
        assertThat(bench.records(SampleEvent.class)).isEmpty();
        var plan = plan("Synthesis of LiNiO2 and 1 others");
        assertThat(plan.recipe()).isTrue();
        assertThat(plan.inputs()).containsExactly("Li2CO3", "NiO");
        assertThat(plan.steps())
                .extracting(Step::step)
                .containsExactly(
                        "1 mixed", "2 milling", "3 dried", "4 sintered", "5 annealed", "6 blessed");
        assertThat(plan.steps())
                .extracting(Step::sort)
                .containsExactly(
                        kind("Grinding"),
                        kind("Grinding"),
                        kind("Drying"),
                        kind("Sintering"),
                        kind("Annealing"),
                        Optional.empty());
        assertThat(plan.steps().get(3).after()).containsExactly("3 dried");
    }

    @Test
    void formulasWithLessThanNothingOfAnElementWereNeverMade() throws Exception {
        var report = bench.run(importer, ours(RELEASE));

        assertThat(plan("Synthesis of LiNiO2 and 1 others").outputs())
                .containsExactly("LiNiO2", "LiMn0.2Ni0.8O2");
        assertThat(report.findings())
                .anyMatch(f ->
                        f.place().equals(RELEASE + "#/reactions/0/targets_string")
                                && f.what().startsWith("1 formulas with less than nothing"));
        assertThat(bench.each(MaterialRegistered.class).toList().toString())
                .doesNotContain("Ni-0.2");
    }

    @Test
    void temperaturesTimesAndGasesAreTargetsOfTheirStep() throws Exception {
        bench.run(importer, ours(RELEASE));

        var sintered = plan("Synthesis of LiNiO2 and 1 others").steps().get(3).targets();
        var range = value(sintered, "lsp:sinteringTemperature").bounds().orElseThrow();
        assertThat(range.lower()).contains(new BigDecimal("800.0"));
        assertThat(range.upper()).contains(new BigDecimal("900.0"));
        assertThat(range.unit()).isEqualTo(Term.of("unit:DEG_C"));
        assertThat(range.asRecorded()).isEqualTo("800.0-900.0 C");
        var time = value(sintered, "lsp:sinteringTime");
        assertThat(time.quantity().orElseThrow().unit()).isEqualTo(Term.of("unit:HR"));
        assertThat(time.quantity().orElseThrow().asRecorded()).isEqualTo("10.0 hours");
        assertThat(time.basis()).isEqualTo(HowKnown.EXTRACTED);
        assertThat(value(sintered, "lsp:atmosphere").text()).contains("oxygen");
        var dried = plan("Synthesis of LiNiO2 and 1 others").steps().get(2).targets();
        var upTo = value(dried, "lsp:dryingTime").bounds().orElseThrow();
        assertThat(upTo.lower()).isEmpty();
        assertThat(upTo.asRecorded()).isEqualTo("up to 12 h");
        assertThat(
                        value(
                                        plan("Synthesis of LiNiO2 and 1 others")
                                                .steps()
                                                .get(0)
                                                .targets(),
                                        "lsp:mixingMedium")
                                .text())
                .contains("water");
    }

    @Test
    void whatCannotBeRightIsKeptAndTold() throws Exception {
        var report = bench.run(importer, ours(RELEASE));

        var annealed = plan("Synthesis of LiNiO2 and 1 others").steps().get(4).targets();
        assertThat(annealed)
                .extracting(v -> v.property())
                .containsExactly(Term.of("lsp:annealingTime"));
        assertThat(annealed.getFirst().quantity().orElseThrow().unit())
                .isEqualTo(Term.of("lsu:Unknown"));
        assertThat(annealed.getFirst().asRecorded()).isEqualTo("3 cups");
        assertThat(report.findings())
                .extracting(finding -> finding.what())
                .anyMatch(what -> what.contains("drying temperature (1000.0 C"))
                .anyMatch(what -> what.startsWith("The smallest value (750.0) is above"))
                .anyMatch(what -> what.contains("no unit for (lsp:annealingTime)"))
                .anyMatch(what -> what.contains("(BlessingOperation) is not known"))
                .anyMatch(what -> what.startsWith("The precursor has no formula"));
        var kept = bench.records(WorkflowPlanned.class).findFirst().orElseThrow().draft().source();
        assertThat(kept.orElseThrow().verbatim())
                .containsEntry("operations.4.conditions.heating_temperature.0.min_value", "750.0")
                .containsKey("target.amounts_vars")
                .doesNotContainKey("target.oxygen_deficiency");
    }

    @Test
    void theWordNoneIsNoDeficiencyAndASymbolIs() throws Exception {
        bench.run(importer, ours(RELEASE));

        var barium =
                bench.records(WorkflowPlanned.class)
                        .filter(r ->
                                ((WorkflowPlanned) r.stated())
                                        .title()
                                        .equals("Sol-gel synthesis of BaTiO3"))
                        .findFirst()
                        .orElseThrow();
        assertThat(barium.draft().source().orElseThrow().verbatim())
                .containsEntry("target.oxygen_deficiency", "δ")
                .containsEntry("precursors.1", "{\"phase\":\"rutile\"}");
    }

    @Test
    void thePaperAndTheReactionAreStatedOfThePlanAndItsTextIsNot() throws Exception {
        var report = bench.run(importer, ours(RELEASE));

        var plan = plan("Synthesis of LiNiO2 and 1 others");
        var facts =
                bench.each(ValuesAsserted.class)
                        .filter(v -> v.subject().workflow().equals(Optional.of(plan.workflow())))
                        .findFirst()
                        .orElseThrow()
                        .values();
        assertThat(value(facts, "lsp:reportedIn").text()).contains("doi:10.9999/made.up.1");
        assertThat(value(facts, "lsp:reactionEquation").text().orElseThrow())
                .startsWith("0.5 Li2CO3 + 1-x NiO");
        assertThat(value(facts, "lsp:databaseEntry").text()).contains("mp-3054");
        assertThat(value(facts, "lsp:databaseEntry").species()).contains("Li2CO3");
        assertThat(bench.all().toString()).doesNotContain("Powders were mixed");
        assertThat(report.dropped()).extracting(Dropped::field).contains("paragraph_string");
    }

    @Test
    void whatIsNoRecipeIsRefusedWithItsPlace() throws Exception {
        var report = bench.run(importer, ours(RELEASE));

        assertThat(report.refused())
                .extracting(refusal -> refusal.place() + ": " + refusal.problem())
                .containsExactly(
                        RELEASE + "#/reactions/2/target: The recipe does not say what it makes.",
                        RELEASE
                                + "#/reactions/3/operations: The operations (\"heat\") are not a list.",
                        RELEASE + "#/reactions/4/operations/0: An operation is an object, not (7).",
                        RELEASE + "#/reactions/5: This is no recipe; its fields are (title).");
    }

    @Test
    void rowsWithoutOperationsArePlansWithoutSteps() throws Exception {
        var report = bench.run(importer, ours(ROWS));

        assertThat(report.entries().read()).isEqualTo(3);
        var plan = plan("Synthesis of BaZrO3-δ");
        assertThat(plan.inputs()).containsExactly("ZrO2", "BaCO3");
        assertThat(plan.steps()).isEmpty();
        assertThat(report.refused())
                .extracting(refusal -> refusal.place())
                .satisfiesExactly(
                        place -> assertThat(place).isEqualTo(ROWS + ":2/target_formula"),
                        place -> assertThat(place).startsWith(ROWS + ":3:"));
    }

    @Test
    void theSecondImportWritesNothingAndAChangedReadingOfAPaperIsACorrection() throws Exception {
        bench.run(importer, ours(RELEASE));
        assertThat(bench.run(importer, ours(RELEASE)).run()).isEmpty();
        var text = Files.readString(ours(RELEASE));
        var changed =
                Files.writeString(
                        directory.resolve("changed.json"),
                        text.replace(
                                "{\"phase\": \"rutile\"}", "{\"material_formula\": \"TiO2\"}"));

        var report = bench.run(importer, changed);

        assertThat(report.records().corrected()).isEqualTo(1);
        assertThat(report.records().fresh()).isZero();
        assertThat(
                        bench.stated(WorkflowPlanned.class).stream()
                                .filter(p -> p.title().equals("Sol-gel synthesis of BaTiO3")))
                .hasSize(1)
                .allSatisfy(p -> assertThat(p.inputs()).containsExactly("BaCO3", "TiO2"));
    }

    @Test
    void theSampleOfFifteenHundredRecipesIsCountedToTheLast() {
        var file = shared("synthesis-recipes/kononova_sample.jsonl");

        var report = bench.run(importer, file);

        assertThat(report.entries()).isEqualTo(new ImportReport.Entries(1500, 1500, 0, 0));
        assertThat(report.records().byKind())
                .containsEntry("WorkflowPlanned", 1500L)
                .containsEntry("ValuesAsserted", 1500L);
        assertThat(plan("Synthesis of Li10GeP2S12").inputs())
                .containsExactly("P2S5", "Li2S", "GeS2");
        assertThat(bench.run(importer, file).entries())
                .isEqualTo(new ImportReport.Entries(1500, 0, 1500, 0));
    }

    @Test
    void heatingStepsTakenOutOfRecipesArePlansOfOneStep() {
        var report =
                bench.run(
                        importer,
                        shared("synthesis-recipes/literature_observation_snapshot_sample.json"));

        assertThat(report.entries().read()).isEqualTo(11);
        assertThat(report.refused()).isEmpty();
        var step =
                bench.each(WorkflowPlanned.class)
                        .filter(p -> p.outputs().contains("P3O12Na3V2"))
                        .findFirst()
                        .orElseThrow()
                        .steps()
                        .getFirst();
        assertThat(value(step.targets(), "lsp:processTemperature").asRecorded()).isEqualTo("850.0");
        assertThat(value(step.targets(), "lsp:duration").asRecorded()).isEqualTo("8.0");
        assertThat(value(step.targets(), "lsp:atmosphere").text()).contains("argon, hydrogen");
    }

    @Test
    void aReleaseThatIsCutOffIsRefusedAndNothingIsWritten() throws Exception {
        var text = Files.readString(ours(RELEASE));
        var cut = text.substring(0, text.indexOf("BaTiO3"));
        var file = Files.writeString(directory.resolve("cut.json"), cut);

        assertThatThrownBy(() -> bench.run(importer, file))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("cut.json:27:")
                .hasMessageContaining("was cut off");
        assertThat(bench.head()).isZero();
    }

    @Test
    void aFileThatCannotBeReadIsSaidAtOnce() throws Exception {
        var file = Files.writeString(directory.resolve("cut.json"), "{\"data\": [{\"doi\":");

        assertThatThrownBy(() -> bench.run(importer, file))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("cut.json:1:");
        assertThatThrownBy(() -> bench.run(importer, directory.resolve("none.json")))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("There is no such file.");
    }

    private WorkflowPlanned plan(String title) {
        return bench.each(WorkflowPlanned.class)
                .filter(plan -> plan.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + title));
    }

    private static Optional<Term> kind(String name) {
        return Optional.of(Term.of("lsk:" + name));
    }

    private static Path ours(String name) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(
                                SynthesisRecipesImporterTest.class.getResource(
                                        "/corpora/synthesis-recipes/" + name),
                                name)
                        .toURI());
    }
}
