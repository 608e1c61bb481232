package dev.lodestone.query.inverse;

import dev.lodestone.query.Told;
import dev.lodestone.query.history.ShownValue;
import java.util.List;
import java.util.Optional;

/// What answers an inverse question, with what it stands on.
///
/// @param basis the log position it is true at
/// @param targets as asked
/// @param where as asked
/// @param measurements how many measurements fulfil it by the processing of their own sample
/// @param samples of how many samples
/// @param flagged how many of those measurements rest on a value that bears a finding
/// @param orderAssumed how many rest on an order that is assumed
/// @param joinedMeasurements how many are answered by the recipe of another sample of like
///   structure
/// @param notes what a reader must know of the evidence as a whole
/// @param hits the answers, greatest first target value first; those of like structure last
/// @param cut whether the limit left hits out
public record InverseAnswer(
        long basis,
        List<String> targets,
        List<String> where,
        int measurements,
        int samples,
        int flagged,
        int orderAssumed,
        int joinedMeasurements,
        List<String> notes,
        List<Hit> hits,
        boolean cut)
        implements Told {

    /// One answer.
    ///
    /// @param evidence `direct`: processing and value are of one sample and its ancestors;
    ///   `joined`: of two samples of like structure
    /// @param sample the one measured
    /// @param measured the values that fulfil the targets
    /// @param because what fulfils each condition
    /// @param structure features known of the measured state or of one before it
    /// @param recipe the steps that led to the measured state, or for a joined answer to the state
    ///   of the other sample
    /// @param join for a joined answer, in what the two samples agree
    public record Hit(
            String evidence,
            String sample,
            String label,
            List<Measured> measured,
            List<Because> because,
            List<ShownValue> structure,
            List<Step> recipe,
            Optional<Join> join,
            boolean flagged,
            boolean orderAssumed) {}

    /// A value that fulfils a target.
    public record Measured(
            ShownValue value,
            String state,
            String event,
            long position,
            Optional<String> source,
            boolean orderAssumed) {}

    /// What fulfils a condition.
    ///
    /// @param wish the condition as asked
    /// @param role `step` of the processing, `structure` found before, or `condition` of the
    ///   measurement
    /// @param sample the sample it happened to: the measured one or an ancestor
    /// @param hops from the step to the measured state, each a state made by an event
    public record Because(
            String wish,
            String role,
            ShownValue value,
            String sample,
            String label,
            String event,
            String record,
            long position,
            Optional<String> source,
            List<Hop> hops) {}

    /// One state on the way from a step to the measured state.
    ///
    /// @param how `step` within one sample, or `split or merge` from another, `region` from the
    ///   sample that the region lies in
    /// @param orderAssumed whether the place of the event in the sample's life rests on a tie
    public record Hop(
            String state,
            String sample,
            String event,
            String what,
            String how,
            long position,
            boolean orderAssumed) {}

    /// A step of a recipe.
    public record Step(
            String event, String what, String sample, long position, List<ShownValue> parameters) {}

    /// Why the recipe of one sample stands for another.
    public record Join(String recipeFrom, String label, List<Agreement> agreements) {}

    /// A descriptor in which two samples agree.
    ///
    /// @param tolerance within what
    public record Agreement(
            String property, ShownValue ofMeasured, ShownValue ofRecipe, String tolerance) {}

    /// For people.
    @Override
    public String text() {
        return InverseText.of(this);
    }
}
