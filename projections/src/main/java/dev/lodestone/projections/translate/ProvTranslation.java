package dev.lodestone.projections.translate;

import dev.lodestone.events.DataEvent.AnalysisPerformed;
import dev.lodestone.events.DataEvent.SimulationPerformed;
import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.DataEvent.ValuesImputed;
import dev.lodestone.events.LearningEvent.ModelTrained;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen;
import dev.lodestone.events.LearningEvent.ValuesPredicted;
import dev.lodestone.events.PlanEvent.DecisionMade;
import dev.lodestone.events.PlanEvent.WorkflowPlanned;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.RecordEvent.AccessChanged;
import dev.lodestone.events.RecordEvent.Annotated;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordEvent.RecordErased;
import dev.lodestone.events.RecordEvent.RecordRetracted;
import dev.lodestone.events.RecordEvent.SourceImported;
import dev.lodestone.events.RecordedEvent;
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
import dev.lodestone.events.ThingEvent.AgentRegistered;
import dev.lodestone.events.ThingEvent.ContainerRegistered;
import dev.lodestone.events.ThingEvent.InstrumentRegistered;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.ontology.Ontology;
import java.util.LinkedHashSet;
import java.util.Set;

/// What a record says, in statements. Pure: a function of the record, of the memberships it pins
/// and of the ontology. What depends on the other events of a sample is [SampleChain]'s. The only
/// place where kinds of event are told apart to say what they mean. Thread-safe.
public final class ProvTranslation {
    private final Words words;
    private final Iris iris;

    public ProvTranslation(Ontology ontology, Iris iris) {
        this.words = new Words(ontology);
        this.iris = iris;
    }

    /// Everything a record says, index triples included.
    public Set<Statement> translate(RecordedEvent recorded, Memberships memberships) {
        var all = new LinkedHashSet<Statement>();
        translate(recorded, memberships, new Into(all, true));
        return all;
    }

    /// What stands in the graph of a record's own: everything it says but index triples.
    public Set<Statement> ownGraph(RecordedEvent recorded, Memberships memberships) {
        var all = new LinkedHashSet<Statement>();
        translate(recorded, memberships, new Into(all, false));
        return all;
    }

    void header(RecordedEvent recorded, Claims claims) {
        RecordHeader.write(
                new Scribe(words, iris, _ -> java.util.Optional.empty(), recorded, claims));
    }

    void translate(RecordedEvent recorded, Memberships memberships, Claims claims) {
        var scribe = new Scribe(words, iris, memberships, recorded, claims);
        RecordHeader.write(scribe);
        say(recorded.draft().body(), scribe);
    }

    private static void say(ProvenanceEvent stated, Scribe to) {
        switch (stated) {
            case SampleRegistered e -> SampleStatements.registered(e, to);
            case SampleIdentified e -> SampleStatements.identified(e, to);
            case SampleLinked e -> SampleStatements.linked(e, to);
            case SampleProcessed e -> SampleStatements.processed(e, to);
            case SampleStored e -> SampleStatements.stored(e, to);
            case SampleTransported e -> SampleStatements.transported(e, to);
            case SampleMeasured e -> SampleStatements.measured(e, to);
            case SampleSplit e -> SampleStatements.split(e, to);
            case SamplesMerged e -> SampleStatements.merged(e, to);
            case SampleDestroyed e -> SampleStatements.destroyed(e, to);
            case AnalysisPerformed e -> DataStatements.analysed(e, to);
            case SimulationPerformed e -> DataStatements.simulated(e, to);
            case ValuesAsserted e -> DataStatements.asserted(e, to);
            case ValuesImputed e -> DataStatements.imputed(e, to);
            case WorkflowPlanned e -> PlanStatements.planned(e, to);
            case DecisionMade e -> PlanStatements.decided(e, to);
            case TrainingSetFrozen e -> LearningStatements.frozen(e, to);
            case ModelTrained e -> LearningStatements.trained(e, to);
            case ValuesPredicted e -> LearningStatements.predicted(e, to);
            case MaterialRegistered e -> ThingStatements.material(e, to);
            case AgentRegistered e -> ThingStatements.agent(e, to);
            case InstrumentRegistered e -> ThingStatements.instrument(e, to);
            case ContainerRegistered e -> ThingStatements.container(e, to);
            case SourceImported e -> ThingStatements.source(e, to);
            case Annotated e -> ThingStatements.annotated(e, to);
            case AccessChanged e -> ThingStatements.accessChanged(e, to);
            case RecordCorrected e -> say(e.restated(), to);
            // They describe nothing in the lab: their header says it all.
            case RecordRetracted _, RecordErased _ -> {}
        }
    }

    /// Puts everything into one set.
    private record Into(Set<Statement> all, boolean withIndex) implements Claims {
        @Override
        public void header(Statement statement) {
            all.add(statement);
        }

        @Override
        public void own(Statement statement) {
            all.add(statement);
        }

        @Override
        public void event(Statement statement) {
            all.add(statement);
        }

        @Override
        public void shared(dev.lodestone.events.Id thing, Statement statement) {
            all.add(statement);
        }

        @Override
        public void index(dev.lodestone.events.Id thing, Statement statement) {
            if (withIndex) {
                all.add(statement);
            }
        }
    }
}
