package dev.lodestone.events;

import dev.lodestone.events.DataEvent.AnalysisPerformed;
import dev.lodestone.events.DataEvent.SimulationPerformed;
import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.DataEvent.ValuesImputed;
import dev.lodestone.events.LearningEvent.ModelTrained;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen;
import dev.lodestone.events.LearningEvent.ValuesPredicted;
import dev.lodestone.events.PlanEvent.DecisionMade;
import dev.lodestone.events.PlanEvent.WorkflowPlanned;
import dev.lodestone.events.SampleEvent.SampleDestroyed;
import dev.lodestone.events.SampleEvent.SampleIdentified;
import dev.lodestone.events.SampleEvent.SampleLinked;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SampleSplit;
import dev.lodestone.events.SampleEvent.SampleStored;
import dev.lodestone.events.SampleEvent.SampleTransported;
import dev.lodestone.events.SampleEvent.SamplesMerged;
import java.util.ArrayList;
import java.util.List;

/// A value with its number in its record, its part in the event and where it stands in the JSON.
/// The numbering is what data IRIs and training cells are made of, so it never changes for a kind
/// and version: in the order of the fields, then of the list.
///
/// @param n from 1
/// @param pointer RFC 6901 pointer into the event's JSON
public record NumberedValue(int n, Role role, String pointer, Value value) {

    /// What a value is to its event.
    public enum Role {
        /// Set or held in it.
        PARAMETER,
        /// What results of it hold under.
        CONDITION,
        /// Found, computed, asserted or imputed.
        RESULT,
        /// A model's output.
        PREDICTION,
        /// What a model was given, stated in place.
        MODEL_INPUT,
        /// What turned out, stated in place.
        ACTUAL,
        /// Wished for.
        TARGET,
        /// What a step was worth.
        REWARD
    }

    /// All values of an event, numbered. A correction numbers those of the event it restates.
    public static List<NumberedValue> of(ProvenanceEvent event) {
        var list = new Numbering();
        switch (event) {
            case SampleProcessed e -> list.add(Role.PARAMETER, "/parameters", e.parameters());
            case SampleStored e -> list.add(Role.PARAMETER, "/conditions", e.conditions());
            case SampleTransported e -> list.add(Role.PARAMETER, "/conditions", e.conditions());
            case SampleMeasured e -> {
                list.add(Role.CONDITION, "/conditions", e.conditions());
                list.add(Role.RESULT, "/results", e.results());
            }
            case SampleSplit e -> list.add(Role.PARAMETER, "/parameters", e.parameters());
            case SamplesMerged e -> list.add(Role.PARAMETER, "/parameters", e.parameters());
            case AnalysisPerformed e -> {
                list.add(Role.CONDITION, "/conditions", e.conditions());
                list.add(Role.RESULT, "/results", e.results());
            }
            case SimulationPerformed e -> {
                list.add(Role.CONDITION, "/conditions", e.conditions());
                list.add(Role.RESULT, "/results", e.results());
            }
            case ValuesAsserted e -> {
                list.add(Role.CONDITION, "/conditions", e.conditions());
                list.add(Role.RESULT, "/values", e.values());
            }
            case ValuesImputed e -> list.add(Role.RESULT, "/values", e.values());
            case WorkflowPlanned e -> {
                for (int i = 0; i < e.steps().size(); i++) {
                    list.add(Role.TARGET, "/steps/" + i + "/targets", e.steps().get(i).targets());
                }
            }
            case DecisionMade e -> list.add(Role.REWARD, "/rewards", e.rewards());
            case ValuesPredicted e -> {
                for (int i = 0; i < e.predictions().size(); i++) {
                    var at = "/predictions/" + i;
                    var prediction = e.predictions().get(i);
                    list.addOne(Role.PREDICTION, at + "/value", prediction.value());
                    list.add(Role.MODEL_INPUT, at + "/inputValues", prediction.inputValues());
                    prediction
                            .actualValue()
                            .ifPresent(v -> list.addOne(Role.ACTUAL, at + "/actualValue", v));
                }
            }
            case RecordEvent.RecordCorrected e -> {
                return of(e.restated()).stream()
                        .map(v ->
                                new NumberedValue(
                                        v.n(), v.role(), "/restated" + v.pointer(), v.value()))
                        .toList();
            }
            case SampleRegistered _,
                    SampleIdentified _,
                    SampleLinked _,
                    SampleDestroyed _,
                    ThingEvent _,
                    TrainingSetFrozen _,
                    ModelTrained _,
                    RecordEvent.SourceImported _,
                    RecordEvent.Annotated _,
                    RecordEvent.AccessChanged _,
                    RecordEvent.RecordRetracted _,
                    RecordEvent.RecordErased _ -> {}
        }
        return list.values;
    }

    private static final class Numbering {
        private final List<NumberedValue> values = new ArrayList<>();

        void add(Role role, String pointer, List<Value> more) {
            for (int i = 0; i < more.size(); i++) {
                addOne(role, pointer + "/" + i, more.get(i));
            }
        }

        void addOne(Role role, String pointer, Value value) {
            values.add(new NumberedValue(values.size() + 1, role, pointer, value));
        }
    }
}
