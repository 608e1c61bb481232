package dev.lodestone.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// When something happened in the laboratory, as exactly as anybody knows and no more: an instant,
/// a from-to, a date, a month, a year, or nothing; besides or instead, which events it came after
/// and before, and its order number within a run or list. Never invented: what is not known is
/// absent.
///
/// At most one of `instant`, `from`/`to`, `date`, `month`, `year` is given.
public record LabTime(
        Optional<Instant> instant,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<LocalDate> date,
        Optional<YearMonth> month,
        Optional<Year> year,
        List<EventId> after,
        List<EventId> before,
        OptionalInt order) {

    /// Nothing is known.
    public static final LabTime UNKNOWN =
            new LabTime(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    OptionalInt.empty());

    public LabTime {
        after = List.copyOf(after);
        before = List.copyOf(before);
        long given =
                Stream.of(instant, from.or(() -> to), date, month, year)
                        .filter(Optional::isPresent)
                        .count();
        if (given > 1) {
            throw new IllegalArgumentException(
                    """
                    The lab time says more than one of instant, from/to, date, month and year.
                    Maybe keep the most exact one.\
                    """);
        }
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw new IllegalArgumentException(
                    """
                    The lab time begins (%s) after it ends (%s).
                    Maybe the two are exchanged, or one has another time zone.\
                    """
                            .formatted(from.get(), to.get()));
        }
    }

    /// Exactly then.
    public static LabTime at(Instant instant) {
        var u = UNKNOWN;
        return new LabTime(
                Optional.of(instant),
                u.from,
                u.to,
                u.date,
                u.month,
                u.year,
                u.after,
                u.before,
                u.order);
    }

    /// From one instant to another.
    public static LabTime between(Instant from, Instant to) {
        return within(Optional.of(from), Optional.of(to));
    }

    /// From an instant on; until when is not known.
    public static LabTime since(Instant from) {
        return within(Optional.of(from), Optional.empty());
    }

    /// Until an instant; since when is not known.
    public static LabTime until(Instant to) {
        return within(Optional.empty(), Optional.of(to));
    }

    private static LabTime within(Optional<Instant> from, Optional<Instant> to) {
        var u = UNKNOWN;
        return new LabTime(
                u.instant, from, to, u.date, u.month, u.year, u.after, u.before, u.order);
    }

    /// Some time on a day.
    public static LabTime on(LocalDate date) {
        return roughly(Optional.of(date), Optional.empty(), Optional.empty());
    }

    /// Some time in a month.
    public static LabTime in(YearMonth month) {
        return roughly(Optional.empty(), Optional.of(month), Optional.empty());
    }

    /// Some time in a year.
    public static LabTime in(Year year) {
        return roughly(Optional.empty(), Optional.empty(), Optional.of(year));
    }

    private static LabTime roughly(
            Optional<LocalDate> date, Optional<YearMonth> month, Optional<Year> year) {
        var u = UNKNOWN;
        return new LabTime(u.instant, u.from, u.to, date, month, year, u.after, u.before, u.order);
    }

    /// The n-th of a run or list; no time.
    public static LabTime order(int n) {
        return UNKNOWN.withOrder(n);
    }

    /// The same with an order number.
    public LabTime withOrder(int n) {
        return new LabTime(instant, from, to, date, month, year, after, before, OptionalInt.of(n));
    }

    /// The same, known to be later than these events.
    public LabTime withAfter(EventId... events) {
        return new LabTime(instant, from, to, date, month, year, List.of(events), before, order);
    }

    /// The same, known to be earlier than these events.
    public LabTime withBefore(EventId... events) {
        return new LabTime(instant, from, to, date, month, year, after, List.of(events), order);
    }

    /// The first moment it can have begun. A date without a zone begins where the day begins first
    /// (UTC+14), so that an order derived from it is never wrong.
    public Optional<Instant> earliest() {
        return instant.or(() -> from)
                .or(() ->
                        firstDay()
                                .map(day -> day.atStartOfDay().toInstant(ZoneOffset.ofHours(14))));
    }

    /// The last moment it can have ended. A date without a zone ends where the day ends last
    /// (UTC-12).
    public Optional<Instant> latest() {
        return instant.or(() -> to)
                .or(() ->
                        lastDay()
                                .map(day ->
                                        day.plusDays(1)
                                                .atStartOfDay()
                                                .toInstant(ZoneOffset.ofHours(-12))));
    }

    /// Whether the time is an instant or a from-to, so that `prov:startedAtTime` may be written.
    public boolean exact() {
        return instant.isPresent() || from.isPresent() || to.isPresent();
    }

    /// How exactly the time is known, as a word of the ontology: `Instant`, `Interval`, `Date`,
    /// `Month`, `Year`, `OrderOnly`, `TimeUnknown`.
    public String precision() {
        if (instant.isPresent()) {
            return "Instant";
        } else if (from.isPresent() || to.isPresent()) {
            return "Interval";
        } else if (date.isPresent()) {
            return "Date";
        } else if (month.isPresent()) {
            return "Month";
        } else if (year.isPresent()) {
            return "Year";
        } else if (order.isPresent() || !after.isEmpty() || !before.isEmpty()) {
            return "OrderOnly";
        }
        return "TimeUnknown";
    }

    private Optional<LocalDate> firstDay() {
        return date.or(() -> month.map(m -> m.atDay(1))).or(() -> year.map(y -> y.atDay(1)));
    }

    private Optional<LocalDate> lastDay() {
        return date.or(() -> month.map(YearMonth::atEndOfMonth))
                .or(() -> year.map(y -> y.atMonth(12).atEndOfMonth()));
    }
}
