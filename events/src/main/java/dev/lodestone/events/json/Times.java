package dev.lodestone.events.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.regex.Pattern;

/// Times as text, in one spelling each: what may be read in two ways is refused.
final class Times {
    /// RFC 3339 with seconds and a zone.
    static final String INSTANT =
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$";

    /// A year and a month.
    static final String MONTH = "^[0-9]{4}-(0[1-9]|1[0-2])$";

    private static final Pattern INSTANT_FORM = Pattern.compile(INSTANT);
    private static final Pattern DATE_FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MONTH_FORM = Pattern.compile(MONTH);

    private Times() {}

    static Instant instant(String text) {
        try {
            if (INSTANT_FORM.matcher(text).matches()) {
                return OffsetDateTime.parse(text).toInstant();
            }
        } catch (DateTimeException e) {
            throw noInstant(text, e);
        }
        throw noInstant(text, null);
    }

    static LocalDate date(String text) {
        try {
            if (DATE_FORM.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            throw noDate(text, e);
        }
        throw noDate(text, null);
    }

    static YearMonth month(String text) {
        if (MONTH_FORM.matcher(text).matches()) {
            return YearMonth.parse(text);
        }
        throw new IllegalArgumentException(
                "The text (%s) is not a month.\nMaybe year and month are meant, such as 2022-08."
                        .formatted(text));
    }

    private static IllegalArgumentException noInstant(
            String text, @org.jspecify.annotations.Nullable Throwable cause) {
        return new IllegalArgumentException(
                """
                The text (%s) is not an instant: a date, a time with seconds and a zone.
                Maybe 2022-08-18T09:30:00Z or 2022-08-18T11:30:00+02:00; where only the day is known, "date".\
                """
                        .formatted(text),
                cause);
    }

    private static IllegalArgumentException noDate(
            String text, @org.jspecify.annotations.Nullable Throwable cause) {
        return new IllegalArgumentException(
                """
                The text (%s) is not a day of the calendar.
                Maybe year, month and day are meant, such as 2022-08-18.\
                """
                        .formatted(text),
                cause);
    }
}
