package dev.lodestone.query.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.Because;
import dev.lodestone.events.CellRef;
import dev.lodestone.events.Draft;
import dev.lodestone.events.EventId;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen.Row;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.learning.Selection.LeftOut;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreezeTrainingSetTest {
    @TempDir private Path directory;

    @Test
    void aRowIsTheCellsOfOneMeasurementAndOfWhatItIsAMeasurementOf() {
        try (var lab = new CathodeLab(directory, 6)) {
            var set = lab.freeze(1);

            var columns =
                    set.frozen().columns().stream().map(c -> c.property().localName()).toList();
            assertThat(columns)
                    .containsExactly(
                            "fractionNi",
                            "fractionCo",
                            "fractionMn",
                            "secondaryParticleSize",
                            "primaryParticleSize",
                            "sinteringTemperature",
                            "sinteringTime",
                            "upperCutoffVoltage",
                            "measurementTemperature",
                            "cRate",
                            "specificDischargeCapacity");
            assertThat(set.leftOut()).isEmpty();
            var rows = new ArrayList<>(set.frozen().rows());
            rows.addAll(set.heldOutRows());
            for (int n = 1; n <= 6; n++) {
                int sample = n;
                assertThat(rows)
                        .filteredOn(row -> row.sample().equals(CathodeLab.sampleId(sample)))
                        .allSatisfy(row ->
                                assertThat(row.cells())
                                        .contains(
                                                new CellRef(
                                                        CathodeLab.recordId(sample, "sintered"),
                                                        1)))
                        .extracting(row -> row.cells().getLast())
                        .contains(
                                new CellRef(CathodeLab.recordId(sample, "measured 1"), 4),
                                new CellRef(CathodeLab.recordId(sample, "measured 2"), 4));
            }
        }
    }

    @Test
    void aValueOfTheSamePlaceInTheSourceIsTakenBeforeOthersOfTheSample() {
        try (var lab = new CathodeLab(directory, 3)) {
            var set = lab.freeze(1);

            var rows = new ArrayList<>(set.frozen().rows());
            rows.addAll(set.heldOutRows());
            assertThat(rows)
                    .filteredOn(row ->
                            row.cells()
                                    .getLast()
                                    .record()
                                    .equals(CathodeLab.recordId(2, "measured 2")))
                    .singleElement()
                    .satisfies(row ->
                            assertThat(row.cells().get(4))
                                    .isEqualTo(
                                            new CellRef(CathodeLab.recordId(2, "primary 2"), 1)));
        }
    }

    @Test
    void imputedValuesCanBeLeftOut() {
        try (var lab = new CathodeLab(directory, 3)) {
            var selected = lab.selection(SparqlSelection.CATHODE_CAPACITY_WITHOUT_IMPUTED).select();

            assertThat(selected.columns()).hasSize(10);
            assertThat(selected.rows()).isNotEmpty();
            var records = new LogRecords(lab.log());
            assertThat(selected.rows())
                    .flatExtracting(Row::cells)
                    .noneMatch(cell ->
                            records.cell(cell).orElseThrow().value().basis() == HowKnown.IMPUTED);
        }
    }

    @Test
    void aMeasurementAfterTwoSinteringsGivesNoRowAndIsSaidToBeLeftOut() {
        try (var lab = new CathodeLab(directory, 4)) {
            var again =
                    lab.record(Draft.of(lab.intake().newId(), CathodeLab.sintered(2, "900", 10)));
            var after = new EventId(again.record().value());
            var measured = CathodeLab.measured(2, "0.5", "150.0");
            var last =
                    lab.record(
                            Draft.of(
                                    lab.intake().newId(),
                                    new SampleMeasured(
                                            Occurrence.at(LabTime.UNKNOWN.withAfter(after)),
                                            measured.participants(),
                                            measured.method(),
                                            measured.effect(),
                                            measured.components(),
                                            measured.conditions(),
                                            measured.results(),
                                            measured.files())));

            var selected = lab.selection(SparqlSelection.CATHODE_CAPACITY).select();

            assertThat(selected.leftOut())
                    .filteredOn(out -> out.target().equals(last.record() + "-4"))
                    .extracting(LeftOut::why)
                    .first()
                    .asString()
                    .startsWith("2 values of ");
        }
    }

    @Test
    void samplesAreHeldOutWhole() {
        try (var lab = new CathodeLab(directory, 30)) {
            var set = lab.freeze(1);

            var trained = new HashSet<>(set.frozen().rows().stream().map(Row::sample).toList());
            assertThat(set.heldOutSamples()).isNotEmpty().doesNotContainAnyElementsOf(trained);
            assertThat(trained.size() + set.heldOutSamples().size()).isEqualTo(30);
        }
    }

    @Test
    void rowsComeInTheOrderOfSamplesAndCells() {
        try (var lab = new CathodeLab(directory, 12)) {
            assertThat(lab.freeze(1).frozen().rows())
                    .isSortedAccordingTo(
                            java.util.Comparator.comparing((Row row) -> row.sample().value())
                                    .thenComparing(row -> row.cells().getLast().toString()));
        }
    }

    @Test
    void theSetNamesItsPositionTranslationAndTier() {
        try (var lab = new CathodeLab(directory, 4)) {
            long head = lab.log().head().value();

            var frozen = lab.freeze(1).frozen();

            assertThat(frozen.atPosition()).isEqualTo(head);
            assertThat(frozen.translation()).matches("[0-9a-f]{64}");
            assertThat(frozen.tier()).isEqualTo("public");
            assertThat(frozen.selection()).contains("SELECT DISTINCT ?sample ?target");
        }
    }

    @Test
    void anEmptySelectionIsRefusedInWords() {
        try (var lab = new CathodeLab(directory, 0)) {
            assertThatThrownBy(() -> lab.freeze(1))
                    .isInstanceOf(Incorrect.class)
                    .hasMessageContaining("no row to train on")
                    .hasMessageContaining("Maybe");
        }
    }

    @Test
    void theManifestVerifiesFromTheLogAloneAndStillDoesAfterACorrection() {
        try (var lab = new CathodeLab(directory, 6)) {
            var frozen = lab.freeze(1).frozen();

            lab.correct(
                    CathodeLab.recordId(1, "sintered"),
                    Because.ERROR,
                    "misread",
                    CathodeLab.sintered(1, "555", 12));

            assertThat(TrainingManifest.of(frozen.rows(), new LogRecords(lab.log())).fits(frozen))
                    .isTrue();
        }
    }

    @Test
    void theManifestChangesWithTextUnitNumberAndOrder() {
        try (var lab = new CathodeLab(directory, 2)) {
            var records = new LogRecords(lab.log());
            var row =
                    List.of(
                            new CellRef(CathodeLab.recordId(1, "sintered"), 1),
                            new CellRef(CathodeLab.recordId(1, "sintered"), 2));
            var hash = hash(row, records);

            assertThat(hash(row, new LogRecords(lab.log()))).isEqualTo(hash);
            assertThat(hash(row.reversed(), records)).isNotEqualTo(hash);
            assertThat(hash(List.of(row.getFirst()), records)).isNotEqualTo(hash);
            assertThat(hash(List.of(row.getFirst(), row.getFirst()), records)).isNotEqualTo(hash);

            var text =
                    lab.correct(
                            CathodeLab.recordId(1, "sintered"),
                            Because.ERROR,
                            "",
                            CathodeLab.sintered(1, "850.0", 12));
            assertThat(
                            hash(
                                    List.of(new CellRef(text, 1), row.getLast()),
                                    new LogRecords(lab.log())))
                    .isNotEqualTo(hash);
        }
    }

    @Test
    void theManifestHashIsThatOfTheBytesDocumented() throws Exception {
        try (var lab = new CathodeLab(directory, 1)) {
            var record = CathodeLab.recordId(1, "measured 1");
            var out = new java.io.ByteArrayOutputStream();
            var bytes = new java.io.DataOutputStream(out);
            write(bytes, "lodestone-training-manifest-1");
            bytes.writeInt(1);
            bytes.writeInt(1);
            write(bytes, record.toString());
            bytes.writeInt(1);
            write(bytes, "4.3");
            write(bytes, "http://qudt.org/vocab/unit/V");
            var expected =
                    java.util.HexFormat.of()
                            .formatHex(
                                    java.security.MessageDigest.getInstance("SHA-256")
                                            .digest(out.toByteArray()));

            assertThat(hash(List.of(new CellRef(record, 1)), new LogRecords(lab.log())))
                    .isEqualTo(expected);
        }
    }

    @Test
    void freezingTheSameAtTheSamePositionIsTheSameSet() {
        try (var lab = new CathodeLab(directory, 4)) {
            var selection = lab.selection(SparqlSelection.CATHODE_CAPACITY);

            var first =
                    new FreezeTrainingSet(lab.log(), lab.intake(), Occurrence.UNKNOWN)
                            .freeze("Twice", selection, new HoldOut(1, 0.2));
            var later = Occurrence.at(LabTime.on(java.time.LocalDate.of(2025, 2, 1)));
            var second =
                    new FreezeTrainingSet(lab.log(), lab.intake(), later)
                            .freeze("Twice", selection, new HoldOut(1, 0.2));

            assertThat(second.record()).isEqualTo(first.record());
            assertThat(second.frozen()).isEqualTo(first.frozen());
            assertThat(lab.stated(first.record())).isInstanceOf(TrainingSetFrozen.class);
        }
    }

    private static void write(java.io.DataOutputStream to, String text) throws java.io.IOException {
        var bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        to.writeInt(bytes.length);
        to.write(bytes);
    }

    private static String hash(List<CellRef> cells, LogRecords records) {
        return TrainingManifest.of(List.of(new Row(CathodeLab.sampleId(1), cells)), records).hash();
    }
}
