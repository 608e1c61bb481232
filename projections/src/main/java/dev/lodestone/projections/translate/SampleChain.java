package dev.lodestone.projections.translate;

import dev.lodestone.events.CellRef;
import dev.lodestone.events.EventId;
import dev.lodestone.events.SampleId;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The life of one sample: its states, one after each event that changed it, and every edge that
/// depends on their order. A function of the live events of that sample alone; what a part or blend
/// inherits is said in the life of its parent.
///
/// Can be gone on with: a step that is known to come last adds its own statements and changes none
/// but how the life stands. Not thread-safe.
final class SampleChain {
    private static final Comparator<ChainStep> BY_FIRST =
            Comparator.<ChainStep>comparingLong(s -> s.when().first())
                    .thenComparingLong(s -> s.when().position());

    private final Iris iris;
    private final SampleId sample;
    private final String sampleIri;
    private final Account account = new Account();
    private @Nullable String state;
    private long sequence;
    private boolean invalidated;
    private @Nullable Term ending;
    private boolean lived;

    private SampleChain(Iris iris, SampleId sample) {
        this.iris = iris;
        this.sample = sample;
        this.sampleIri = iris.of(sample);
    }

    /// Writes the life that these steps make, in any order given.
    static SampleChain write(
            Iris iris, SampleId sample, Collection<ChainStep> steps, Consumer<Statement> to) {
        var chain = new SampleChain(iris, sample);
        chain.whole(oneAnEvent(steps), to);
        chain.standing(to);
        return chain;
    }

    /// Where an event should have two live records, the later one counts.
    private static List<ChainStep> oneAnEvent(Collection<ChainStep> steps) {
        var byEvent = new HashMap<EventId, ChainStep>();
        for (var step : steps) {
            byEvent.merge(
                    step.when().event(),
                    step,
                    (a, b) -> a.when().position() > b.when().position() ? a : b);
        }
        return new ArrayList<>(byEvent.values());
    }

    private void whole(List<ChainStep> steps, Consumer<Statement> to) {
        var births = of(steps, ChainStep.Part.BORN);
        var registrations = of(steps, ChainStep.Part.REGISTERED);
        var origins = births.isEmpty() ? registrations.stream().limit(1).toList() : births;
        var rest =
                steps.stream()
                        .filter(s -> !origins.contains(s))
                        .filter(s -> s.part() != ChainStep.Part.REGISTERED || !s.made().isEmpty())
                        .map(SampleChain::lookedAt)
                        .toList();
        lived = !steps.isEmpty();
        births.forEach(step -> account.enter(step.amounts()));
        registrations.forEach(step -> account.enter(step.amounts()));
        for (var origin : origins) {
            var event = origin.when().event();
            say(sampleIri, Vocabulary.PROV_WAS_GENERATED_BY.iri(), Nodes.iri(iris.of(event)), to);
            newState(event, to);
            derive(origin, Nodes.iri(iris.state(sample, event)), to);
        }
        if (!births.isEmpty()
                && !registrations.isEmpty()
                && registrations.getFirst().when().first() < births.getFirst().when().first()) {
            finding(Vocabulary.FINDING_LATE_LINEAGE, to);
        }
        var ordered = LabOrder.of(rest);
        for (var step : rest) {
            if (ordered.conflicts().contains(step.when().event())
                    || births.stream().anyMatch(b -> isBefore(step.when(), b.when()))) {
                say(iris.of(step.when().event()), Terms.ORDER_CONFLICT, Nodes.iri(sampleIri), to);
                finding(Vocabulary.FINDING_LAB_ORDER_CYCLE, to);
            }
        }
        for (var step : ordered.steps()) {
            step(step, ordered.assumed().contains(step.when().event()), to);
        }
    }

    private static List<ChainStep> of(List<ChainStep> steps, ChainStep.Part part) {
        return steps.stream().filter(s -> s.part() == part).sorted(BY_FIRST).toList();
    }

    /// A registration that is not the origin, but marks regions.
    private static ChainStep lookedAt(ChainStep step) {
        return step.part() == ChainStep.Part.REGISTERED
                ? new ChainStep(step.when(), ChainStep.Part.OBSERVED, null, List.of(), step.made())
                : step;
    }

    static boolean isBefore(ChainStep.When one, ChainStep.When other) {
        return (one.latest() != null
                        && other.earliest() != null
                        && one.latest().isBefore(other.earliest()))
                || one.before().contains(other.event())
                || other.after().contains(one.event());
    }

    /// Goes on with a step that comes after all others.
    ///
    /// @param assumed whether its place rests on a tie
    void step(ChainStep step, boolean assumed, Consumer<Statement> to) {
        lived = true;
        var event = iris.of(step.when().event());
        if (assumed) {
            say(event, Vocabulary.ORDER_ASSUMED.iri(), Nodes.iri(sampleIri), to);
        }
        boolean uses = step.part() != ChainStep.Part.SPOKEN_OF;
        if (ending != null && uses) {
            say(event, Terms.AFTER_END_OF, Nodes.iri(sampleIri), to);
            finding(Vocabulary.FINDING_AFTER_DESTRUCTION, to);
        }
        if (account.step(step.amounts(), step.part() == ChainStep.Part.ENDED)) {
            say(event, Terms.OVERDRAWS, Nodes.iri(sampleIri), to);
            finding(Vocabulary.FINDING_OVERDRAWN, to);
        }
        var found = state;
        if (found != null) {
            var foundNode = Nodes.iri(found);
            if (uses) {
                say(event, Vocabulary.PROV_USED.iri(), foundNode, to);
            }
            for (int n : step.results()) {
                var datum = iris.of(new CellRef(step.when().record(), n));
                say(datum, Vocabulary.ON_STATE.iri(), foundNode, to);
            }
            derive(step, foundNode, to);
        }
        if (step.changes() && found != null && !invalidated) {
            say(found, Vocabulary.PROV_WAS_INVALIDATED_BY.iri(), Nodes.iri(event), to);
            invalidated = true;
        }
        if (step.part() == ChainStep.Part.CHANGED) {
            newState(step.when().event(), to);
        } else if (step.part() == ChainStep.Part.ENDED && ending == null) {
            ending = step.ending();
        }
    }

    private void derive(ChainStep step, Node from, Consumer<Statement> to) {
        for (var made : step.made()) {
            say(
                    iris.state(made, step.when().event()),
                    Vocabulary.PROV_WAS_DERIVED_FROM.iri(),
                    from,
                    to);
        }
    }

    private void newState(EventId event, Consumer<Statement> to) {
        var made = iris.state(sample, event);
        say(made, Vocabulary.RDF_TYPE.iri(), Nodes.iri(Vocabulary.SAMPLE_STATE), to);
        say(made, Vocabulary.PROV_SPECIALIZATION_OF.iri(), Nodes.iri(sampleIri), to);
        say(made, Vocabulary.PROV_WAS_GENERATED_BY.iri(), Nodes.iri(iris.of(event)), to);
        say(made, Vocabulary.SEQUENCE.iri(), Nodes.integer(sequence), to);
        if (state != null) {
            say(made, Vocabulary.PREVIOUS_STATE.iri(), Nodes.iri(state), to);
        }
        state = made;
        sequence++;
        invalidated = false;
    }

    /// How the life stands: what a further step may change.
    void standing(Consumer<Statement> to) {
        if (ending == null && state != null) {
            say(sampleIri, Vocabulary.CURRENT_STATE.iri(), Nodes.iri(state), to);
        }
        if (lived) {
            say(
                    sampleIri,
                    Vocabulary.LIFECYCLE.iri(),
                    Nodes.iri(ending == null ? Vocabulary.LIFECYCLE_ACTIVE : ending),
                    to);
        }
    }

    private void finding(Term finding, Consumer<Statement> to) {
        say(sampleIri, Vocabulary.FINDING.iri(), Nodes.iri(finding), to);
    }

    private static void say(String subject, String predicate, Node object, Consumer<Statement> to) {
        to.accept(new Statement(subject, predicate, object));
    }
}
