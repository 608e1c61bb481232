package dev.lodestone.importers.materialsproject;

import static dev.lodestone.importers.TestLog.shared;
import static dev.lodestone.importers.TestLog.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.AgentType;
import dev.lodestone.events.DataEvent.AnalysisPerformed;
import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.MaterialId;
import dev.lodestone.events.PlanEvent.WorkflowPlanned;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.Subject;
import dev.lodestone.events.ThingEvent.AgentRegistered;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.events.Value;
import dev.lodestone.importers.ImportReport.Dropped;
import dev.lodestone.importers.Refusal;
import dev.lodestone.importers.TestLog;
import dev.lodestone.ontology.Term;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Energies, provenance, electrodes and recipes. For the first three there is no real document at
/// hand, so the files are our own, in the shape of the published document models.
class MaterialsProjectDocumentsTest {
    private static final String THERMO = "written-by-us-thermo-2025.json";
    private static final String PROVENANCE = "written-by-us-provenance-2025.json";
    private static final String ENTRIES = "written-by-us-computed-entries.json";
    private static final String ELECTRODES = "written-by-us-insertion-electrodes-2025.json";

    private final MaterialsProjectImporter importer = new MaterialsProjectImporter();

    @TempDir Path directory;
    private TestLog bench;

    @BeforeEach
    void open() {
        bench = new TestLog(directory.resolve("log"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aMaterialHasEnergiesForEachCombinationOfFunctionals() throws Exception {
        var report = bench.run(importer, ours(THERMO));

        assertThat(report.entries().read()).isEqualTo(5);
        assertThat(report.entries().mapped()).isEqualTo(3);
        var mixed = values("thermo/mp-149_GGA_GGA+U#values");
        assertThat(mixed.subject()).isEqualTo(Subject.of(new MaterialId("mp-149")));
        var energy = value(mixed.values(), "lsp:energyPerAtom").quantity().orElseThrow();
        assertThat(energy.value()).isEqualByComparingTo("-5.42");
        assertThat(energy.unit()).isEqualTo(Term.of("lsu:EV-PER-ATOM"));
        assertThat(energy.uncertainty().orElseThrow()).isEqualByComparingTo("0.004");
        assertThat(number(mixed.values(), "lsp:equilibriumReactionEnergyPerAtom"))
                .isEqualTo("-0.31");
        assertThat(number(mixed.values(), "lsp:decompositionEnthalpyPerAtom")).isEqualTo("-0.31");
        assertThat(number(mixed.values(), "lsp:uncorrectedEnergyPerAtom")).isEqualTo("-5.41");
        assertThat(value(mixed.conditions(), "lsp:runType").text()).contains("GGA_GGA+U");
        var r2scan = values("thermo/mp-149_R2SCAN#values");
        assertThat(number(r2scan.values(), "lsp:energyPerAtom")).isEqualTo("-8.11");
        assertThat(value(r2scan.conditions(), "lsp:exchangeCorrelationFunctional").concept())
                .contains(Term.of("lsk:R2SCAN"));
        var byIdAlone = values("thermo/mp-1234567_GGA_GGA+U_R2SCAN#values");
        assertThat(value(byIdAlone.conditions(), "lsp:runType").text())
                .contains("GGA_GGA+U_R2SCAN");
    }

    @Test
    void energiesAreJoinedToTheCalculationThatTheDocumentNames() throws Exception {
        bench.run(importer, ours(THERMO));

        assertThat(values("thermo/mp-149_GGA_GGA+U#values").computedBy())
                .contains(task("mp-ddzda"));
        assertThat(values("thermo/mp-149_R2SCAN#values").computedBy()).contains(task("mp-dryyt"));
        var unknown = values("thermo/mp-1234567_GGA_GGA+U_R2SCAN#values");
        assertThat(unknown.computedBy()).isEmpty();
        assertThat(unknown.originUnknown())
                .contains("origin unknown: the document has no field \"origins\"");
    }

    @Test
    void aThermoDocumentWithoutItsKeyOrWithoutEnergiesIsRefusedWithItsPlace() throws Exception {
        var report = bench.run(importer, ours(THERMO));

        assertThat(report.refused())
                .extracting(Refusal::place, Refusal::problem)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                THERMO + "#/data/3/thermo_id",
                                "The document has no identifier \"thermo_id\"."),
                        org.assertj.core.groups.Tuple.tuple(
                                THERMO + "#/data/4", "The thermo document states no energy."));
        assertThat(report.findings())
                .anyMatch(f ->
                        f.what()
                                .equals(
                                        "The energy of (mp-149) by (R2SCAN) is deprecated"
                                                + " ([\"no r2SCAN relaxation\"])."));
    }

    @Test
    void aSummaryReadTogetherWithThemRegistersTheMaterialAlone() throws Exception {
        var both = directory.resolve("both");
        Files.createDirectory(both);
        Files.copy(ours(THERMO), both.resolve("a_thermo.json"));
        Files.copy(ours("written-by-us-summary-2025.json"), both.resolve("summary.json"));

        var report = bench.run(importer, both);

        assertThat(keys(MaterialRegistered.class))
                .containsExactlyInAnyOrder(
                        "material/mp-149#material", "thermo/mp-1234567_GGA_GGA+U_R2SCAN#material");
        assertThat(report.entries().read()).isEqualTo(8);
        assertThat(report.entries().mapped()).isEqualTo(4);
    }

    @Test
    void theHistoryOfAStructureIsAChainOfDerivationsInOrder() throws Exception {
        bench.run(importer, ours(PROVENANCE));

        var derivations =
                bench.records(AnalysisPerformed.class)
                        .filter(r -> key(r).startsWith("provenance/mp-149#"))
                        .toList();
        assertThat(derivations)
                .extracting(MaterialsProjectDocumentsTest::key)
                .containsExactly(
                        "provenance/mp-149#derivation/Inorganic Crystal Structure Database (ICSD)",
                        "provenance/mp-149#derivation/pymatgen",
                        "provenance/mp-149#derivation/Materials Project Optimized Structure");
        var steps = derivations.stream().map(r -> (AnalysisPerformed) r.stated()).toList();
        assertThat(steps)
                .extracting(AnalysisPerformed::method)
                .containsOnly(Term.of("lsk:StructureDerivation"));
        assertThat(steps.get(0).occurrence().labTime().after()).isEmpty();
        assertThat(steps.get(1).occurrence().labTime().after())
                .containsExactly(derivations.get(0).event());
        assertThat(steps.get(2).occurrence().labTime().after())
                .containsExactly(derivations.get(1).event());
        assertThat(steps.get(2).occurrence().labTime().order()).hasValue(3);
        assertThat(value(steps.get(0).conditions(), "lsp:derivedFrom").text())
                .contains("icsd-51688");
        var ordered = value(steps.get(1).conditions(), "lsp:derivationStep");
        assertThat(ordered.text()).contains("OrderDisorderedStructureTransformation");
        assertThat(ordered.note()).contains("by pymatgen");
        assertThat(value(steps.get(2).conditions(), "lsp:derivedFrom").text()).contains("mp-149");
        assertThat(verbatim("provenance/mp-149#derivation/pymatgen"))
                .containsEntry("description.fw_id", "42")
                .containsEntry("url", "http://pypi.org/pymatgen")
                .hasSize(2);
        assertThat(verbatim("provenance/mp-2000000#derivation/guess"))
                .containsEntry("description", "substituted by hand");
    }

    @Test
    void aMaterialWithEntriesOfTheIcsdThatIsNotTheoreticalIsClaimedToBeObserved() throws Exception {
        bench.run(importer, ours(PROVENANCE));

        var claims = values("provenance/mp-149#claims");
        var status = value(claims.values(), "lsp:experimentalStatus");
        assertThat(status.concept()).contains(Term.of("lsk:ExperimentallyObserved"));
        assertThat(status.basis()).isEqualTo(HowKnown.EXTRACTED);
        assertThat(status.note()).contains("by 2 entries of the ICSD");
        assertThat(texts(claims.values(), "lsp:databaseEntry"))
                .containsExactlyInAnyOrder("icsd-51688", "icsd-60388", "cod-9008565");
        assertThat(texts(claims.values(), "lsp:reportedIn"))
                .hasSize(2)
                .contains("@misc{icsd, title={ICSD 51688}}");
        assertThat(
                        value(
                                        values("provenance/mp-2000000#claims").values(),
                                        "lsp:experimentalStatus")
                                .concept())
                .contains(Term.of("lsk:NoExperimentKnown"));
    }

    @Test
    void authorsAreAgentsAndTheirAddressesAreNowhere() throws Exception {
        var report = bench.run(importer, ours(PROVENANCE));

        assertThat(bench.each(AgentRegistered.class))
                .extracting(AgentRegistered::name, AgentRegistered::agentType)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Ada Beispiel", AgentType.PERSON),
                        org.assertj.core.groups.Tuple.tuple(
                                "Materials Project", AgentType.ORGANIZATION));
        assertThat(values("provenance/mp-149#claims").occurrence().agents()).hasSize(2);
        assertThat(bench.all().toString())
                .doesNotContain("example.org")
                .doesNotContain("ada.beispiel")
                .contains("(e-mail address left out)");
        assertThat(report.text()).doesNotContain("example.org");
        assertThat(report.dropped())
                .extracting(Dropped::field)
                .contains("authors.[].email", "remarks.[]", "history.[].description.remark");
        assertThat(verbatim("provenance/mp-149#claims"))
                .containsEntry("remarks.1", "High pressure experimental phase")
                .doesNotContainKey("remarks.0");
    }

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

    @Test
    void theSecondImportOfEveryDocumentWritesNothing() throws Exception {
        for (var file : List.of(THERMO, PROVENANCE, ELECTRODES, ENTRIES)) {
            bench.run(importer, ours(file));
        }
        long head = bench.head();

        for (var file : List.of(THERMO, PROVENANCE, ELECTRODES, ENTRIES)) {
            var again = bench.run(importer, ours(file));
            assertThat(again.run()).as(file).isEmpty();
            assertThat(again.entries().mapped()).isZero();
            assertThat(again.entries().read())
                    .isEqualTo(again.entries().alreadyKnown() + again.entries().refused());
        }
        assertThat(bench.head()).isEqualTo(head);
    }

    @Test
    void anEnergyThatChangedUpstreamIsACorrection() throws Exception {
        bench.run(importer, ours(THERMO));
        var changed = changed(THERMO, "-8.11", "-8.125");

        var report = bench.run(importer, changed);

        assertThat(report.records().corrected()).isEqualTo(1);
        assertThat(report.records().fresh()).isZero();
        var live =
                bench.live().stream()
                        .filter(r -> r.draft().source().isPresent())
                        .filter(r -> key(r).equals("thermo/mp-149_R2SCAN#values"))
                        .map(r -> (ValuesAsserted) r.stated())
                        .toList();
        assertThat(live).hasSize(1);
        assertThat(number(live.getFirst().values(), "lsp:energyPerAtom")).isEqualTo("-8.125");
    }

    @Test
    void aNewBuildThatSaysTheSameChangesNoValue() throws Exception {
        bench.run(importer, ours(THERMO));

        var report =
                bench.run(importer, changed(THERMO, "2025-09-25T00:00:00", "2026-01-01T00:00:00"));

        assertThat(report.records().corrected()).isZero();
        assertThat(report.records().fresh()).isZero();
    }

    @Test
    void aDocumentThatStandsAloneIsReadWithoutAnEnvelope() throws Exception {
        var entry =
                Files.writeString(
                        directory.resolve("entry.json"),
                        """
                        {"energy": -1.5, "correction": 0, "composition": {"Li": 2},
                         "data": {"task_id": "mp-7", "material_id": "mp-8"}}
                        """);

        assertThat(bench.run(importer, entry).refused()).isEmpty();
        assertThat(number(values("entry/mp-7#values").values(), "lsp:totalEnergy"))
                .isEqualTo("-1.5");
    }

    @Test
    void anAddressIsToldFromAnAtSignInASentence() {
        for (var address :
                List.of("a.b@c.org", "a-b+c@host", "ada (at) example.org", "x [at] y.de")) {
            assertThat(EmailAddresses.in("by " + address + " in May")).as(address).isTrue();
            assertThat(EmailAddresses.removed("by " + address + " in May"))
                    .isEqualTo("by (e-mail address left out) in May");
        }
        for (var none : List.of("oxygen @ 900 C", "annealed (at) night", "@article{a, b}")) {
            assertThat(EmailAddresses.in(none)).as(none).isFalse();
        }
    }

    @Test
    void aStepThatEntersAHistoryCorrectsOnlyTheOneAfterIt() throws Exception {
        bench.run(importer, ours(PROVENANCE));
        var changed =
                changed(
                        PROVENANCE,
                        "{\"name\": \"Materials Project Optimized Structure\"",
                        "{\"name\": \"by hand\"}, {\"name\": \"Materials Project Optimized Structure\"");

        var report = bench.run(importer, changed);

        assertThat(report.records().fresh()).isEqualTo(1);
        assertThat(report.records().corrected()).isEqualTo(1);
        var last =
                bench.live().stream()
                        .filter(r -> r.draft().source().isPresent())
                        .filter(r ->
                                key(r).endsWith("derivation/Materials Project Optimized Structure"))
                        .map(r -> (AnalysisPerformed) r.stated())
                        .toList();
        assertThat(last).hasSize(1);
        assertThat(last.getFirst().occurrence().labTime().order()).hasValue(4);
    }

    private Path changed(String file, String from, String to)
            throws IOException, URISyntaxException {
        var text = Files.readString(ours(file));
        assertThat(text).contains(from);
        return Files.writeString(directory.resolve(file), text.replace(from, to));
    }

    private ValuesAsserted values(String key) {
        return bench.records(ValuesAsserted.class)
                .filter(r -> key(r).equals(key))
                .map(r -> (ValuesAsserted) r.stated())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key));
    }

    private java.util.Map<String, String> verbatim(String key) {
        return bench.all().stream()
                .filter(r -> r.draft().source().isPresent())
                .filter(r -> key(r).equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key))
                .draft()
                .source()
                .orElseThrow()
                .verbatim();
    }

    private List<String> keys(Class<? extends ProvenanceEvent> kind) {
        return bench.records(kind).map(MaterialsProjectDocumentsTest::key).toList();
    }

    private static String key(RecordedEvent record) {
        return record.draft().source().orElseThrow().key().orElse("");
    }

    private static List<String> texts(List<Value> values, String property) {
        return values.stream()
                .filter(v -> v.property().equals(Term.of(property)))
                .map(v -> v.text().orElseThrow())
                .toList();
    }

    private static String number(List<Value> values, String property) {
        return value(values, property).quantity().orElseThrow().value().toString();
    }

    private static dev.lodestone.events.EventId task(String id) {
        return SummaryMapping.task(MpId.find(id).orElseThrow()).event();
    }

    private static Path ours(String name) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(
                                MaterialsProjectDocumentsTest.class.getResource(
                                        "/corpora/materials-project/" + name),
                                name)
                        .toURI());
    }
}
