package dev.lodestone.events.intake;

import dev.lodestone.events.Draft;
import java.time.Duration;

/// What is recorded as having happened has happened. A clock may be a little fast, and a date has
/// no zone; beyond two days it is a slip of the pen, such as 2052 for 2025.
final class LabTimeIsNotInTheFuture implements IntakeRule {
    private static final Duration SLACK = Duration.ofDays(2);

    @Override
    public void check(Draft draft, Knowledge known, Complaints complaints) {
        draft.stated()
                .occurrence()
                .labTime()
                .earliest()
                .filter(earliest -> earliest.isAfter(known.now().plus(SLACK)))
                .ifPresent(earliest ->
                        complaints.add(
                                "/occurrence/labTime",
                                "The lab time (%s) is after now (%s)."
                                        .formatted(earliest, known.now()),
                                "the year is mistyped; what is planned is a"
                                        + " WorkflowPlanned."));
    }
}
