package dev.lodestone.query.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.events.CellRef;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.LearningEvent.ModelTrained;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen.Row;
import dev.lodestone.events.LearningEvent.ValuesPredicted;
import dev.lodestone.ontology.Term;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tribuo.Model;
import org.tribuo.regression.Regressor;

class TrainModelTest {
    private static final ModelRecipe FOREST = new ModelRecipe.RandomForest(40, 8, 2f, 0.5f, 3);

    @TempDir private Path directory;

    static Stream<ModelRecipe> recipes() {
        return Stream.of(FOREST, ModelRecipe.NearestNeighbours.usual(3));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void theSameRowsAndSeedGiveTheSameModelAndPredictions(ModelRecipe recipe) {
        try (var lab = new CathodeLab(directory, 30)) {
            var set = lab.freeze(1);

            var one = lab.training().train("one", set, recipe);
            var other = lab.training().train("other", set, recipe);

            assertThat(other.trained().modelHash()).isEqualTo(one.trained().modelHash());
            assertThat(other.trained().model()).isNotEqualTo(one.trained().model());
            var table =
                    FeatureTable.of(
                            set.frozen().columns(), set.heldOutRows(), new LogRecords(lab.log()));
            assertThat(table.examples())
                    .isNotEmpty()
                    .allSatisfy(example ->
                            assertThat(other.fitted().predict(example.inputs()))
                                    .isEqualTo(one.fitted().predict(example.inputs())));
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void theModelLearnsWhatIsInTheSheet(ModelRecipe recipe) {
        try (var lab = new CathodeLab(directory, 60)) {
            var trained = lab.training().train("model", lab.freeze(1), recipe).trained();

            assertThat(trained.scores())
                    .containsOnlyKeys(
                            "R2 training",
                            "RMSE training [mAh/g]",
                            "MAE training [mAh/g]",
                            "R2 test",
                            "RMSE test [mAh/g]",
                            "MAE test [mAh/g]");
            assertThat(trained.scores().get("R2 test"))
                    .isGreaterThan(java.math.BigDecimal.valueOf(0.5));
        }
    }

    @Test
    void theNearestNeighboursAreAveraged() {
        var table = line();
        var model = TribuoTrainer.fit(new ModelRecipe.NearestNeighbours(3, 1), table);

        // Of 0, 1, 4, 9, 16, 25 the squares next to that of 3.1 are 4, 9 and 16.
        assertThat(model.predict(List.of(3.1))).isCloseTo((4 + 9 + 16) / 3.0, within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void theModelFileGivesTheModelBack(ModelRecipe recipe) throws IOException {
        var table = line();
        var model = TribuoTrainer.fit(recipe, table);

        var read = Model.deserializeFromStream(new ByteArrayInputStream(model.file()));

        var input = TribuoTrainer.example(table.features(), List.of(3.1), Double.NaN);
        assertThat(read.castModel(Regressor.class).predict(input).getOutput().getValues())
                .containsExactly(model.predict(List.of(3.1)));
    }

    /// The squares of 0 to 5.
    private static FeatureTable line() {
        var examples =
                IntStream.range(0, 6)
                        .mapToObj(i ->
                                new FeatureTable.Example(
                                        new Row(CathodeLab.sampleId(i), List.of()),
                                        List.of((double) i),
                                        i * i))
                        .toList();
        return new FeatureTable(
                FeatureTable.Measure.of(Term.of("lsp:specificDischargeCapacity")),
                List.of(FeatureTable.Measure.of(Term.of("lsp:cRate"))),
                examples);
    }

    @Test
    void anotherSeedGivesAnotherForest() {
        try (var lab = new CathodeLab(directory, 30)) {
            var set = lab.freeze(1);

            var one = lab.training().train("one", set, FOREST);
            var other =
                    lab.training()
                            .train("other", set, new ModelRecipe.RandomForest(40, 8, 2f, 0.5f, 4));

            assertThat(other.trained().modelHash()).isNotEqualTo(one.trained().modelHash());
        }
    }

    @Test
    void theRecordSaysHowTheModelWasMade() {
        try (var lab = new CathodeLab(directory, 30)) {
            var set = lab.freeze(1);

            var model = lab.training().train("Forest", set, FOREST);

            var trained = (ModelTrained) lab.stated(model.record());
            assertThat(trained).isEqualTo(model.trained());
            assertThat(trained.trainedOn()).contains(set.dataset());
            assertThat(trained.library()).contains("Tribuo");
            assertThat(trained.libraryVersion()).contains("4.3.2");
            assertThat(trained.hyperParameters())
                    .containsEntry("trees", "40")
                    .containsEntry("target", "specificDischargeCapacity [mAh/g]");
            assertThat(trained.hyperParameters().get("features"))
                    .contains("sinteringTemperature [°C]", "primaryParticleSize [µm]");
            assertThat(trained.seed()).hasValue(3);
            assertThat(trained.split().orElseThrow()).startsWith("by sample");
            assertThat(trained.heldOut()).isEqualTo(set.heldOutSamples());
            assertThat(lab.files().verify(trained.file().orElseThrow().sha256())).isTrue();
        }
    }

    @Test
    void aPredictionKeepsItsOwnCellsAndWhatTurnedOut() {
        try (var lab = new CathodeLab(directory, 30)) {
            var set = lab.freeze(1);
            var model = lab.training().train("Forest", set, FOREST);

            var receipts = lab.training().predictHeldOut(model, set);

            var predictions =
                    receipts.stream()
                            .map(receipt -> (ValuesPredicted) lab.stated(receipt.record()))
                            .flatMap(predicted -> predicted.predictions().stream())
                            .toList();
            assertThat(predictions).hasSameSizeAs(set.heldOutRows());
            for (int i = 0; i < predictions.size(); i++) {
                var row = set.heldOutRows().get(i);
                var prediction = predictions.get(i);
                assertThat(prediction.subject().orElseThrow().sample()).contains(row.sample());
                assertThat(prediction.inputs()).isEqualTo(row.cells().subList(0, 10));
                assertThat(prediction.actual()).contains(row.cells().getLast());
                assertThat(prediction.value().basis()).isEqualTo(HowKnown.PREDICTED);
                assertThat(prediction.value().quantity().orElseThrow().unit().curie())
                        .isEqualTo("unit:MilliA-HR-PER-GM");
            }
            assertThat(predictions)
                    .extracting(p -> p.actual().map(CellRef::n))
                    .containsOnly(java.util.Optional.of(4));
        }
    }
}
