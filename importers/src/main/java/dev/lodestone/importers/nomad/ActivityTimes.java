package dev.lodestone.importers.nomad;

import dev.lodestone.events.LabTime;
import dev.lodestone.importers.json.Fields;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// When an activity was: by its own section, or, for a step of a process, by that of the whole.
final class ActivityTimes {
    private static final List<String> BEGINNINGS =
            List.of("/datetime", "/start_time", "/timestamp");
    private static final String END = "/end_time";
    private static final String WHOLE = "/data";

    private final Gathered into;
    private final Fields fields;

    ActivityTimes(Gathered into) {
        this.into = into;
        this.fields = into.fields();
    }

    /// When it was.
    ///
    /// @param order which of its list; 0 for what is none
    /// @param bounds when it was, as far as the whole tells of which it is a part
    LabTime of(Fields part, String at, int order, LabTime bounds) {
        var start = start(at);
        if (start.isEmpty()) {
            tellOfTime(at);
            if (!bounds.equals(LabTime.UNKNOWN)) {
                part.use(WHOLE + startField(WHOLE));
                part.use(WHOLE + END);
            }
            return order > 0 ? bounds.withOrder(order) : LabTime.UNKNOWN;
        }
        part.use(at + startField(at));
        var from = start.get().instant();
        var end = fields.peek(at + END).flatMap(LabTimes::read).flatMap(LabTime::instant);
        if (from.isPresent() && end.isPresent() && !from.get().isAfter(end.get())) {
            part.use(at + END);
            return LabTime.between(from.get(), end.get());
        }
        return start.get();
    }

    private String startField(String at) {
        return BEGINNINGS.stream()
                .filter(name -> fields.has(at + name))
                .findFirst()
                .orElse("/datetime");
    }

    /// When it began, unless that is NOMAD's own time.
    private Optional<LabTime> start(String at) {
        return fields.peek(at + startField(at))
                .filter(text -> !LabTimes.filledByNomad(text, into.entry()))
                .flatMap(LabTimes::read);
    }

    /// Why a time that stands there is none.
    private void tellOfTime(String at) {
        var field = at + startField(at);
        fields.peek(field)
                .ifPresent(text ->
                        into.find(
                                field,
                                (LabTimes.filledByNomad(text, into.entry())
                                                ? "The time (%s) is that of NOMAD's processing, not of the laboratory."
                                                : "The time (%s) cannot be read.")
                                        .formatted(text)));
    }

    /// When the steps were of what stands in a section.
    LabTime bounds(String at) {
        return within(start(at), fields.peek(at + END).flatMap(LabTimes::read));
    }

    /// Some time on the day on which the whole began and ended, or else in the month or year. A
    /// from-to would say that the step lasted so long; a beginning alone bounds no step.
    private static LabTime within(Optional<LabTime> beginning, Optional<LabTime> end) {
        var from = beginning.flatMap(ActivityTimes::day);
        var to = end.flatMap(ActivityTimes::day);
        if (from.isEmpty() || to.isEmpty() || to.get().isBefore(from.get())) {
            return LabTime.UNKNOWN;
        }
        var first = from.get();
        var last = to.get();
        if (first.equals(last)) {
            return LabTime.on(first);
        }
        boolean month = YearMonth.from(first).equals(YearMonth.from(last));
        boolean year = first.getYear() == last.getYear();
        return new LabTime(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                month ? Optional.of(YearMonth.from(first)) : Optional.empty(),
                year && !month ? Optional.of(Year.from(first)) : Optional.empty(),
                LabTime.UNKNOWN.after(),
                LabTime.UNKNOWN.before(),
                OptionalInt.empty());
    }

    private static Optional<LocalDate> day(LabTime time) {
        return time.date().or(() -> time.instant().map(ActivityTimes::dayOf));
    }

    private static LocalDate dayOf(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
