package dev.lodestone.query.exposure;

import dev.lodestone.query.states.Conditions.Held;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Adds up for how long a condition held. What is placed in time counts once however many records
/// speak of it; what is only known to have lasted is added.
final class HeldTimes {
    private static final double HOUR = 3600;

    private final List<Placed> placed = new ArrayList<>();
    private double held;
    private double notHeld;
    private double undecided;
    private double contradicted;
    private double valued;
    private double integral;

    private record Placed(Instant from, Instant to, Held held, Optional<Double> si) {
        boolean covers(Instant begin, Instant end) {
            return !from.isAfter(begin) && !to.isBefore(end);
        }
    }

    /// From one instant to another.
    void place(Instant from, Instant to, Held how, Optional<Double> si) {
        placed.add(new Placed(from, to, how, si));
    }

    /// Some time, nobody knows when.
    void add(double seconds, Held how, Optional<Double> si) {
        switch (how) {
            case YES -> held += seconds;
            case NO -> notHeld += seconds;
            case UNKNOWN -> undecided += seconds;
        }
        si.ifPresent(value -> value(seconds, value));
    }

    /// @param contradicted hours of which one record says that it held and another that it did not
    /// @param meanSi of the value over the time for which one value is known, by time
    /// @param meanHours that time
    record Sums(
            BigDecimal held,
            BigDecimal notHeld,
            BigDecimal undecided,
            BigDecimal contradicted,
            Optional<BigDecimal> meanSi,
            BigDecimal meanHours) {}

    Sums sums() {
        var edges = new TreeSet<Instant>();
        placed.forEach(piece -> {
            edges.add(piece.from());
            edges.add(piece.to());
        });
        var list = List.copyOf(edges);
        for (int i = 0; i + 1 < list.size(); i++) {
            segment(list.get(i), list.get(i + 1));
        }
        placed.clear();
        return new Sums(
                hours(held),
                hours(notHeld),
                hours(undecided),
                hours(contradicted),
                valued > 0 ? Optional.of(new BigDecimal(integral / valued)) : Optional.empty(),
                hours(valued));
    }

    private void segment(Instant begin, Instant end) {
        var there = placed.stream().filter(piece -> piece.covers(begin, end)).toList();
        if (there.isEmpty()) {
            return;
        }
        var length = Duration.between(begin, end);
        double seconds = length.getSeconds() + length.getNano() / 1e9;
        boolean yes = there.stream().anyMatch(piece -> piece.held() == Held.YES);
        boolean no = there.stream().anyMatch(piece -> piece.held() == Held.NO);
        if (yes && no) {
            contradicted += seconds;
            return;
        }
        var values = there.stream().flatMap(piece -> piece.si().stream()).distinct().toList();
        add(
                seconds,
                yes ? Held.YES : no ? Held.NO : Held.UNKNOWN,
                values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty());
    }

    private void value(double seconds, double si) {
        valued += seconds;
        integral += si * seconds;
    }

    /// To the ten-millionth part of an hour, which is less than a millisecond.
    static BigDecimal hours(double seconds) {
        var hours = BigDecimal.valueOf(seconds / HOUR).setScale(7, RoundingMode.HALF_EVEN);
        var plain = hours.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
