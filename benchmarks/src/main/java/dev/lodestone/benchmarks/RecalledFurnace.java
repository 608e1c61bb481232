package dev.lodestone.benchmarks;

import dev.lodestone.events.CellRef;
import dev.lodestone.events.CellRole;
import dev.lodestone.events.DatasetId;
import dev.lodestone.events.Draft;
import dev.lodestone.events.Effect;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.InstrumentId;
import dev.lodestone.events.LearningEvent.ModelTrained;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen.Column;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen.Row;
import dev.lodestone.events.LearningEvent.ValuesPredicted;
import dev.lodestone.events.LearningEvent.ValuesPredicted.Prediction;
import dev.lodestone.events.ModelId;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Participants;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.Subject;
import dev.lodestone.events.ThingEvent.InstrumentRegistered;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// A furnace whose calibration was off: every sample was heated in it, in runs of 500, and measured
/// twice over in one event; a model was trained on the first values and predicts for one sample in
/// three. Ten samples give 33 things that rest on the furnace, a training set and a model besides,
/// and the furnace's own settings.
final class RecalledFurnace {
    static final InstrumentId FURNACE = new InstrumentId("furnace");

    private static final int RUN = 500;
    private static final int TRAINED_ON = 1_000;
    private static final int PREDICTED_ONE_IN = 3;
    private static final DatasetId ROWS = new DatasetId("rows");
    private static final ModelId MODEL = new ModelId("model");
    private static final Term CAPACITY = Term.of("lsp:specificDischargeCapacity");

    private final List<SampleId> samples;

    RecalledFurnace(int samples) {
        this.samples = SmallLabs.samples("s", samples);
    }

    void forEach(Consumer<Draft> to) {
        to.accept(
                SmallLabs.draft(
                        new InstrumentRegistered(
                                Occurrence.UNKNOWN,
                                FURNACE,
                                "tube furnace",
                                Optional.empty(),
                                Optional.empty())));
        SmallLabs.register(samples, to);
        var cells = new ArrayList<Row>();
        for (int from = 0; from < samples.size(); from += RUN) {
            var run = samples.subList(from, Math.min(from + RUN, samples.size()));
            to.accept(heated(run, from / RUN));
            for (var sample : run) {
                var measured = measured(sample, from / RUN);
                to.accept(measured);
                if (cells.size() < TRAINED_ON) {
                    cells.add(new Row(sample, List.of(new CellRef(measured.record(), 1))));
                }
            }
        }
        to.accept(frozen(cells));
        to.accept(trained());
        for (int from = 0; from < samples.size(); from += RUN) {
            to.accept(predicted(samples.subList(from, Math.min(from + RUN, samples.size()))));
        }
    }

    private static Draft heated(List<SampleId> run, int hour) {
        return SmallLabs.draft(
                new SampleProcessed(
                        SmallLabs.hour(hour).with(FURNACE),
                        new Participants(run, Optional.empty()),
                        Term.of("lsk:Sintering"),
                        List.of(
                                SmallLabs.set("lsp:sinteringTemperature", 850, "unit:DEG_C"),
                                SmallLabs.set("lsp:sinteringTime", 12, "unit:HR")),
                        List.of()));
    }

    private static Draft measured(SampleId sample, int hour) {
        return SmallLabs.draft(
                new SampleMeasured(
                        SmallLabs.hour(hour + 24L),
                        Participants.of(sample),
                        Term.of("lsk:BatteryCycling"),
                        Effect.NONE,
                        List.of(),
                        List.of(),
                        List.of(SmallLabs.capacity(180), SmallLabs.capacity(175)),
                        List.of()));
    }

    private static Draft frozen(List<Row> rows) {
        return SmallLabs.draft(
                new TrainingSetFrozen(
                        Occurrence.UNKNOWN,
                        ROWS,
                        "first capacities",
                        "the first of each measurement",
                        1,
                        List.of(new Column(CAPACITY, CellRole.TARGET)),
                        rows,
                        "0".repeat(64), // Nothing here reads the set back.
                        "benchmark",
                        "public"));
    }

    private static Draft trained() {
        return SmallLabs.draft(
                new ModelTrained(
                        Occurrence.UNKNOWN,
                        MODEL,
                        "mean",
                        Optional.of(ROWS),
                        Optional.empty(),
                        "mean",
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()));
    }

    private static Draft predicted(List<SampleId> run) {
        var predictions = new ArrayList<Prediction>();
        for (int i = 0; i < run.size(); i += PREDICTED_ONE_IN) {
            predictions.add(
                    new Prediction(
                            Optional.of(Subject.of(run.get(i))),
                            SmallLabs.capacity(178, HowKnown.PREDICTED),
                            List.of(),
                            List.of(),
                            Optional.empty(),
                            Optional.empty()));
        }
        return SmallLabs.draft(new ValuesPredicted(Occurrence.UNKNOWN, MODEL, predictions));
    }
}
