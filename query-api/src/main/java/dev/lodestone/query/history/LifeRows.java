package dev.lodestone.query.history;

import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Vocabulary;
import dev.lodestone.query.sparql.Aspect;
import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.Row;
import dev.lodestone.query.sparql.Things;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What happened to samples, as the rows of the canned queries `sample-history`, `sample-timeline`,
/// `sample-history-agents`, `-values`, `-related` and `sample-parents`, but looked up thing by
/// thing: no query is compiled, and what several lives share is read once. Where something that
/// should be one is several, the first by its text stands for all. Not to be kept beyond the
/// session.
final class LifeRows {
    private static final Term ORDER_CONFLICT = Term.of("ls:orderConflict");
    private static final Term AFTER_END_OF = Term.of("ls:afterEndOf");
    private static final Term OVERDRAWS = Term.of("ls:overdraws");

    private static final Aspect STATE =
            Aspect.of(
                    Vocabulary.SEQUENCE,
                    Vocabulary.PROV_WAS_GENERATED_BY,
                    Vocabulary.PROV_SPECIALIZATION_OF);
    private static final Aspect ORIGIN = Aspect.of(Vocabulary.PROV_WAS_GENERATED_BY);
    private static final Aspect FOUND_ON = Aspect.of(Vocabulary.ON_STATE);
    private static final Aspect PARENTS = Aspect.of(Vocabulary.DERIVED_FROM_SAMPLE);
    private static final Aspect PARTICIPANTS = Aspect.of(Vocabulary.ON_SAMPLE);

    private final Things things;
    private final EventRows happenings;
    private final Map<String, Life> lives = new HashMap<>();
    private final Map<String, List<Row>> events = new HashMap<>();

    LifeRows(Session session) {
        this.things = session.things();
        this.happenings = new EventRows(things);
    }

    /// A state of a sample.
    private record State(String iri, long sequence) {
        static final Comparator<State> ORDER =
                Comparator.comparingLong(State::sequence).thenComparing(State::iri);
    }

    /// What is found about one sample.
    ///
    /// @param events those that say what happened to it
    /// @param data what was found of it, by the event that found it
    /// @param made the state that an event made
    /// @param used the state that an event found
    private record Life(
            Set<String> events,
            Map<String, List<String>> data,
            Map<String, State> made,
            Map<String, State> used) {}

    /// The events of a sample's life in no order, with the cells of `sample-history` and
    /// `sample-timeline` but for the type.
    List<Row> events(String sample) {
        var known = events.get(sample);
        if (known == null) {
            known = rows(sample, life(sample));
            events.put(sample, known);
        }
        return known;
    }

    private List<Row> rows(String sample, Life life) {
        var assumed = things.to(Vocabulary.ORDER_ASSUMED, sample);
        var conflicts = things.to(ORDER_CONFLICT, sample);
        var afterEnd = things.to(AFTER_END_OF, sample);
        var overdrawing = things.to(OVERDRAWS, sample);
        var rows = new ArrayList<Row>();
        for (var event : life.events()) {
            var happening = happenings.of(event);
            if (happening.isPresent()) {
                var cells = new HashMap<>(happening.get().cells());
                var made = Optional.ofNullable(life.made().get(event));
                made.or(() -> Optional.ofNullable(life.used().get(event)))
                        .or(() -> foundOn(life.data().getOrDefault(event, List.of())))
                        .ifPresent(state -> {
                            cells.put("state", state.iri());
                            cells.put("sequence", Long.toString(state.sequence()));
                        });
                cells.put("makesState", Boolean.toString(made.isPresent()));
                cells.put("orderAssumed", Boolean.toString(assumed.contains(event)));
                cells.put("orderConflict", Boolean.toString(conflicts.contains(event)));
                cells.put("afterEnd", Boolean.toString(afterEnd.contains(event)));
                cells.put("overdraws", Boolean.toString(overdrawing.contains(event)));
                rows.add(new Row(cells));
            }
        }
        return rows;
    }

    /// What the events say of themselves.
    EventRows happenings() {
        return happenings;
    }

    /// What an event found of a sample.
    List<Row> results(String sample, String event) {
        return happenings.values(new TreeSet<>(life(sample).data().getOrDefault(event, List.of())));
    }

    /// The other samples of a split or merge, and the regions that a registration marked: `?role
    /// ?other ?label`.
    List<Row> related(String sample, String event) {
        if (happenings.is(event, Vocabulary.REGISTRATION)) {
            return regions(sample, event);
        }
        if (!happenings.is(event, Vocabulary.SPLIT_CLASS)
                && !happenings.is(event, Vocabulary.MERGE)) {
            return List.of();
        }
        var born = born(event);
        var rows = new ArrayList<Row>();
        for (var other : things.of(event, PARTICIPANTS).all(Vocabulary.ON_SAMPLE)) {
            if (!other.equals(sample)) {
                var role =
                        !born.contains(other) ? "from" : born.contains(sample) ? "sister" : "gave";
                var cells = new HashMap<String, String>();
                cells.put("role", role);
                cells.put("other", other);
                happenings.label(other).ifPresent(label -> cells.put("label", label));
                rows.add(new Row(cells));
            }
        }
        rows.sort(
                Comparator.<Row, String>comparing(row -> row.get("role"))
                        .thenComparing(row -> row.text("label").orElse(""))
                        .thenComparing(row -> row.get("other")));
        return rows;
    }

    /// The places on or in a sample that an event made samples of their own.
    private List<Row> regions(String sample, String event) {
        var rows = new ArrayList<Row>();
        for (var region : things.to(Vocabulary.REGION_OF, sample)) {
            if (things.of(region, ORIGIN).has(Vocabulary.PROV_WAS_GENERATED_BY, event)) {
                var cells = new HashMap<String, String>();
                cells.put("role", "region");
                cells.put("other", region);
                happenings.label(region).ifPresent(label -> cells.put("label", label));
                rows.add(new Row(cells));
            }
        }
        return rows;
    }

    /// What a sample was made of directly: each with the events that made it of that, none where it
    /// is not known.
    Map<String, Set<String>> parents(String sample) {
        var parents = new TreeMap<String, Set<String>>();
        for (var parent : things.of(sample, PARENTS).all(Vocabulary.DERIVED_FROM_SAMPLE)) {
            var by = new TreeSet<String>();
            life(sample)
                    .made()
                    .forEach((event, state) -> {
                        if (state.sequence() == 0 && life(parent).events().contains(event)) {
                            by.add(event);
                        }
                    });
            parents.put(parent, by);
        }
        return parents;
    }

    private Life life(String sample) {
        return lives.computeIfAbsent(sample, this::read);
    }

    private Life read(String sample) {
        var made = new HashMap<String, State>();
        var used = new HashMap<String, State>();
        for (var iri : things.to(Vocabulary.PROV_SPECIALIZATION_OF, sample)) {
            var facts = things.of(iri, STATE);
            state(iri)
                    .ifPresent(state -> {
                        facts.all(Vocabulary.PROV_WAS_GENERATED_BY)
                                .forEach(event -> made.merge(event, state, LifeRows::first));
                        things.to(Vocabulary.PROV_USED, iri)
                                .forEach(event -> used.merge(event, state, LifeRows::first));
                    });
        }
        var events = new TreeSet<String>();
        var data = new HashMap<String, List<String>>();
        for (var iri : things.to(Vocabulary.ON_SAMPLE, sample)) {
            // What made or found a state is an event; of the rest, most are data.
            var foundBy =
                    made.containsKey(iri) || used.containsKey(iri)
                            ? Optional.<String>empty()
                            : things.of(iri, ORIGIN).least(Vocabulary.PROV_WAS_GENERATED_BY);
            if (foundBy.isPresent()) {
                data.computeIfAbsent(foundBy.get(), _ -> new ArrayList<>()).add(iri);
            } else if (happenings.of(iri).isPresent()) {
                events.add(iri);
            }
        }
        return new Life(events, data, made, used);
    }

    private Optional<State> state(String iri) {
        return things.of(iri, STATE)
                .least(Vocabulary.SEQUENCE)
                .map(sequence -> new State(iri, Long.parseLong(sequence)));
    }

    private Optional<State> foundOn(List<String> data) {
        return data.stream()
                .flatMap(datum -> things.of(datum, FOUND_ON).least(Vocabulary.ON_STATE).stream())
                .flatMap(state -> state(state).stream())
                .min(State.ORDER);
    }

    /// The samples whose life begins with an event.
    private Set<String> born(String event) {
        var born = new TreeSet<String>();
        for (var iri : things.to(Vocabulary.PROV_WAS_GENERATED_BY, event)) {
            var state = things.of(iri, STATE);
            if (state.has(Vocabulary.SEQUENCE, "0")) {
                born.addAll(state.all(Vocabulary.PROV_SPECIALIZATION_OF));
            }
        }
        return born;
    }

    private static State first(State one, State other) {
        return State.ORDER.compare(one, other) <= 0 ? one : other;
    }
}
