package dev.lodestone.query.history;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// One thing that happened to a sample.
///
/// @param number its place in the history, from 1
/// @param what in words: "sintering"
/// @param kind short form of the kind: `lsk:Sintering`
/// @param when as exactly as it is known; absent where it is not
/// @param outcome `Success`, `Failure` …; absent where it is not known
/// @param reason why it failed, or was done
/// @param by who and what took part: "by Kim", "with furnace 1"
/// @param state number of the state it made or found
/// @param makesState whether it made that state
/// @param orderAssumed whether its place here rests on a tie, not on a known order
/// @param details where it was, from where to where, what it did to the sample
/// @param notes what is doubtful about it
/// @param related other samples it made or used
/// @param parameters what was set, or the conditions of a measurement
/// @param results what was found
/// @param was what records said of it that hold no longer
/// @param event its IRI
/// @param record the record that states it
/// @param position of that record in the log
/// @param source where it was taken from
public record HistoryLine(
        int number,
        String what,
        String kind,
        Optional<String> when,
        Optional<String> outcome,
        Optional<String> reason,
        List<String> by,
        Optional<Long> state,
        boolean makesState,
        boolean orderAssumed,
        List<String> details,
        List<String> notes,
        List<Related> related,
        List<ShownValue> parameters,
        List<ShownValue> results,
        List<Was> was,
        String event,
        String record,
        long position,
        Optional<String> source) {

    /// The same with only so many other samples of each role.
    HistoryLine naming(int most) {
        var named = new HashMap<String, Integer>();
        return new HistoryLine(
                number,
                what,
                kind,
                when,
                outcome,
                reason,
                by,
                state,
                makesState,
                orderAssumed,
                details,
                notes,
                related.stream()
                        .filter(other -> named.merge(other.role(), 1, Integer::sum) <= most)
                        .toList(),
                parameters,
                results,
                was,
                event,
                record,
                position,
                source);
    }

    /// Another sample.
    ///
    /// @param role `gave` a part, `from` a parent or input, `sister` of the same cut, `region` that
    ///   was marked
    public record Related(String role, String sample, String label) {}

    /// What a record said until another ended it.
    ///
    /// @param from the position it held from
    /// @param until the position from which it held no longer
    /// @param how `corrected` or `withdrawn`
    public record Was(
            String record,
            long from,
            long until,
            String how,
            Optional<String> because,
            Optional<String> reason,
            List<ShownValue> values) {}
}
