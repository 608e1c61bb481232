package dev.lodestone.events.intake;

import dev.lodestone.events.Draft;
import java.time.Instant;
import java.util.Set;

/// Nothing is recorded as having happened before there were laboratories, nor at the very zero of a
/// computer's clock, which is what an empty field becomes. When a certain laboratory was founded is
/// not known here, so that any later time is accepted.
final class LabTimeIsOfALaboratory implements IntakeRule {
    private static final Instant FIRST = Instant.parse("1800-01-01T00:00:00Z");

    /// The zeros of Unix, of old Macintosh sheets, of Excel, of Windows and of NTP.
    private static final Set<Instant> ZEROS =
            Set.of(
                    Instant.EPOCH,
                    Instant.parse("1904-01-01T00:00:00Z"),
                    Instant.parse("1899-12-30T00:00:00Z"),
                    Instant.parse("1601-01-01T00:00:00Z"),
                    Instant.parse("1900-01-01T00:00:00Z"));

    @Override
    public void check(Draft draft, Knowledge known, Complaints complaints) {
        var time = draft.stated().occurrence().labTime();
        time.latest()
                .filter(latest -> latest.isBefore(FIRST))
                .ifPresent(latest ->
                        complaints.add(
                                "/occurrence/labTime",
                                "The lab time (%s) is before there were laboratories (%s)."
                                        .formatted(latest, FIRST),
                                "the year is mistyped; leave the time out where it is not"
                                        + " known."));
        time.instant()
                .or(time::from)
                .filter(ZEROS::contains)
                .filter(zero -> !zero.isBefore(FIRST))
                .ifPresent(zero ->
                        complaints.add(
                                "/occurrence/labTime",
                                "The lab time (%s) is the zero of a computer's clock."
                                        .formatted(zero),
                                "the field was empty; leave the time out."));
    }
}
