package dev.lodestone.query.impact;

import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Vocabulary;
import dev.lodestone.query.impact.Dependent.Sort;
import dev.lodestone.query.sparql.GraphLinks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/// Goes from thing to thing along the statements by which one rests on the other, nearest first,
/// each thing once. What a record said that holds no longer is followed too: a model may have been
/// trained on it.
///
/// An event bears on the states it made, the states after them and the states made of those in
/// parts and blends; on the values found of such a state, and on its own parameters and results. A
/// value bears on what it is a condition, an input or a training cell of; a training set on its
/// models; a model on its predictions.
final class ImpactWalk {
    static final List<String> FOLDERS =
            List.of(
                    "event",
                    "state",
                    "datum",
                    "dataset",
                    "model",
                    "sample",
                    "file",
                    "record",
                    "instrument",
                    "agent",
                    "source",
                    "container",
                    "material",
                    "workflow");

    private static final Set<String> TIMED = Set.of("instrument", "agent", "source", "record");

    private static final Map<String, List<Step>> STEPS =
            Map.of(
                    "event",
                    List.of(
                            Step.from(Vocabulary.PROV_WAS_GENERATED_BY),
                            Step.to(Vocabulary.HAS_PARAMETER),
                            Step.from(Vocabulary.PROV_WAS_INFORMED_BY)),
                    "state",
                    List.of(
                            Step.to(Vocabulary.PROV_SPECIALIZATION_OF),
                            Step.from(Vocabulary.ON_STATE),
                            Step.from(Vocabulary.PREVIOUS_STATE),
                            Step.from(Vocabulary.PROV_WAS_DERIVED_FROM)),
                    "datum",
                    List.of(
                            Step.from(Vocabulary.CONDITION),
                            Step.from(Vocabulary.PROV_USED),
                            Step.from(Vocabulary.INPUT_CELL),
                            Step.from(Vocabulary.MEMBER)),
                    "file",
                    List.of(Step.from(Vocabulary.PROV_USED)),
                    "dataset",
                    List.of(Step.from(Vocabulary.TRAINED_ON)),
                    "model",
                    List.of(Step.from(Vocabulary.BY_MODEL)),
                    "instrument",
                    List.of(Step.from(Vocabulary.HAS_INSTRUMENT)),
                    "agent",
                    List.of(Step.from(Vocabulary.OPERATOR)),
                    "source",
                    List.of(Step.from(Vocabulary.FROM_SOURCE)),
                    "record",
                    List.of(
                            Step.to(Vocabulary.DESCRIBES),
                            Step.from(Vocabulary.BATCH),
                            Step.to(Vocabulary.RETRACTS)));

    private final GraphLinks links;
    private final String base;
    private final Optional<EventTimes> times;
    private final Map<String, String> cameFrom = new HashMap<>();
    private final Queue<String> toGo = new ArrayDeque<>();
    private final Queue<Dependent> found = new ArrayDeque<>();

    /// @param starts what is asked about
    /// @param times which of the events of an instrument, agent, source or record to follow, if not
    ///   all of them
    ImpactWalk(
            GraphLinks links, String base, Collection<String> starts, Optional<EventTimes> times) {
        this.links = links;
        this.base = base;
        this.times = times;
        for (var start : starts) {
            cameFrom.put(start, start);
            toGo.add(start);
            if (folder(start).equals("sample")) {
                links.subjects(Vocabulary.PROV_SPECIALIZATION_OF, start)
                        .forEachRemaining(state -> reach(state, start));
            }
        }
    }

    /// The next dependent, if there is another.
    Optional<Dependent> next() {
        while (found.isEmpty() && !toGo.isEmpty()) {
            var thing = toGo.remove();
            for (var step : STEPS.getOrDefault(folder(thing), List.of())) {
                step.walk(links, thing).forEachRemaining(other -> reach(other, thing));
            }
        }
        return Optional.ofNullable(found.poll());
    }

    private void reach(String thing, String from) {
        if (isAtAnotherTime(thing, from)) {
            return;
        }
        if (cameFrom.putIfAbsent(thing, from) == null) {
            sort(thing).ifPresent(sort -> found.add(dependent(sort, thing)));
            if (!folder(thing).equals("sample")) {
                toGo.add(thing);
            }
        }
    }

    /// What an event within the times led to may have come later.
    private boolean isAtAnotherTime(String thing, String from) {
        return times.isPresent()
                && folder(thing).equals("event")
                && TIMED.contains(folder(from))
                && !times.get().mayHold(links, thing);
    }

    private Optional<Sort> sort(String thing) {
        return switch (folder(thing)) {
            case "sample" -> Optional.of(Sort.SAMPLE);
            case "dataset" -> Optional.of(Sort.TRAINING_SET);
            case "model" -> Optional.of(Sort.MODEL);
            case "datum" -> Optional.of(isPrediction(thing) ? Sort.PREDICTION : Sort.VALUE);
            default -> Optional.empty();
        };
    }

    private boolean isPrediction(String datum) {
        var types = links.objects(datum, Vocabulary.RDF_TYPE);
        boolean is = false;
        while (types.hasNext()) {
            is |= types.next().equals(Vocabulary.PREDICTED_VALUE.iri());
        }
        return is;
    }

    private Dependent dependent(Sort sort, String thing) {
        var path = new ArrayList<String>();
        for (var at = thing; ; at = cameFrom.getOrDefault(at, at)) {
            path.addFirst(at);
            if (at.equals(cameFrom.getOrDefault(at, at))) {
                return new Dependent(sort, thing, label(sort, thing), path);
            }
        }
    }

    private String label(Sort sort, String thing) {
        if (sort != Sort.VALUE && sort != Sort.PREDICTION) {
            return first(thing, Vocabulary.RDFS_LABEL)
                    .orElseGet(() -> thing.substring(thing.lastIndexOf('/') + 1));
        }
        var property =
                first(thing, Vocabulary.HAS_PROPERTY).map(Namespaces::shorten).orElse("value");
        var value =
                first(thing, Vocabulary.AS_RECORDED)
                        .or(() -> first(thing, Vocabulary.VALUE_TEXT))
                        .or(() -> first(thing, Vocabulary.VALUE_CONCEPT).map(Namespaces::shorten));
        var unit = first(thing, Vocabulary.UNIT).map(Namespaces::shorten);
        return property
                + value.map(text -> " " + text).orElse("")
                + unit.map(text -> " " + text).orElse("");
    }

    private Optional<String> first(String thing, Term property) {
        var all = links.objects(thing, property);
        Optional<String> first = Optional.empty();
        while (all.hasNext()) {
            var text = all.next();
            first = first.filter(other -> other.compareTo(text) < 0).or(() -> Optional.of(text));
        }
        return first;
    }

    /// The folder of an IRI below the base: `event`, `datum`; empty for what is elsewhere.
    private String folder(String iri) {
        if (!iri.startsWith(base + "/")) {
            return "";
        }
        int end = iri.indexOf('/', base.length() + 1);
        return end < 0 ? "" : iri.substring(base.length() + 1, end);
    }

    /// A statement to follow, forwards or backwards.
    private record Step(Term property, boolean forwards) {
        static Step to(Term property) {
            return new Step(property, true);
        }

        static Step from(Term property) {
            return new Step(property, false);
        }

        Iterator<String> walk(GraphLinks links, String thing) {
            return forwards ? links.objects(thing, property) : links.subjects(property, thing);
        }
    }
}
