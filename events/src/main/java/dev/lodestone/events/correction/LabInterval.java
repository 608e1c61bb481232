package dev.lodestone.events.correction;

import dev.lodestone.events.LabTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/// An interval of lab time, and which events happened in it. Days without a zone are compared as
/// days, since they are the laboratory's on both sides; against an instant, a day may begin or end
/// in any zone.
final class LabInterval {
    /// Where an event lies.
    enum Place {
        INSIDE,
        OUTSIDE,
        /// Its time is unknown, or it may be partly or wholly inside or outside.
        UNDECIDED
    }

    private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);
    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    private final LabTime interval;

    LabInterval(LabTime interval) {
        this.interval = interval;
    }

    Place placeOf(LabTime time) {
        var ours = Days.of(interval);
        var theirs = Days.of(time);
        if (ours.isPresent() && theirs.isPresent()) {
            return theirs.get().placeIn(ours.get());
        } else if (ours.isPresent()) {
            return place(
                    time,
                    Optional.of(ours.get().first.atStartOfDay().toInstant(LAST)),
                    Optional.of(ours.get().last.plusDays(1).atStartOfDay().toInstant(FIRST)),
                    ours.get().first.atStartOfDay().toInstant(FIRST),
                    ours.get().last.plusDays(1).atStartOfDay().toInstant(LAST));
        }
        return place(
                time,
                interval.earliest(),
                interval.latest(),
                interval.earliest().orElse(Instant.MIN),
                interval.latest().orElse(Instant.MAX));
    }

    /// @param from the earliest that is surely inside; without it, nothing is too early
    /// @param notBefore what ends before it is surely outside
    private static Place place(
            LabTime time,
            Optional<Instant> from,
            Optional<Instant> to,
            Instant notBefore,
            Instant notAfter) {
        var earliest = time.earliest();
        var latest = time.latest();
        if (latest.filter(notBefore::isAfter).isPresent()
                || earliest.filter(notAfter::isBefore).isPresent()) {
            return Place.OUTSIDE;
        }
        boolean notTooEarly =
                from.isEmpty() || earliest.filter(e -> !e.isBefore(from.get())).isPresent();
        boolean notTooLate = to.isEmpty() || latest.filter(l -> !l.isAfter(to.get())).isPresent();
        boolean known = earliest.isPresent() || latest.isPresent();
        return known && notTooEarly && notTooLate ? Place.INSIDE : Place.UNDECIDED;
    }

    /// Days of a laboratory's calendar, in whatever zone it was.
    private record Days(LocalDate first, LocalDate last) {
        static Optional<Days> of(LabTime time) {
            return time.date()
                    .map(day -> new Days(day, day))
                    .or(() -> time.month().map(m -> new Days(m.atDay(1), m.atEndOfMonth())))
                    .or(() ->
                            time.year()
                                    .map(y ->
                                            new Days(
                                                    y.atDay(1),
                                                    YearMonth.of(y.getValue(), 12)
                                                            .atEndOfMonth())));
        }

        Place placeIn(Days other) {
            if (last.isBefore(other.first) || first.isAfter(other.last)) {
                return Place.OUTSIDE;
            }
            return first.isBefore(other.first) || last.isAfter(other.last)
                    ? Place.UNDECIDED
                    : Place.INSIDE;
        }
    }
}
