package dev.lodestone.query.history;

import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Vocabulary;
import dev.lodestone.query.history.HistoryLine.Related;
import dev.lodestone.query.history.Timeline.Life;
import dev.lodestone.query.history.Timeline.Moment;
import dev.lodestone.query.history.Timeline.Plan;
import dev.lodestone.query.history.Timeline.Stage;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Tells the life of a sample state by state, with plans beside what was done.
public final class SampleTimeline {
    /// How many of the samples of a wide split are named.
    private static final int NAMED = 3;

    private static final List<Term> TYPES =
            List.of(
                    Vocabulary.REGISTRATION,
                    Vocabulary.IDENTIFICATION,
                    Vocabulary.SPLIT_CLASS,
                    Vocabulary.MERGE,
                    Vocabulary.PROCESSING,
                    Vocabulary.STORAGE,
                    Vocabulary.TRANSPORT,
                    Vocabulary.MEASUREMENT,
                    Vocabulary.DESTRUCTION,
                    Vocabulary.ANNOTATION,
                    Vocabulary.ACCESS_CHANGE);

    private final GraphQueries graph;
    private final SampleHistory history;
    private final Samples samples;

    /// @param base of the IRIs, without a trailing slash
    public SampleTimeline(GraphQueries graph, String base) {
        this.graph = graph;
        this.history = new SampleHistory(graph, base);
        this.samples = new Samples(graph, base);
    }

    /// Tells the timeline.
    ///
    /// @param word an IRI, an id, a lab name or `scope:name`
    /// @param ancestors whether to tell the lives of what it was made of too, each up to the split
    ///   or merge that leads to it
    public Timeline of(String word, boolean ancestors) {
        return graph.ask(session -> told(session, samples.find(session, word), ancestors));
    }

    /// The timeline of a sample that is known by its IRI.
    public Timeline told(Session session, String iri, boolean ancestors) {
        var rows = new LifeRows(session);
        var tellings = new ArrayList<Telling>();
        tellings.add(telling(session, rows, new Ancestors(iri, Set.of())));
        // What was done before a split counts for a plan, even where it is not told.
        if (ancestors || tellings.getFirst().executesPlan()) {
            tellings.addAll(
                    0,
                    Ancestors.of(rows, iri).stream()
                            .map(ancestor -> telling(session, rows, ancestor))
                            .toList());
        }
        var steps = new HashMap<String, PlannedStep>();
        var plans = plans(session, tellings, steps);
        var lives =
                (ancestors ? tellings : tellings.subList(tellings.size() - 1, tellings.size()))
                        .stream().map(telling -> telling.life(steps)).toList();
        return new Timeline(
                session.basis().position().value(), samples.summary(session, iri), lives, plans);
    }

    private Telling telling(Session session, LifeRows rows, Ancestors of) {
        var story = history.told(session, rows, of.iri());
        var byEvent =
                rows.events(of.iri()).stream()
                        .collect(Collectors.toMap(row -> row.get("event"), row -> row));
        var lines = story.events();
        int end = lines.size();
        if (!of.links().isEmpty()) {
            end = 0;
            for (int i = 0; i < lines.size(); i++) {
                end = of.links().contains(lines.get(i).event()) ? i + 1 : end;
            }
        }
        var until =
                end > 0 && !of.links().isEmpty()
                        ? Optional.of(lines.get(end - 1).event())
                        : Optional.<String>empty();
        return new Telling(story.sample(), lines.subList(0, end), lines, until, byEvent, rows);
    }

    /// @param byEvent gets the steps that were carried out
    private static List<Plan> plans(
            Session session, List<Telling> tellings, Map<String, PlannedStep> byEvent) {
        var done = new LinkedHashMap<String, List<String>>();
        var plans = new LinkedHashSet<String>();
        for (var telling : tellings) {
            for (var line : telling.lines()) {
                telling.row(line).text("plan").ifPresent(plans::add);
                telling.row(line)
                        .text("step")
                        .ifPresent(step ->
                                done.computeIfAbsent(step, _ -> new ArrayList<>())
                                        .add(line.event()));
            }
        }
        var check =
                new StepCheck(
                        session,
                        tellings.stream()
                                .map(telling -> telling.sample().iri())
                                .collect(Collectors.toSet()));
        return plans.stream()
                .map(plan -> {
                    var steps = new ArrayList<PlannedStep>();
                    for (var planned : PlanBook.steps(session, plan)) {
                        var told = planned;
                        for (var event : done.getOrDefault(planned.iri(), List.of())) {
                            told = check.done(planned, event);
                            byEvent.put(event, told);
                        }
                        steps.add(told);
                    }
                    return new Plan(
                            plan,
                            steps.isEmpty() ? Samples.id(plan) : steps.getFirst().title(),
                            steps);
                })
                .toList();
    }

    /// @param lines up to the end of this life in the timeline
    /// @param all to the end of the sample
    private record Telling(
            SampleSummary sample,
            List<HistoryLine> lines,
            List<HistoryLine> all,
            Optional<String> until,
            Map<String, Row> byEvent,
            LifeRows rows) {

        Row row(HistoryLine line) {
            return Objects.requireNonNull(byEvent.get(line.event()));
        }

        boolean executesPlan() {
            return lines.stream().anyMatch(line -> row(line).text("plan").isPresent());
        }

        Life life(Map<String, PlannedStep> steps) {
            var known = known();
            var stages = new ArrayList<Stage>();
            var during = new ArrayList<Moment>();
            Optional<Moment> begins = Optional.empty();
            Optional<HistoryLine> opened = Optional.empty();
            for (int i = 0; i < lines.size(); i++) {
                var line = lines.get(i);
                var moment = moment(line, known.get(i), steps);
                var begun = line.makesState();
                if (begun) {
                    close(stages, opened, begins, during);
                    during.clear();
                    begins = Optional.of(moment);
                    opened = Optional.of(line);
                } else {
                    during.add(moment);
                    opened = opened.isEmpty() ? Optional.of(line) : opened;
                }
            }
            close(stages, opened, begins, during);
            return new Life(sample.iri(), sample.label(), until, stages);
        }

        private void close(
                List<Stage> stages,
                Optional<HistoryLine> opened,
                Optional<Moment> begins,
                List<Moment> during) {
            opened.ifPresent(line ->
                    stages.add(new Stage(line.state(), row(line).text("state"), begins, during)));
        }

        private Moment moment(
                HistoryLine line, Optional<Long> knownBefore, Map<String, PlannedStep> steps) {
            return new Moment(
                    line.naming(NAMED),
                    line.related().stream()
                            .collect(
                                    Collectors.groupingBy(
                                            Related::role, TreeMap::new, Collectors.counting())),
                    TYPES.stream()
                            .filter(type -> rows.happenings().is(line.event(), type))
                            .findFirst()
                            .map(Term::localName),
                    rows.happenings().labTime(line.event()),
                    recorded(line),
                    knownBefore,
                    place(row(line)),
                    Optional.ofNullable(steps.get(line.event())));
        }

        private static Optional<String> place(Row row) {
            var from = row.text("from").map("from "::concat);
            var to = row.text("to").map("to "::concat);
            return row.text("place")
                    .or(() -> from.map(place -> place + to.map(" "::concat).orElse("")))
                    .or(() -> to);
        }

        /// For each line, the first position at which a later one was known, if that is before its
        /// own.
        private List<Optional<Long>> known() {
            var known = new ArrayList<Optional<Long>>();
            long earliest = Long.MAX_VALUE;
            for (int i = all.size() - 1; i >= 0; i--) {
                long own = recorded(all.get(i));
                known.addFirst(own > earliest ? Optional.of(earliest) : Optional.empty());
                earliest = Math.min(earliest, own);
            }
            return known;
        }

        private long recorded(HistoryLine line) {
            return row(line).whole("firstPosition").orElse(line.position());
        }
    }
}
