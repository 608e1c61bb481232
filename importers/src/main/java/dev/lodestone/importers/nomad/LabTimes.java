package dev.lodestone.importers.nomad;

import dev.lodestone.events.LabTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/// Times of the laboratory, told from those NOMAD puts in: where a section has no `datetime`, its
/// processing writes the time of processing, with or without a zone, and in some versions the
/// server's local time as if it were UTC.
final class LabTimes {
    private static final Duration NEAR = Duration.ofSeconds(60);
    private static final long QUARTER_HOUR = 900;
    private static final Duration FARTHEST_ZONE = Duration.ofHours(15);

    private LabTimes() {}

    /// Reads a time; without a zone only its day is known.
    static Optional<LabTime> read(String text) {
        try {
            return Optional.of(
                    LabTime.at(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant()));
        } catch (DateTimeException e) {
            return day(text).map(LabTime::on);
        }
    }

    /// Whether NOMAD wrote the time when it processed the entry.
    static boolean filledByNomad(String text, NomadEntry entry) {
        var time = instant(text);
        return time.isPresent()
                && Stream.of("/metadata/last_processing_time", "/metadata/entry_create_time")
                        .flatMap(at -> entry.text(at).stream())
                        .flatMap(at -> instant(at).stream())
                        .anyMatch(processed -> isThatMoment(time.get(), processed));
    }

    /// The same moment, or, for a time with fractions of a second as no person writes it, the same
    /// but for a zone.
    private static boolean isThatMoment(Instant time, Instant processed) {
        var apart = Duration.between(processed, time).abs();
        if (apart.compareTo(NEAR) <= 0) {
            return true;
        }
        long beside = apart.toSeconds() % QUARTER_HOUR;
        return !time.equals(time.truncatedTo(ChronoUnit.SECONDS))
                && apart.compareTo(FARTHEST_ZONE) <= 0
                && Math.min(beside, QUARTER_HOUR - beside) <= NEAR.toSeconds();
    }

    /// A moment as a server writes it: one without a zone is UTC.
    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
        } catch (DateTimeException e) {
            return local(text).map(time -> time.toInstant(ZoneOffset.UTC));
        }
    }

    private static Optional<LocalDate> day(String text) {
        var local = local(text);
        if (local.isPresent()) {
            return local.map(LocalDateTime::toLocalDate);
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDateTime> local(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.replace(' ', 'T')));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
