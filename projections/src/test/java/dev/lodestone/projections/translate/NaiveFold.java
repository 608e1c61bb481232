package dev.lodestone.projections.translate;

import dev.lodestone.events.AmountNote;
import dev.lodestone.events.AmountNote.Sort;
import dev.lodestone.events.ContainerPlace;
import dev.lodestone.events.DataEvent.SimulationPerformed;
import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.DataEvent.ValuesImputed;
import dev.lodestone.events.Effect;
import dev.lodestone.events.EventId;
import dev.lodestone.events.NumberedValue;
import dev.lodestone.events.Participants;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordEvent.RecordRetracted;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SampleEvent.SampleDestroyed;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SampleSplit;
import dev.lodestone.events.SampleEvent.SampleStored;
import dev.lodestone.events.SampleEvent.SampleTransported;
import dev.lodestone.events.SampleEvent.SamplesMerged;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.ThingEvent.ContainerRegistered;
import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The graph of a log by the letter of the rules, with no thought of speed: the oracle that the
/// real one is held against. Shares with it only what one record says by itself.
final class NaiveFold {
    private final Iris iris;
    private final List<RecordedEvent> log;
    private final List<RecordedEvent> enders;
    final Set<Statement> graph = new HashSet<>();
    final Map<RecordId, Set<Statement>> shelves = new HashMap<>();

    NaiveFold(ProvTranslation translation, Iris iris, List<RecordedEvent> log) {
        this.iris = iris;
        this.log = log;
        this.enders =
                log.stream()
                        .filter(r ->
                                !dev.lodestone.events.Liveness.ends(r.draft().body()).isEmpty())
                        .toList();
        int now = log.size();
        var live = live(now);
        for (var recorded : log) {
            var said = new Said();
            translation.header(recorded, said);
            graph.addAll(said.header);
            if (live.contains(recorded.record())) {
                graph.addAll(translation.translate(recorded, pinned -> membership(pinned, live)));
            } else {
                shelves.put(recorded.record(), translation.ownGraph(recorded, this::literally));
            }
        }
        periods();
        chains(live);
        stays(live);
    }

    /// Where something stands by an event; in no container if that is empty.
    private record Put(RecordedEvent by, String thing, boolean sample, String into, String at) {}

    private void stays(Set<RecordId> live) {
        var puts = new LinkedHashMap<String, List<Put>>();
        var holdings = new LinkedHashMap<String, List<Put>>();
        for (var r : log) {
            if (live.contains(r.record())) {
                var said = new LinkedHashMap<String, Put>();
                puts(r, live, put -> said.putIfAbsent(put.thing(), put));
                said.forEach((thing, put) ->
                        puts.computeIfAbsent(thing, _ -> new ArrayList<>()).add(put));
                if (r.stated() instanceof ContainerRegistered e) {
                    var thing = iris.of(e.container());
                    holdings.computeIfAbsent(thing, _ -> new ArrayList<>())
                            .add(new Put(r, thing, false, "", ""));
                }
            }
        }
        puts.forEach((thing, all) -> {
            var put = last(all);
            if (!put.into().isEmpty()) {
                say(thing, put.sample() ? "ls:inContainer" : "ls:inside", Nodes.iri(put.into()));
                say(thing, "ls:placedBy", Nodes.iri(iris.of(put.by().event())));
                if (!put.at().isEmpty()) {
                    say(thing, "ls:containerPosition", Nodes.text(put.at()));
                }
            }
        });
        holdings.forEach((thing, all) ->
                say(thing, "ls:currentMembership", Nodes.iri(iris.of(last(all).by().event()))));
    }

    /// The last in lab order; of an event, its latest record.
    private Put last(List<Put> all) {
        var byEvent = new LinkedHashMap<EventId, Put>();
        all.forEach(put -> byEvent.put(put.by().event(), put));
        var puts = new ArrayList<>(byEvent.values());
        puts.sort(
                Comparator.<Put>comparingLong(p -> first(p.by()))
                        .thenComparingLong(p -> p.by().position().value()));
        var order = new NaiveOrder(puts.stream().map(Put::by).toList(), this::first);
        return puts.get(order.sequence.getLast());
    }

    private void puts(RecordedEvent r, Set<RecordId> live, Consumer<Put> to) {
        switch (r.stated()) {
            case ContainerRegistered e -> {
                var me = iris.of(e.container());
                e.placements()
                        .forEach(p ->
                                to.accept(new Put(r, iris.of(p.sample()), true, me, p.position())));
                e.inside().ifPresent(in -> to.accept(put(r, me, false, Optional.of(in))));
            }
            case SampleStored e when e.place().isPresent() || e.inside().isPresent() ->
                    moved(r, e.participants(), e.inside(), live, to);
            case SampleTransported e
                    when e.from().isPresent() || e.to().isPresent() || e.into().isPresent() ->
                    moved(r, e.participants(), e.into(), live, to);
            default -> {}
        }
    }

    private void moved(
            RecordedEvent r,
            Participants who,
            Optional<ContainerPlace> into,
            Set<RecordId> live,
            Consumer<Put> to) {
        var whole = who.container().filter(pinned -> pinned.positions().isEmpty());
        if (whole.isPresent()) {
            into.ifPresent(_ -> to.accept(put(r, iris.of(whole.get().container()), false, into)));
        } else {
            var steps = new LinkedHashMap<SampleId, Step>();
            all(steps, r, who, live, Role.MAKES, "");
            steps.keySet().forEach(sample -> to.accept(put(r, iris.of(sample), true, into)));
        }
    }

    private Put put(RecordedEvent r, String thing, boolean sample, Optional<ContainerPlace> into) {
        return new Put(
                r,
                thing,
                sample,
                into.map(place -> iris.of(place.container())).orElse(""),
                into.flatMap(ContainerPlace::position).orElse(""));
    }

    /// A record is live if and only if nothing in force retracts or supersedes it.
    private Set<RecordId> live(int upTo) {
        var found = new HashSet<RecordId>();
        for (var recorded : log.subList(0, upTo)) {
            if (!isRetracted(recorded, upTo) && !isSuperseded(recorded, upTo)) {
                found.add(recorded.record());
            }
        }
        return found;
    }

    /// A correction or retraction is in force until it is retracted.
    private boolean isRetracted(RecordedEvent record, int upTo) {
        return enders.stream()
                .filter(other -> other.position().value() <= upTo)
                .filter(other ->
                        other.draft().body() instanceof RecordRetracted e
                                && e.retracts().contains(record.record()))
                .anyMatch(other -> !isRetracted(other, upTo));
    }

    private boolean isSuperseded(RecordedEvent record, int upTo) {
        return enders.stream()
                .filter(other -> other.position().value() <= upTo)
                .filter(other ->
                        other.draft().body() instanceof RecordCorrected e
                                && e.supersedes().contains(record.record()))
                .anyMatch(other -> !isRetracted(other, upTo));
    }

    private Optional<RecordedEvent> find(RecordId record) {
        return log.stream().filter(r -> r.record().equals(record)).findFirst();
    }

    private Optional<Memberships.Membership> literally(RecordId pinned) {
        return find(pinned).flatMap(NaiveFold::asMembership);
    }

    private Optional<Memberships.Membership> membership(RecordId pinned, Set<RecordId> live) {
        return find(pinned)
                .flatMap(own ->
                        log.stream()
                                .filter(r -> r.event().equals(own.event()))
                                .filter(r -> live.contains(r.record()))
                                .filter(r -> r.stated() instanceof ContainerRegistered)
                                .reduce((_, later) -> later)
                                .or(() -> Optional.of(own)))
                .flatMap(NaiveFold::asMembership);
    }

    private static Optional<Memberships.Membership> asMembership(RecordedEvent recorded) {
        return recorded.stated() instanceof ContainerRegistered c
                ? Optional.of(new Memberships.Membership(recorded.position(), c.placements()))
                : Optional.empty();
    }

    private void periods() {
        var held = new HashMap<RecordId, TreeMap<Integer, Boolean>>();
        for (int p = 1; p <= log.size(); p++) {
            var live = live(p);
            for (var recorded : log.subList(0, p)) {
                held.computeIfAbsent(recorded.record(), _ -> new TreeMap<>())
                        .put(p, live.contains(recorded.record()));
            }
        }
        held.forEach((record, when) -> {
            if (when.containsValue(false)) {
                int from = -1;
                for (var at : when.entrySet()) {
                    if (at.getValue() && from < 0) {
                        from = at.getKey();
                        var node = iris.of(record) + "/period/" + from;
                        say(iris.of(record), "ls:livePeriod", Nodes.iri(node));
                        say(node, "rdf:type", ls("Period"));
                        say(node, "ls:liveFrom", Nodes.integer(from));
                    } else if (!at.getValue() && from >= 0) {
                        var node = iris.of(record) + "/period/" + from;
                        say(node, "ls:liveUntil", Nodes.integer(at.getKey()));
                        from = -1;
                    }
                }
            }
        });
    }

    private static Node ls(String name) {
        return Nodes.iri(Namespaces.LS + name);
    }

    private void say(String subject, String predicate, Node object) {
        graph.add(new Statement(subject, Namespaces.expand(predicate), object));
    }

    private enum Role {
        REGISTERED,
        BORN,
        MAKES,
        ENDS,
        LOOKS,
        SPEAKS
    }

    private record Step(RecordedEvent at, Role role, String ending, List<SampleId> children) {}

    private void chains(Set<RecordId> live) {
        var lives = new LinkedHashMap<SampleId, Map<EventId, Step>>();
        for (var recorded : log) {
            if (live.contains(recorded.record())) {
                steps(recorded, live)
                        .forEach((sample, step) ->
                                lives.computeIfAbsent(sample, _ -> new LinkedHashMap<>())
                                        .put(recorded.event(), step));
            }
        }
        lives.forEach((sample, steps) -> chain(sample, new ArrayList<>(steps.values()), live));
    }

    private Map<SampleId, Step> steps(RecordedEvent r, Set<RecordId> live) {
        var steps = new LinkedHashMap<SampleId, Step>();
        switch (r.stated()) {
            case SampleRegistered e -> {
                var regions = new LinkedHashMap<SampleId, List<SampleId>>();
                for (var s : e.samples()) {
                    var of = s.regionOf();
                    if (of.isPresent()) {
                        var others = regions.computeIfAbsent(of.get(), _ -> new ArrayList<>());
                        others.add(s.sample());
                    }
                }
                for (var parent : regions.keySet()) {
                    steps.put(parent, new Step(r, Role.LOOKS, "", regions.get(parent)));
                }
                for (var s : e.samples()) {
                    steps.put(
                            s.sample(),
                            new Step(
                                    r,
                                    s.regionOf().isPresent() ? Role.BORN : Role.REGISTERED,
                                    "",
                                    regions.getOrDefault(s.sample(), List.of())));
                }
            }
            case SampleProcessed e -> all(steps, r, e.participants(), live, Role.MAKES, "");
            case SampleStored e -> all(steps, r, e.participants(), live, Role.MAKES, "");
            case SampleTransported e -> all(steps, r, e.participants(), live, Role.MAKES, "");
            case SampleMeasured e ->
                    all(
                            steps,
                            r,
                            e.participants(),
                            live,
                            e.effect() == Effect.NONE
                                    ? Role.LOOKS
                                    : e.effect() == Effect.ALTERS ? Role.MAKES : Role.ENDS,
                            "lsk:Consumed");
            case SampleDestroyed e ->
                    all(steps, r, e.participants(), live, Role.ENDS, e.how().term().iri());
            case SampleSplit e -> {
                var parts = e.parts().stream().map(p -> p.sample()).toList();
                steps.put(
                        e.parent(),
                        new Step(
                                r,
                                e.parentConsumed() ? Role.ENDS : Role.MAKES,
                                "lsk:Consumed",
                                parts));
                parts.forEach(p -> put(steps, p, r, Role.BORN, ""));
            }
            case SamplesMerged e -> {
                for (var input : e.inputs()) {
                    steps.put(
                            input.sample(),
                            new Step(
                                    r,
                                    input.wholly() ? Role.ENDS : Role.MAKES,
                                    "lsk:Consumed",
                                    List.of(e.result().sample())));
                }
                put(steps, e.result().sample(), r, Role.BORN, "");
            }
            case SimulationPerformed e ->
                    e.subject().sample().ifPresent(s -> put(steps, s, r, Role.LOOKS, ""));
            case ValuesAsserted e ->
                    e.subject().sample().ifPresent(s -> put(steps, s, r, Role.SPEAKS, ""));
            case ValuesImputed e ->
                    e.subject().sample().ifPresent(s -> put(steps, s, r, Role.SPEAKS, ""));
            default -> {}
        }
        return steps;
    }

    private void all(
            Map<SampleId, Step> steps,
            RecordedEvent r,
            Participants who,
            Set<RecordId> live,
            Role role,
            String ending) {
        samples(who, live).forEach(s -> put(steps, s, r, role, ending));
    }

    private Set<SampleId> samples(Participants who, Set<RecordId> live) {
        var samples = new LinkedHashSet<>(who.samples());
        who.container()
                .ifPresent(pinned ->
                        membership(pinned.membership(), live).stream()
                                .flatMap(m -> m.placements().stream())
                                .filter(p ->
                                        pinned.positions().isEmpty()
                                                || pinned.positions().contains(p.position()))
                                .forEach(p -> samples.add(p.sample())));
        return samples;
    }

    private static void put(
            Map<SampleId, Step> steps, SampleId s, RecordedEvent r, Role role, String ending) {
        steps.put(s, new Step(r, role, ending, List.of()));
    }

    private long first(RecordedEvent r) {
        return Math.min(
                r.position().value(),
                find(new RecordId(r.event().value()))
                        .map(f -> f.position().value())
                        .orElse(Long.MAX_VALUE));
    }

    private void chain(SampleId sample, List<Step> steps, Set<RecordId> live) {
        steps.sort(
                Comparator.<Step>comparingLong(s -> first(s.at()))
                        .thenComparingLong(s -> s.at().position().value()));
        var births = steps.stream().filter(s -> s.role() == Role.BORN).toList();
        var registered = steps.stream().filter(s -> s.role() == Role.REGISTERED).toList();
        var origins = births.isEmpty() ? registered.stream().limit(1).toList() : births;
        var rest =
                steps.stream()
                        .filter(s -> !origins.contains(s))
                        .filter(s -> s.role() != Role.REGISTERED || !s.children().isEmpty())
                        .map(s ->
                                s.role() == Role.REGISTERED
                                        ? new Step(s.at(), Role.LOOKS, "", s.children())
                                        : s)
                        .toList();
        var me = iris.of(sample);
        var walk = new ArrayList<Step>(origins);
        if (!births.isEmpty()
                && !registered.isEmpty()
                && first(registered.getFirst().at()) < first(births.getFirst().at())) {
            say(me, "ls:finding", Nodes.iri(Namespaces.LSK + "LateLineage"));
        }
        var order = new NaiveOrder(rest.stream().map(Step::at).toList(), this::first);
        for (var step : rest) {
            boolean beforeBirth =
                    births.stream().anyMatch(b -> NaiveOrder.timeOrWord(step.at(), b.at()));
            if (order.conflicts.contains(step.at().event()) || beforeBirth) {
                say(event(step), "ls:orderConflict", Nodes.iri(me));
                say(me, "ls:finding", Nodes.iri(Namespaces.LSK + "LabOrderCycle"));
            }
        }
        for (int i : order.sequence) {
            walk.add(rest.get(i));
        }
        assumed(rest, order, me);
        walk(sample, walk);
        var entering = new ArrayList<>(births);
        entering.addAll(registered);
        amounts(sample, entering, walk, live);
    }

    private String event(Step step) {
        return iris.of(step.at().event());
    }

    private void assumed(List<Step> rest, NaiveOrder order, String me) {
        for (int e = 0; e < rest.size(); e++) {
            for (int f = 0; f < rest.size(); f++) {
                boolean changing =
                        rest.get(f).role() == Role.MAKES || rest.get(f).role() == Role.ENDS;
                if (e != f && changing && !order.known[e][f] && !order.known[f][e]) {
                    say(event(rest.get(e)), "ls:orderAssumed", Nodes.iri(me));
                }
            }
        }
    }

    /// In each dimension: all that is known to have been taken since the sample entered or was last
    /// found to weigh something is summed up anew for every step.
    private void amounts(
            SampleId sample, List<Step> entering, List<Step> walk, Set<RecordId> live) {
        var me = iris.of(sample);
        var begin = new ArrayList<AmountNote>();
        entering.forEach(step -> begin.addAll(notes(sample, step, Sort.ENTERED, live)));
        var steps = walk.stream().filter(step -> !entering.contains(step)).toList();
        for (int i = 0; i < steps.size(); i++) {
            var taken = notes(sample, steps.get(i), Sort.TAKEN, live);
            for (var vector : taken.stream().map(NaiveFold::vector).distinct().toList()) {
                var all = new ArrayList<AmountNote>();
                Optional<AmountNote> from = largest(begin, vector);
                boolean nothing = false;
                for (int j = 0; j <= i; j++) {
                    var found = largest(notes(sample, steps.get(j), Sort.FOUND, live), vector);
                    if (found.isPresent()) {
                        from = found;
                        nothing = false;
                        all.clear();
                    }
                    notes(sample, steps.get(j), Sort.TAKEN, live).stream()
                            .filter(note -> vector(note).equals(vector))
                            .forEach(all::add);
                    if (j < i && steps.get(j).role() == Role.ENDS && from.isPresent()) {
                        nothing = true;
                        all.clear();
                    }
                }
                if (from.isPresent()) {
                    var left = nothing ? BigDecimal.ZERO : si(from.get());
                    double squares = nothing ? 0 : square(from.get());
                    for (var note : all) {
                        left = left.subtract(si(note));
                        squares += square(note);
                    }
                    if (left.signum() < 0 && left.doubleValue() < -2 * Math.sqrt(squares)) {
                        say(event(steps.get(i)), "ls:overdraws", Nodes.iri(me));
                        say(me, "ls:finding", Nodes.iri(Namespaces.LSK + "Overdrawn"));
                    }
                }
            }
        }
    }

    private List<AmountNote> notes(SampleId sample, Step step, Sort sort, Set<RecordId> live) {
        return AmountNote.of(step.at().stated(), who -> samples(who, live)).stream()
                .filter(note -> note.sample().equals(sample) && note.sort() == sort)
                .filter(note -> unit(note).convertible())
                .toList();
    }

    private static Optional<AmountNote> largest(List<AmountNote> notes, String vector) {
        return notes.stream()
                .filter(note -> vector(note).equals(vector))
                .max(Comparator.comparing(NaiveFold::si));
    }

    private static Unit unit(AmountNote note) {
        return Ontology.lodestone().findUnit(note.quantity().unit().curie()).orElseThrow();
    }

    private static String vector(AmountNote note) {
        return unit(note).dimensionVector();
    }

    private static BigDecimal si(AmountNote note) {
        return unit(note).toSi(note.quantity().value());
    }

    private static double square(AmountNote note) {
        double u =
                note.quantity()
                        .uncertainty()
                        .map(unit(note)::differenceToSi)
                        .orElse(BigDecimal.ZERO)
                        .doubleValue();
        return u * u;
    }

    private void walk(SampleId sample, List<Step> walk) {
        var me = iris.of(sample);
        String state = "";
        String ending = "";
        var invalidated = new HashSet<String>();
        int sequence = 0;
        for (var step : walk) {
            var role = step.role();
            boolean origin = role == Role.BORN || role == Role.REGISTERED;
            boolean uses = !origin && role != Role.SPEAKS;
            if (uses && !ending.isEmpty()) {
                say(event(step), "ls:afterEndOf", Nodes.iri(me));
                say(me, "ls:finding", Nodes.iri(Namespaces.LSK + "AfterDestruction"));
            }
            if (!origin && !state.isEmpty()) {
                if (uses) {
                    say(event(step), "prov:used", Nodes.iri(state));
                }
                for (var value : NumberedValue.of(step.at().stated())) {
                    if (value.role() == NumberedValue.Role.RESULT
                            && value.value().sample().orElse(sample).equals(sample)
                            && !(value.value().sample().isEmpty() && several(step))) {
                        say(
                                iris.base() + "/datum/" + step.at().record() + "-" + value.n(),
                                "ls:onState",
                                Nodes.iri(state));
                    }
                }
                for (var child : step.children()) {
                    say(
                            iris.state(child, step.at().event()),
                            "prov:wasDerivedFrom",
                            Nodes.iri(state));
                }
                if ((role == Role.MAKES || role == Role.ENDS) && invalidated.add(state)) {
                    say(state, "prov:wasInvalidatedBy", Nodes.iri(event(step)));
                }
            }
            if (role == Role.ENDS && ending.isEmpty()) {
                ending = step.ending();
            }
            if (origin) {
                say(me, "prov:wasGeneratedBy", Nodes.iri(event(step)));
            }
            if (origin || role == Role.MAKES) {
                var made = iris.state(sample, step.at().event());
                say(made, "rdf:type", ls("SampleState"));
                say(made, "prov:specializationOf", Nodes.iri(me));
                say(made, "prov:wasGeneratedBy", Nodes.iri(event(step)));
                say(made, "ls:sequence", Nodes.integer(sequence++));
                if (!state.isEmpty()) {
                    say(made, "ls:previousState", Nodes.iri(state));
                }
                state = made;
            }
            if (origin) {
                for (var child : step.children()) {
                    say(
                            iris.state(child, step.at().event()),
                            "prov:wasDerivedFrom",
                            Nodes.iri(state));
                }
            }
        }
        if (ending.isEmpty() && !state.isEmpty()) {
            say(me, "ls:currentState", Nodes.iri(state));
        }
        say(
                me,
                "ls:lifecycle",
                Nodes.iri(Namespaces.expand(ending.isEmpty() ? "lsk:Active" : ending)));
    }

    private static boolean several(Step step) {
        return step.at().stated() instanceof SampleMeasured m
                && (m.participants().samples().size() > 1);
    }
}
