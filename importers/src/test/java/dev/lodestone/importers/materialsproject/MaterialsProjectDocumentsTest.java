package dev.lodestone.importers.materialsproject;

import static dev.lodestone.importers.TestLog.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.AgentType;
import dev.lodestone.events.DataEvent.AnalysisPerformed;
import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.MaterialId;
import dev.lodestone.events.Subject;
import dev.lodestone.events.ThingEvent.AgentRegistered;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.importers.ImportReport.Dropped;
import dev.lodestone.importers.Refusal;
import dev.lodestone.ontology.Term;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Energies and provenance; and what holds for documents of every sort.
class MaterialsProjectDocumentsTest extends DocumentsImport {
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
    void amongLinesAMaterialIsRegisteredBeforeWhatIsSaidOfIt() throws Exception {
        var lines =
                Files.writeString(
                        directory.resolve("mixed.jsonl"),
                        """
                        {"task_id": "mp-7", "run_type": "GGA", "output": {"energy": -3.5}}

                        {"material_id": "mp-149", "thermo_type": "R2SCAN", "energy_per_atom": -8.11}
                        {"material_id": "mp-149",
                        {"material_id": "mp-149", "nsites": 2, "formula_pretty": "Si", "task_ids": ["mp-7"]}
                        """);

        var report = bench.run(importer, lines);

        assertThat(report.entries().read()).isEqualTo(4);
        assertThat(report.refused())
                .extracting(Refusal::place)
                .allMatch(place -> place.startsWith("mixed.jsonl:4"))
                .hasSize(1);
        assertThat(bench.records(MaterialRegistered.class))
                .extracting(record -> ((MaterialRegistered) record.stated()).formula())
                .containsExactly(java.util.Optional.of("Si"));
        assertThat(values("thermo/mp-149_R2SCAN#values").subject())
                .isEqualTo(Subject.of(new MaterialId("mp-149")));
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
}
