package dev.lodestone.importers.helao;

import dev.lodestone.events.LabTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// The clock of a station. Its time stamps have no zone; the data files beside them count from the
/// epoch, so that a zip that has some proves its zone.
///
/// @param offset the zone, where it is proved
/// @param witnesses how many data files prove it
/// @param told whether there were data files at all that disagree or are of no use
public record StationClock(Optional<ZoneOffset> offset, int witnesses, boolean told) {
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSSSSS]");

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration LATEST_START = Duration.ofMinutes(2);
    private static final Duration FARTHEST = Duration.ofHours(18);

    /// A time stamp and the moment the action's data file was begun.
    ///
    /// @param local as logged
    record Witness(LocalDateTime local, Instant begun) {
        /// The zone by which the file was begun at, or shortly after, the time stamp.
        Optional<ZoneOffset> offset() {
            var ahead = Duration.between(begun, local.toInstant(ZoneOffset.UTC));
            long quarters =
                    Math.floorDiv(ahead.plus(LATEST_START).toSeconds(), QUARTER.toSeconds());
            var offset = QUARTER.multipliedBy(quarters);
            var late = offset.minus(ahead);
            return offset.abs().compareTo(FARTHEST) <= 0 && late.abs().compareTo(LATEST_START) <= 0
                    ? Optional.of(ZoneOffset.ofTotalSeconds((int) offset.toSeconds()))
                    : Optional.empty();
        }
    }

    /// The clock that witnesses agree upon; without a zone if there is none, or two.
    static StationClock of(List<Witness> witnesses) {
        var offsets = new HashSet<Optional<ZoneOffset>>();
        var used = new ArrayList<Witness>(witnesses);
        used.forEach(witness -> offsets.add(witness.offset()));
        boolean agreed = offsets.size() == 1;
        return new StationClock(
                agreed ? offsets.iterator().next() : Optional.empty(),
                used.size(),
                !used.isEmpty());
    }

    /// A time stamp as logged.
    static Optional<LocalDateTime> read(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, WRITTEN));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The lab time: exact where the zone is proved, else the day alone.
    LabTime labTime(LocalDateTime local) {
        return offset.map(zone -> LabTime.at(local.toInstant(zone)))
                .orElseGet(() -> LabTime.on(local.toLocalDate()));
    }

    /// What is to be said of it.
    String remark() {
        return offset.map(zone ->
                        "The time stamps have no zone; %d data files that count from the epoch show that they are UTC%s."
                                .formatted(witnesses, zone.equals(ZoneOffset.UTC) ? "" : zone))
                .orElse(
                        told
                                ? "The time stamps have no zone, and the %d data files that count from the epoch do not agree on one; only days and the order are taken."
                                        .formatted(witnesses)
                                : "The time stamps have no zone, and no data file counts from the epoch; only days and the order are taken.");
    }
}
