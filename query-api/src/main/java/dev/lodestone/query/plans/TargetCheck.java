package dev.lodestone.query.plans;

import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Property;
import dev.lodestone.ontology.Term;
import dev.lodestone.query.history.ShownValue;
import dev.lodestone.query.plans.PlanDeviations.Deviation;
import dev.lodestone.query.sparql.Row;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Holds what was done in an event against what its step was to have.
final class TargetCheck {
    private static final Set<String> DURATIONS = Set.of("duration", "storageDuration");
    private static final MathContext SHORT = new MathContext(4);

    /// Differences below this share come from converting units.
    private static final double ROUNDING = 1e-9;

    private final double beyond;
    private final List<Deviation> deviations = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    /// @param beyond how many per cent are allowed
    TargetCheck(double beyond) {
        this.beyond = beyond;
    }

    List<Deviation> deviations() {
        return List.copyOf(deviations);
    }

    /// What cannot be compared, in words.
    List<String> unknown() {
        return List.copyOf(unknown);
    }

    /// @param values of the event
    /// @param seconds the event took, if known
    void check(Row target, List<Row> values, Optional<BigDecimal> seconds) {
        var planned = ShownValue.of(target);
        var about =
                values.stream()
                        .filter(row -> row.get("property").equals(target.get("property")))
                        .filter(row -> row.text("species").equals(target.text("species")))
                        .filter(row -> isOfStatistic(row, target.text("statistic")))
                        .toList();
        var evidence = about.stream().filter(ShownValue::restsOnEvidence).toList();
        if (evidence.isEmpty() && seconds.isPresent() && isDuration(target)) {
            lasted(target, planned, seconds.get());
        } else if (evidence.isEmpty()) {
            unknown.add(
                    "%s is %s; planned %s"
                            .formatted(
                                    planned.label(),
                                    about.isEmpty() ? "not recorded" : "only assumed",
                                    planned.shown()));
        }
        for (var row : evidence) {
            compare(target, planned, row);
        }
    }

    private void compare(Row target, ShownValue planned, Row row) {
        var actual = ShownValue.of(row);
        var want = Span.of(target);
        var have = Span.of(row);
        if (want.isPresent() && have.isPresent()) {
            off(want.get(), have.get())
                    .ifPresent(share ->
                            report(share, planned, actual.shown(), Optional.of(actual.datum())));
        } else if (want.isEmpty() && have.isEmpty() && isWords(target) && isWords(row)) {
            if (!Objects.equals(words(target), words(row))) {
                deviations.add(
                        new Deviation(
                                planned.property(),
                                planned.label(),
                                planned.shown(),
                                actual.shown(),
                                Optional.empty(),
                                Optional.of(actual.datum()),
                                planned.datum()));
            }
        } else {
            unknown.add(
                    "%s %s cannot be compared with the planned %s"
                            .formatted(planned.label(), actual.shown(), planned.shown()));
        }
    }

    private void lasted(Row target, ShownValue planned, BigDecimal seconds) {
        var want = Span.of(target);
        if (want.isEmpty()) {
            unknown.add("%s %s has no SI value".formatted(planned.label(), planned.shown()));
            return;
        }
        double s = seconds.doubleValue();
        var property = property(target);
        off(want.get(), new Span(s, s))
                .ifPresent(share ->
                        report(
                                share,
                                planned,
                                property.map(p -> ShownValue.shown(seconds, p)).orElse(s + " s"),
                                Optional.empty()));
    }

    private void report(
            double share, ShownValue planned, String actual, Optional<String> actualDatum) {
        deviations.add(
                new Deviation(
                        planned.property(),
                        planned.label(),
                        planned.shown(),
                        actual,
                        Double.isInfinite(share)
                                ? Optional.empty()
                                : Optional.of(new BigDecimal(100 * share).round(SHORT)),
                        actualDatum,
                        planned.datum()));
    }

    /// The share by which one is off the other, if that is too much. Of a planned zero every
    /// difference is.
    private OptionalDouble off(Span want, Span have) {
        double edge;
        double distance;
        if (have.low() > want.high()) {
            edge = want.high();
            distance = have.low() - edge;
        } else if (have.high() < want.low()) {
            edge = want.low();
            distance = edge - have.high();
        } else {
            return OptionalDouble.empty();
        }
        double share = edge == 0 ? Double.POSITIVE_INFINITY : distance / Math.abs(edge);
        return share > Math.max(beyond / 100, 0) + ROUNDING
                ? OptionalDouble.of(share)
                : OptionalDouble.empty();
    }

    private static boolean isOfStatistic(Row row, Optional<String> wanted) {
        return wanted.isEmpty() || row.text("statistic").equals(wanted);
    }

    private static boolean isDuration(Row target) {
        return DURATIONS.contains(new Term(target.get("property")).localName());
    }

    private static boolean isWords(Row row) {
        return row.text("concept").or(() -> row.text("text")).isPresent();
    }

    private static Optional<String> words(Row row) {
        return row.text("concept").or(() -> row.text("text"));
    }

    private static Optional<Property> property(Row row) {
        return Ontology.lodestone().findProperty(new Term(row.get("property")));
    }

    /// A number or a range in SI; a bound that is not given is infinite.
    private record Span(double low, double high) {
        static Optional<Span> of(Row row) {
            var si = row.number("si").map(BigDecimal::doubleValue);
            if (si.isPresent()) {
                return Optional.of(new Span(si.get(), si.get()));
            }
            var lower = row.number("lowerSI").map(BigDecimal::doubleValue);
            var upper = row.number("upperSI").map(BigDecimal::doubleValue);
            return lower.or(() -> upper).isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Span(
                                    lower.orElse(Double.NEGATIVE_INFINITY),
                                    upper.orElse(Double.POSITIVE_INFINITY)));
        }
    }
}
