package dev.lodestone.events.intake;

import java.util.List;

/// The rules of intake, in the order they are asked.
public final class IntakeRules {
    private IntakeRules() {}

    /// All of them.
    public static List<IntakeRule> all() {
        return List.of(
                new TermsAreKnown(),
                new UnitsFit(),
                new AmountsAreExtensive(),
                new ValuesPointInside(),
                new RequiredParametersAreGiven(),
                new ThingsAreKnown(),
                new PositionsAreInTheContainer(),
                new NoContainerIsInsideItself(),
                new RegionsAreMeasuredInLengths(),
                new LabTimeIsNotInTheFuture(),
                new LabTimeIsOfALaboratory(),
                new SampleStillExists(),
                new PartsAreNew(),
                new NoMoreIsTakenThanRemains(),
                new EventIsRecordedOnce(),
                new EndedRecordsAreLive(),
                new BatchesAreWhole());
    }
}
