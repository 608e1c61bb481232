package dev.lodestone.query.impact;

import dev.lodestone.ontology.Vocabulary;
import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.sparql.GraphLinks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.Optional;

/// Lab times between which events are looked at. What may have happened between them is: an event
/// whose time is not known too.
///
/// @param from the first moment, if any
/// @param to the last moment, if any
public record EventTimes(Optional<Instant> from, Optional<Instant> to) {

    /// Reads both ends: a day, or a moment with its offset; a day is taken in the zone where it
    /// lasts longest.
    ///
    /// @return nothing if neither is given
    public static Optional<EventTimes> of(Optional<String> from, Optional<String> to) {
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new EventTimes(
                        from.map(text -> moment("from", text, 0, 14)),
                        to.map(text -> moment("to", text, 1, -12))));
    }

    private static Instant moment(String name, String text, int daysOn, int zone) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text)
                            .plusDays(daysOn)
                            .atStartOfDay()
                            .toInstant(ZoneOffset.ofHours(zone));
        } catch (DateTimeParseException e) {
            throw new Incorrect(
                    "time",
                    "The time %s (%s) is neither a day nor a moment.\nMaybe 2026-03-01, or 2026-03-01T08:00:00Z."
                            .formatted(name, text));
        }
    }

    boolean mayHold(GraphLinks links, String event) {
        return from.filter(f -> isBefore(links.objects(event, Vocabulary.LAB_LATEST), f)).isEmpty()
                && to.filter(t -> isAfter(links.objects(event, Vocabulary.LAB_EARLIEST), t))
                        .isEmpty();
    }

    /// Whether all of the times, if there are any, are before a moment. A record that holds no
    /// longer may have said another.
    private static boolean isBefore(Iterator<String> times, Instant moment) {
        boolean all = times.hasNext();
        while (times.hasNext()) {
            all &= OffsetDateTime.parse(times.next()).toInstant().isBefore(moment);
        }
        return all;
    }

    private static boolean isAfter(Iterator<String> times, Instant moment) {
        boolean all = times.hasNext();
        while (times.hasNext()) {
            all &= OffsetDateTime.parse(times.next()).toInstant().isAfter(moment);
        }
        return all;
    }
}
