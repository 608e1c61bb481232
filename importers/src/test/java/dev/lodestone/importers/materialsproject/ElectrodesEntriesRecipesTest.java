package dev.lodestone.importers.materialsproject;

import static dev.lodestone.importers.TestLog.shared;
import static dev.lodestone.importers.TestLog.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.MaterialId;
import dev.lodestone.events.PlanEvent.WorkflowPlanned;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.Subject;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.events.Value;
import dev.lodestone.importers.Refusal;
import dev.lodestone.ontology.Term;
import org.junit.jupiter.api.Test;

/// Insertion electrodes, computed entries and served recipes.
class ElectrodesEntriesRecipesTest extends DocumentsImport {
    @Test
    void anElectrodeIsComputedAtZeroKelvinAndNeverLooksMeasured() throws Exception {
        bench.run(importer, ours(ELECTRODES));

        var whole = values("electrode/mp-22526_Li#values");
        var electrode = new MaterialId("mp-electrode-mp-22526_Li");
        assertThat(whole.subject()).isEqualTo(Subject.of(electrode));
        assertThat(number(whole.values(), "lsp:computedInsertionVoltage")).isEqualTo("3.97");
        var capacity = value(whole.values(), "lsp:computedSpecificCapacity").quantity();
        assertThat(capacity.orElseThrow().value()).isEqualByComparingTo("273.8");
        assertThat(capacity.orElseThrow().unit()).isEqualTo(Term.of("unit:MilliA-HR-PER-GM"));
        assertThat(value(whole.values(), "lsp:computedVolumetricCapacity").quantity().orElseThrow())
                .extracting(q -> q.unit())
                .isEqualTo(Term.of("lsu:MilliA-HR-PER-CentiM3"));
        assertThat(number(whole.values(), "lsp:computedEnergyDensity")).isEqualTo("5361.5");
        assertThat(number(whole.values(), "lsp:computedVolumeChange")).isEqualTo("0.0312");
        assertThat(number(whole.values(), "lsp:energyAboveHullCharged")).isEqualTo("0.081");
        assertThat(whole.values()).extracting(Value::basis).containsOnly(HowKnown.CALCULATED);
        assertThat(whole.values())
                .extracting(Value::property)
                .doesNotContain(
                        Term.of("lsp:specificDischargeCapacity"), Term.of("lsp:meanVoltage"));
        var zero = value(whole.conditions(), "lsp:temperature");
        assertThat(zero.quantity().orElseThrow().asRecorded()).isEqualTo("0");
        assertThat(zero.note().orElseThrow()).endsWith("no cell was built.");
        assertThat(value(whole.conditions(), "lsp:workingIon").text()).contains("Li");
        assertThat(whole.originUnknown().orElseThrow()).contains("names materials, not tasks");
        var registered =
                bench.each(MaterialRegistered.class)
                        .filter(m -> m.material().equals(electrode))
                        .findFirst()
                        .orElseThrow();
        assertThat(registered.formula()).contains("Li0-1CoO2");
        assertThat(registered.structure()).isPresent();
        assertThat(registered.names())
                .containsExactly(new ScopedName("materials-project/electrode", "mp-22526_Li"));
    }

    @Test
    void eachStepOfAnElectrodeIsToldByTheMaterialsBetweenWhichItLies() throws Exception {
        bench.run(importer, ours(ELECTRODES));

        var first = values("electrode/mp-22526_Li#step/mp-552024/mp-774082");
        assertThat(number(first.values(), "lsp:computedInsertionVoltage")).isEqualTo("4.095");
        assertThat(value(first.conditions(), "lsp:chargedFormula").text()).contains("CoO2");
        assertThat(value(first.conditions(), "lsp:dischargedMaterial").text())
                .contains("mp-774082");
        assertThat(value(first.conditions(), "lsp:temperature").quantity()).isPresent();
        var second = values("electrode/mp-22526_Li#step/mp-774082/mp-22526");
        assertThat(number(second.values(), "lsp:computedInsertionVoltage")).isEqualTo("3.845");
        assertThat(second.values())
                .extracting(Value::property)
                .doesNotContain(Term.of("lsp:energyAboveHullDischarged"));
        assertThat(verbatim("electrode/mp-22526_Li#material"))
                .containsEntry("adj_pairs.1.stability_discharge", "null")
                .containsEntry("framework_formula", "CoO2");
    }

    @Test
    void otherElectrodesAreRefusedWithTheirPlace() throws Exception {
        var report = bench.run(importer, ours(ELECTRODES));

        assertThat(report.entries().read()).isEqualTo(4);
        assertThat(report.refused())
                .extracting(refusal -> refusal.place() + ": " + refusal.problem())
                .containsExactly(
                        ELECTRODES + "#/data/1: This is a conversion electrode document.",
                        ELECTRODES
                                + "#/data/2/battery_id: The identifier (LiCoO2) is not of the form"
                                + " mp-22526_Li.",
                        ELECTRODES + "#/data/3/adj_pairs: The steps (none) are not a list.");
    }

    @Test
    void aComputedEntryIsTheEnergyOfACellWithItsCorrection() throws Exception {
        var report = bench.run(importer, ours(ENTRIES));

        var values = values("entry/mp-1000002#values");
        assertThat(values.subject()).isEqualTo(Subject.of(new MaterialId("mp-1000001")));
        assertThat(values.computedBy()).contains(task("mp-1000002"));
        assertThat(number(values.values(), "lsp:totalEnergy")).isEqualTo("-84.5");
        assertThat(number(values.values(), "lsp:energyCorrection")).isEqualTo("-12.25");
        assertThat(value(values.values(), "lsp:cellVolume").component()).hasValue(1);
        assertThat(value(values.conditions(), "lsp:exchangeCorrelationFunctional").concept())
                .contains(Term.of("lsk:GGA_U"));
        assertThat(values.conditions())
                .filteredOn(v -> v.property().equals(Term.of("lsp:hubbardU")))
                .singleElement()
                .satisfies(u -> assertThat(u.species()).contains("Fe"));
        assertThat(bench.each(MaterialRegistered.class))
                .extracting(MaterialRegistered::formula)
                .containsExactly(java.util.Optional.of("Li2FeO3"));
        assertThat(report.refused())
                .extracting(refusal -> refusal.place() + ": " + refusal.problem())
                .containsExactly(
                        ENTRIES
                                + "#/1/data/material_id: The computed entry does not say its"
                                + " \"material_id\".",
                        ENTRIES + "#/2/energy: The computed entry states no energy.");
    }

    @Test
    void theEntriesOfAChemicalSystemAreAllImportedOnce() {
        var file = shared("materials-project/Li-Fe-O.json.gz");

        var report = bench.run(importer, file);

        assertThat(report.entries())
                .isEqualTo(new dev.lodestone.importers.ImportReport.Entries(375, 375, 0, 0));
        var values = values("entry/mp-1875919#values");
        assertThat(values.subject()).isEqualTo(Subject.of(new MaterialId("mp-757201")));
        assertThat(number(values.values(), "lsp:totalEnergy")).isEqualTo("-84.63578356");
        assertThat(number(values.values(), "lsp:energyCorrection")).isEqualTo("-12.264");
        assertThat(bench.run(importer, file).run()).isEmpty();
    }

    @Test
    void aServedRecipeIsAPlanWithStepsAndIsImportedOnce() {
        var report = bench.run(importer, shared("materials-project/synth_doc.json.gz"));

        assertThat(report.refused()).isEmpty();
        var plan = bench.each(WorkflowPlanned.class).findFirst().orElseThrow();
        assertThat(plan.recipe()).isTrue();
        assertThat(plan.title()).isEqualTo("Solid-state synthesis of CaBiClO2");
        assertThat(plan.inputs()).containsExactly("Ca(NO3)2", "BiOCl");
        assertThat(plan.outputs()).containsExactly("CaBiClO2");
        assertThat(plan.steps())
                .extracting(WorkflowPlanned.Step::step)
                .startsWith("1 prepared")
                .endsWith("9 prepared")
                .hasSize(9);
        var dried = plan.steps().get(5);
        assertThat(dried.sort()).contains(Term.of("lsk:Drying"));
        assertThat(dried.after()).containsExactly("5 washed");
        var temperature = value(dried.targets(), "lsp:dryingTemperature");
        assertThat(temperature.quantity().orElseThrow().value()).isEqualByComparingTo("80");
        assertThat(temperature.quantity().orElseThrow().unit()).isEqualTo(Term.of("unit:DEG_C"));
        assertThat(temperature.basis()).isEqualTo(HowKnown.EXTRACTED);
        var heated = plan.steps().get(7);
        assertThat(number(heated.targets(), "lsp:duration")).isEqualTo("12.0");
        assertThat(value(heated.targets(), "lsp:atmosphere").text()).contains("air");
        assertThat(value(plan.steps().get(6).targets(), "lsp:mixingDevice").text())
                .contains("alumina");
        var facts = bench.each(ValuesAsserted.class).findFirst().orElseThrow();
        assertThat(facts.subject()).isEqualTo(Subject.of(plan.workflow()));
        assertThat(value(facts.values(), "lsp:reportedIn").text())
                .contains("doi:10.1039/C2CE25672J");
        assertThat(value(facts.values(), "lsp:synthesisMethod").concept())
                .contains(Term.of("lsk:SolidStateSynthesis"));
        assertThat(bench.all().toString()).doesNotContain("Lorem ipsum").doesNotContain("\"None\"");
        assertThat(bench.each(MaterialRegistered.class))
                .extracting(MaterialRegistered::material)
                .containsExactly(new MaterialId("formula-CaBiClO2"));
        assertThat(bench.run(importer, shared("materials-project/synth_doc.json.gz")).run())
                .isEmpty();
    }

    @Test
    void ofARecipeInTwoFormsTheServedOneIsImported() {
        var report = bench.run(importer, shared("materials-project/synth_doc_adaptor.json.gz"));

        assertThat(report.entries().read()).isEqualTo(2);
        assertThat(report.refused())
                .extracting(Refusal::place)
                .containsExactly("synth_doc_adaptor.json.gz#/src");
        var plan = bench.each(WorkflowPlanned.class).findFirst().orElseThrow();
        assertThat(plan.outputs()).containsExactly("Li4Ti5O12");
        assertThat(plan.inputs()).containsExactly("TiO2", "Li2CO3");
        assertThat(plan.steps()).hasSize(1);
    }
}
