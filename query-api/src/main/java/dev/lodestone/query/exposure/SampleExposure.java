package dev.lodestone.query.exposure;

import dev.lodestone.ontology.Kind;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Property;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Unit;
import dev.lodestone.ontology.Vocabulary;
import dev.lodestone.query.LodestoneException.NotFound;
import dev.lodestone.query.exposure.Exposure.Before;
import dev.lodestone.query.exposure.Exposure.Line;
import dev.lodestone.query.exposure.LifeLine.Happening;
import dev.lodestone.query.history.LabMoment;
import dev.lodestone.query.history.Samples;
import dev.lodestone.query.history.ShownValue;
import dev.lodestone.query.inverse.Wish;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.Row;
import dev.lodestone.query.states.Conditions;
import dev.lodestone.query.states.EventSorts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells for how long a condition held for a sample, from what happened to it and to what it was
/// cut from: storage, transport and ageing, and every other step that states the condition.
public final class SampleExposure {
    private static final Set<Term> WAITING =
            Set.of(Vocabulary.STORAGE, Vocabulary.TRANSPORT, Term.of("lsk:Ageing"));

    private static final MathContext READABLE = new MathContext(9);

    private final GraphQueries graph;
    private final Samples samples;
    private final String base;

    /// @param base of the IRIs, without a trailing slash
    public SampleExposure(GraphQueries graph, String base) {
        this.graph = graph;
        this.samples = new Samples(graph, base);
        this.base = base;
    }

    /// Tells it.
    ///
    /// @param word the sample: an IRI, an id, a lab name or `scope:name`
    /// @param condition such as `relativeHumidity>40 %`
    /// @param before where counting ends: an event of the sample's life, or a sort of event, of
    ///   which the first is meant
    public Exposure of(String word, String condition, Optional<String> before) {
        var wish = Wish.parse(condition);
        return graph.ask(session -> {
            var sample = samples.find(session, word);
            var line = LifeLine.read(session, sample);
            var end = before.map(what -> end(line, what, word));
            var counted = counted(line, end.map(End::happening), wish);
            var limit = end.flatMap(e -> exactBegin(e.happening().row()));
            var times = new HeldTimes();
            var lines = new ArrayList<Line>();
            for (var happening : counted) {
                lines.add(count(happening, wish, limit, times));
            }
            var sums = times.sums();
            return new Exposure(
                    session.basis().position().value(),
                    samples.summary(session, sample),
                    wish.text(),
                    end.map(SampleExposure::told),
                    sums.held(),
                    sums.notHeld(),
                    sums.undecided(),
                    sums.contradicted(),
                    sums.meanSi().map(si -> ShownValue.shown(si, wish.property())),
                    sums.meanHours(),
                    sums.meanSi().map(si -> integral(si, sums.meanHours(), wish.property())),
                    (int) lines.stream().filter(each -> each.hours().isEmpty()).count(),
                    lines,
                    List.copyOf(line.merged()));
        });
    }

    private static String integral(BigDecimal meanSi, BigDecimal hours, Property property) {
        var unit = property.displayUnit().or(property::canonicalUnit);
        var sum = unit.map(u -> u.fromSi(meanSi)).orElse(meanSi).multiply(hours).round(READABLE);
        return sum.stripTrailingZeros().toPlainString()
                + unit.map(Unit::symbol)
                        .filter(symbol -> !symbol.isEmpty() && !symbol.equals("1"))
                        .map(symbol -> " " + symbol + "·h")
                        .orElse(" h");
    }

    private record End(Happening happening, int others) {}

    private End end(LifeLine line, String word, String sample) {
        var sort = EventSorts.find(word);
        var ids = List.of(word, base + "/" + word, base + "/event/" + word);
        var found =
                line.happenings().stream()
                        .filter(happening ->
                                sort.isPresent()
                                        ? isOf(happening, sort.get())
                                        : ids.contains(happening.event()))
                        .toList();
        if (found.isEmpty()) {
            throw new NotFound(
                    "exposure-before",
                    """
                    There is no %s (%s) in the life of the sample (%s).
                    Maybe an event of its history, or a sort such as lsk:Coating or coating.\
                    """
                            .formatted(
                                    sort.isPresent() ? "event of the sort" : "event", word, sample),
                    Map.of("before", word));
        }
        return new End(found.getFirst(), found.size() - 1);
    }

    private static boolean isOf(Happening happening, Term sort) {
        var kind = new Term(happening.row().get("kind"));
        var classes =
                Ontology.lodestone().findKind(kind).flatMap(Kind::eventClass).stream()
                        .map(Term::iri)
                        .toList();
        return EventSorts.is(kind, classes, sort);
    }

    /// What led to the state that the last event found, as far as it can bear on the condition.
    private static List<Happening> counted(LifeLine line, Optional<Happening> end, Wish wish) {
        var all = new ArrayList<Happening>();
        boolean there = false;
        for (var happening : line.happenings()) {
            boolean onEnd = end.filter(e -> e.sample().equals(happening.sample())).isPresent();
            if (there && !onEnd) {
                break;
            }
            there |= onEnd;
            boolean before =
                    !onEnd || happening.sequence() <= end.map(SampleExposure::found).orElseThrow();
            if (before && happening.makesState() && bears(happening, wish)) {
                all.add(happening);
            }
        }
        return all;
    }

    private static long found(Happening end) {
        return end.sequence() - (end.makesState() ? 1 : 0);
    }

    /// Storage, transport and ageing bear on it whether they state it or not; others if they do.
    private static boolean bears(Happening happening, Wish wish) {
        return !stated(happening, wish).isEmpty()
                || WAITING.stream().anyMatch(sort -> isOf(happening, sort));
    }

    private static Line count(
            Happening happening, Wish wish, Optional<Instant> limit, HeldTimes times) {
        var row = happening.row();
        var finding = Conditions.of(wish, happening.values());
        var from = instant(row, "labEarliest");
        var to = instant(row, "labLatest");
        boolean placed =
                local(row, "labPrecision").equals("Interval") && from.isPresent() && to.isPresent();
        boolean clipped = false;
        Optional<Double> seconds = row.number("durationSI").map(Number::doubleValue);
        if (placed) {
            var end = to.orElseThrow();
            clipped = limit.filter(end::isAfter).isPresent();
            var until = clipped ? later(limit.orElseThrow(), from.orElseThrow()) : end;
            times.place(from.orElseThrow(), until, finding.held(), finding.si());
            seconds = Optional.of(seconds(from.orElseThrow(), until));
        } else {
            seconds.ifPresent(s -> times.add(s, finding.held(), finding.si()));
        }
        var kind = new Term(row.get("kind"));
        return new Line(
                happening.event(),
                row.text("kindLabel").orElse(kind.localName()),
                happening.label(),
                LabMoment.of(row).when(),
                seconds.map(HeldTimes::hours),
                placed,
                clipped,
                finding.held(),
                stated(happening, wish).stream()
                        .map(value -> ShownValue.of(value).text())
                        .distinct()
                        .toList(),
                finding.why(),
                row.isTrue("orderAssumed"),
                row.get("record"),
                row.whole("position").orElseThrow());
    }

    private static List<Row> stated(Happening happening, Wish wish) {
        return happening.values().stream()
                .filter(row -> row.get("property").equals(wish.property().term().iri()))
                .toList();
    }

    private static Before told(End end) {
        var row = end.happening().row();
        return new Before(
                row.get("event"),
                row.text("kindLabel").orElseGet(() -> new Term(row.get("kind")).localName()),
                LabMoment.of(row).when(),
                end.others());
    }

    /// When the last event began, if that is known to the moment.
    private static Optional<Instant> exactBegin(Row row) {
        return Set.of("Instant", "Interval").contains(local(row, "labPrecision"))
                ? instant(row, "labEarliest")
                : Optional.empty();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static double seconds(Instant from, Instant to) {
        var length = Duration.between(from, to);
        return length.getSeconds() + length.getNano() / 1e9;
    }

    private static Optional<Instant> instant(Row row, String name) {
        return row.text(name).map(Instant::parse);
    }

    private static String local(Row row, String name) {
        return row.text(name).map(iri -> new Term(iri).localName()).orElse("");
    }
}
