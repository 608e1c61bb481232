package dev.lodestone.query.learning;

import dev.lodestone.events.CellRef;
import dev.lodestone.events.DataFileRef;
import dev.lodestone.events.Draft;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.LearningEvent.ModelTrained;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen.Row;
import dev.lodestone.events.LearningEvent.ValuesPredicted;
import dev.lodestone.events.LearningEvent.ValuesPredicted.Prediction;
import dev.lodestone.events.ModelId;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.Subject;
import dev.lodestone.events.Value;
import dev.lodestone.events.files.FileStore;
import dev.lodestone.events.intake.EventIntake;
import dev.lodestone.events.intake.Receipt;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.query.learning.FeatureTable.Example;
import dev.lodestone.query.learning.FeatureTable.Measure;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

/// Fits a model to a frozen training set, keeps it, records it, and records what it says of the
/// samples held out.
public final class TrainModel {
    /// Predictions in one record.
    private static final int BATCH = 100;

    /// Digits of a recorded prediction.
    private static final MathContext DIGITS = new MathContext(6);

    private final EventLog log;
    private final EventIntake intake;
    private final FileStore files;
    private final Occurrence occurrence;

    /// @param occurrence who trains, and when
    public TrainModel(EventLog log, EventIntake intake, FileStore files, Occurrence occurrence) {
        this.log = log;
        this.intake = intake;
        this.files = files;
        this.occurrence = occurrence;
    }

    /// Fits and records a model.
    public TrainedModel train(String name, FrozenTrainingSet set, ModelRecipe recipe) {
        var records = new LogRecords(log);
        var training = table(set, set.frozen().rows(), records);
        var fitted = TribuoTrainer.fit(recipe, training);
        var unit = training.target().unit().symbol();
        var scores = new TreeMap<>(scores(fitted, training.examples()).named("training", unit));
        var test = table(set, set.heldOutRows(), records).examples();
        if (!test.isEmpty()) {
            scores.putAll(scores(fitted, test).named("test", unit));
        }
        var stored = files.put(new ByteArrayInputStream(fitted.file()));
        var id = intake.newId();
        var trained =
                new ModelTrained(
                        occurrence,
                        new ModelId(id.toString()),
                        name,
                        Optional.of(set.dataset()),
                        Optional.empty(),
                        recipe.algorithm(),
                        Optional.of(TribuoTrainer.LIBRARY),
                        Optional.of(TribuoTrainer.version()),
                        parameters(recipe, training),
                        OptionalLong.of(recipe.seed()),
                        Optional.of(set.holdOut().words()),
                        set.heldOutSamples(),
                        Optional.of(fitted.hash()),
                        Optional.of(
                                new DataFileRef(
                                        stored.sha256(),
                                        "model.tribuo",
                                        Optional.of("application/x-protobuf"),
                                        stored.bytes(),
                                        Optional.of("model"))),
                        scores);
        var receipt = intake.record(List.of(Draft.of(id, trained))).getFirst();
        return new TrainedModel(receipt.record(), receipt.position(), trained, fitted);
    }

    /// Records what a model says of the rows that were held out.
    public List<Receipt> predictHeldOut(TrainedModel model, FrozenTrainingSet set) {
        var table = table(set, set.heldOutRows(), new LogRecords(log));
        int target = FeatureTable.targetIndex(set.frozen().columns());
        var drafts =
                table.examples().stream()
                        .map(example -> prediction(model, table.target(), example, target))
                        .gather(Gatherers.windowFixed(BATCH))
                        .map(batch ->
                                Draft.of(
                                        intake.newId(),
                                        new ValuesPredicted(
                                                occurrence, model.trained().model(), batch)))
                        .toList();
        return intake.record(drafts);
    }

    private static Prediction prediction(
            TrainedModel model, Measure target, Example example, int targetIndex) {
        var said = BigDecimal.valueOf(model.fitted().predict(example.inputs())).round(DIGITS);
        var inputs = new ArrayList<CellRef>(example.row().cells());
        var actual = inputs.remove(targetIndex);
        return new Prediction(
                Optional.of(Subject.of(example.row().sample())),
                Value.of(
                        target.property(),
                        HowKnown.PREDICTED,
                        Quantity.of(said.toPlainString(), target.unit().term())),
                inputs,
                List.of(),
                Optional.of(actual),
                Optional.empty());
    }

    private static FeatureTable table(FrozenTrainingSet set, List<Row> rows, LogRecords records) {
        return FeatureTable.of(set.frozen().columns(), rows, records);
    }

    private static Scores scores(FittedModel model, List<Example> examples) {
        return Scores.of(
                examples.stream().map(example -> model.predict(example.inputs())).toList(),
                examples.stream().map(Example::target).toList());
    }

    private static Map<String, String> parameters(ModelRecipe recipe, FeatureTable table) {
        var all = new TreeMap<>(recipe.hyperParameters());
        all.put(
                "features",
                table.features().stream().map(Measure::words).collect(Collectors.joining(", ")));
        all.put("target", table.target().words());
        return all;
    }
}
