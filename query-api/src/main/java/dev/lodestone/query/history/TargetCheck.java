package dev.lodestone.query.history;

import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Property;
import dev.lodestone.ontology.Term;
import dev.lodestone.query.history.Span.Off;
import dev.lodestone.query.sparql.Row;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Holds what was done in an event against what its step was to have. A number is compared in SI;
/// it may lie anywhere in a range that was planned.
public final class TargetCheck {
    private static final Set<String> DURATIONS = Set.of("duration", "storageDuration");
    private static final MathContext SHORT = new MathContext(4);

    private final double allowed;
    private final List<Deviation> deviations = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    private TargetCheck(double beyond) {
        this.allowed = Math.max(beyond / 100, 0);
    }

    /// Compares an event with a step.
    ///
    /// @param targets of the step, as `plan-steps.rq` gives them
    /// @param values of the event, as `event-values.rq` gives them
    /// @param seconds the event took, if known: that is a planned duration of which no value is
    /// @param beyond how many per cent are allowed
    public static TargetCheck of(
            List<Row> targets, List<Row> values, Optional<BigDecimal> seconds, double beyond) {
        var check = new TargetCheck(beyond);
        var found = single(values);
        single(targets).stream()
                .collect(
                        Collectors.groupingBy(
                                TargetCheck::quantity, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(ofOne -> check.check(ofOne, found, seconds));
        return check;
    }

    /// What is off, in the order planned.
    public List<Deviation> deviations() {
        return List.copyOf(deviations);
    }

    /// What cannot be compared, in words.
    public List<String> unknown() {
        return List.copyOf(unknown);
    }

    /// Each value once, though each of its findings has a row.
    private static Collection<Row> single(List<Row> rows) {
        var byDatum = new LinkedHashMap<String, Row>();
        rows.forEach(row -> byDatum.putIfAbsent(row.get("datum"), row));
        return byDatum.values();
    }

    private static String quantity(Row row) {
        return String.join(
                " ",
                row.get("property"),
                row.text("statistic").orElse("-"),
                row.text("species").orElse("-"));
    }

    /// @param targets of one quantity: several where it was to be different one after the other
    private void check(List<Row> targets, Collection<Row> values, Optional<BigDecimal> seconds) {
        var target = targets.getFirst();
        var about =
                values.stream()
                        .filter(row -> row.get("property").equals(target.get("property")))
                        .filter(row -> row.text("species").equals(target.text("species")))
                        .filter(row -> isOfStatistic(row, target.text("statistic")))
                        .toList();
        var evidence = about.stream().filter(ShownValue::restsOnEvidence).toList();
        if (evidence.isEmpty() && seconds.isPresent() && isDuration(target)) {
            targets.forEach(one -> lasted(one, seconds.get()));
        } else if (targets.size() == 1 && !evidence.isEmpty()) {
            evidence.forEach(row -> compare(target, row));
        } else {
            var assumed = evidence.isEmpty() && !about.isEmpty();
            pair(targets, evidence, assumed ? "only assumed" : "not recorded");
        }
    }

    /// What fits a target belongs to it; what is left on both sides is compared in order.
    private void pair(List<Row> targets, List<Row> evidence, String missing) {
        var unmet =
                targets.stream()
                        .filter(one -> evidence.stream().noneMatch(row -> fits(one, row)))
                        .toList();
        var left =
                evidence.stream()
                        .filter(row -> targets.stream().noneMatch(one -> fits(one, row)))
                        .toList();
        for (int i = 0; i < Math.max(unmet.size(), left.size()); i++) {
            if (i >= left.size()) {
                var planned = ShownValue.of(unmet.get(i));
                unknown.add(
                        "%s is %s; planned %s"
                                .formatted(planned.label(), missing, planned.shown()));
            } else {
                compare(i < unmet.size() ? unmet.get(i) : targets.getLast(), left.get(i));
            }
        }
    }

    private boolean fits(Row target, Row row) {
        var want = Span.of(target);
        var have = Span.of(row);
        if (want.isPresent() && have.isPresent()) {
            return want.get().off(have.get(), allowed).isEmpty();
        }
        return words(target).isPresent() && words(target).equals(words(row));
    }

    private void compare(Row target, Row row) {
        var planned = ShownValue.of(target);
        var actual = ShownValue.of(row);
        var want = Span.of(target);
        var have = Span.of(row);
        if (want.isPresent() && have.isPresent()) {
            want.get()
                    .off(have.get(), allowed)
                    .ifPresent(off ->
                            report(
                                    planned,
                                    actual.shown(),
                                    distance(target, off),
                                    percent(off),
                                    Optional.of(actual.datum())));
        } else if (want.isEmpty()
                && have.isEmpty()
                && words(target).isPresent()
                && words(row).isPresent()) {
            if (!Objects.equals(words(target), words(row))) {
                report(
                        planned,
                        actual.shown(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(actual.datum()));
            }
        } else {
            unknown.add(
                    "%s %s cannot be compared with the planned %s"
                            .formatted(planned.label(), actual.shown(), planned.shown()));
        }
    }

    private void lasted(Row target, BigDecimal seconds) {
        var planned = ShownValue.of(target);
        var want = Span.of(target);
        if (want.isEmpty()) {
            unknown.add("%s %s has no SI value".formatted(planned.label(), planned.shown()));
            return;
        }
        want.get()
                .off(Span.of(seconds.doubleValue()), allowed)
                .ifPresent(off ->
                        report(
                                planned,
                                property(target)
                                        .map(p -> ShownValue.shown(seconds, p))
                                        .orElse(seconds + " s"),
                                distance(target, off),
                                percent(off),
                                Optional.empty()));
    }

    private void report(
            ShownValue planned,
            String actual,
            Optional<String> distance,
            Optional<BigDecimal> percent,
            Optional<String> actualDatum) {
        deviations.add(
                new Deviation(
                        planned.property(),
                        planned.label(),
                        planned.shown(),
                        actual,
                        distance,
                        percent,
                        actualDatum,
                        planned.datum()));
    }

    /// Rounded, because it comes of numbers that were converted.
    private static Optional<String> distance(Row target, Off off) {
        return property(target)
                .map(property ->
                        ShownValue.shownDifference(
                                new BigDecimal(off.distance()).round(SHORT), property));
    }

    private static Optional<BigDecimal> percent(Off off) {
        return Double.isInfinite(off.share())
                ? Optional.empty()
                : Optional.of(new BigDecimal(100 * off.share()).round(SHORT));
    }

    private static boolean isOfStatistic(Row row, Optional<String> wanted) {
        return wanted.isEmpty() || row.text("statistic").equals(wanted);
    }

    private static boolean isDuration(Row target) {
        return DURATIONS.contains(new Term(target.get("property")).localName());
    }

    private static Optional<String> words(Row row) {
        return row.text("concept").or(() -> row.text("text"));
    }

    private static Optional<Property> property(Row row) {
        return Ontology.lodestone().findProperty(new Term(row.get("property")));
    }
}
