package dev.lodestone.app;

import dev.lodestone.events.AgentId;
import dev.lodestone.events.AgentType;
import dev.lodestone.events.Draft;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen.Row;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Outcome;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.ThingEvent.AgentRegistered;
import dev.lodestone.events.Uuids;
import dev.lodestone.query.learning.FreezeTrainingSet;
import dev.lodestone.query.learning.HoldOut;
import dev.lodestone.query.learning.ModelRecipe;
import dev.lodestone.query.learning.SparqlSelection;
import dev.lodestone.query.learning.TrainModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Learning on an open store: freeze, fit, predict, and record all three.
public final class Training {
    private static final AgentId SELF = new AgentId("lodestone");

    private final Store store;

    /// On a store whose graph follows.
    public Training(Store store) {
        this.store = store;
    }

    /// What came of one recipe.
    ///
    /// @param rows trained on, of so many `samples`
    /// @param heldOut samples kept out, with so many `predictions`
    public record Fitted(
            String name,
            String model,
            long rows,
            long samples,
            long heldOut,
            long predictions,
            Map<String, BigDecimal> scores) {}

    /// Freezes the cathode data and fits the usual models.
    ///
    /// @param share of the samples that is kept out
    public List<Fitted> run(long seed, double share, boolean withoutImputed)
            throws InterruptedException {
        var occurrence = occurrence();
        var translation = store.meanings().get().fingerprint();
        var selection =
                new SparqlSelection(
                        store.queries(),
                        store.iris(),
                        () -> translation,
                        withoutImputed
                                ? SparqlSelection.CATHODE_CAPACITY_WITHOUT_IMPUTED
                                : SparqlSelection.CATHODE_CAPACITY);
        var set =
                new FreezeTrainingSet(store.log(), store.intake(), occurrence)
                        .freeze(
                                "Discharge capacity of cathodes",
                                selection,
                                new HoldOut(seed, share));
        var training = new TrainModel(store.log(), store.intake(), store.files(), occurrence);
        var fitted = new ArrayList<Fitted>();
        for (var recipe :
                List.of(
                        ModelRecipe.RandomForest.usual(seed),
                        ModelRecipe.NearestNeighbours.usual(seed))) {
            var name =
                    switch (recipe) {
                        case ModelRecipe.RandomForest _ -> "Cathode capacity, random forest";
                        case ModelRecipe.NearestNeighbours _ ->
                                "Cathode capacity, nearest neighbours";
                    };
            var model = training.train(name, set, recipe);
            training.predictHeldOut(model, set);
            fitted.add(
                    new Fitted(
                            name,
                            model.trained().model().value(),
                            set.frozen().rows().size(),
                            set.frozen().rows().stream().map(Row::sample).distinct().count(),
                            set.heldOutSamples().size(),
                            set.heldOutRows().size(),
                            model.trained().scores()));
        }
        return fitted;
    }

    private Occurrence occurrence() {
        var record = new RecordId(Uuids.named("agent", SELF.value()));
        store.intake()
                .record(
                        List.of(
                                Draft.of(
                                        record,
                                        new AgentRegistered(
                                                Occurrence.UNKNOWN,
                                                SELF,
                                                AgentType.SOFTWARE,
                                                "Lodestone",
                                                Optional.of("0.1.0"),
                                                Optional.empty()))));
        return Occurrence.at(LabTime.at(store.clock().instant())).by(SELF).ended(Outcome.SUCCESS);
    }
}
