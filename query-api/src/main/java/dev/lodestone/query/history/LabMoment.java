package dev.lodestone.query.history;

import dev.lodestone.query.sparql.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// When something happened in the lab, as exactly as it is known.
///
/// @param precision `Instant`, `Interval`, `Date`, `Month`, `Year`, `OrderOnly` or `TimeUnknown`
/// @param when the time itself: `2025-01-07`; absent where none is known
/// @param words the same for people, what is not known said as such
/// @param earliest the first moment it can have begun
/// @param latest the last moment it can have ended
public record LabMoment(
        String precision,
        Optional<String> when,
        String words,
        Optional<String> earliest,
        Optional<String> latest) {

    /// Reads a row with what there is of `?labPrecision ?labEarliest ?labLatest ?labOrder`.
    public static LabMoment of(Row row) {
        var earliest = row.text("labEarliest").flatMap(LabMoment::instant);
        var latest = row.text("labLatest").flatMap(LabMoment::instant);
        var precision = row.text("labPrecision").map(Samples::local).orElse("TimeUnknown");
        // A day without a zone begins where it begins first.
        var day = earliest.map(i -> i.atOffset(ZoneOffset.ofHours(14)).toLocalDate().toString());
        var order = row.text("labOrder").map("number %s of its run"::formatted);
        var when =
                switch (precision) {
                    case "Date" -> day;
                    case "Month" -> day.map(d -> d.substring(0, 7));
                    case "Year" -> day.map(d -> d.substring(0, 4));
                    case "Instant" -> earliest.map(Instant::toString);
                    case "Interval" ->
                            Optional.of(
                                    earliest.map(i -> "from " + i).orElse("")
                                            + latest.map(i -> " to " + i).orElse(""));
                    default -> order;
                };
        var words =
                switch (precision) {
                    case "Date" -> when.map("on "::concat);
                    case "Month", "Year" -> when.map("in "::concat);
                    case "Instant" -> when.map("at "::concat);
                    case "Interval" -> when.map(w -> interval(w, earliest, latest));
                    default ->
                            order.map(o -> o + ", time not known")
                                    .or(() ->
                                            precision.equals("OrderOnly")
                                                    ? Optional.of(
                                                            "only the order is known, no time")
                                                    : Optional.empty());
                };
        return new LabMoment(
                precision,
                when,
                words.orElse("time not known"),
                earliest.map(Instant::toString),
                latest.map(Instant::toString));
    }

    private static String interval(
            String both, Optional<Instant> earliest, Optional<Instant> latest) {
        if (earliest.isEmpty()) {
            return both.strip() + ", its begin not known";
        }
        return latest.isEmpty() ? both + ", its end not known" : both;
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
