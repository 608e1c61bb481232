package dev.lodestone.query.states;

import dev.lodestone.query.Told;
import dev.lodestone.query.history.SampleSummary;
import dev.lodestone.query.history.Samples;
import dev.lodestone.query.history.ShownValue;
import java.util.List;
import java.util.Optional;

/// The states of a sample, in classes of those that rules count as the same.
///
/// @param basis the log position it is true at
/// @param rules by which
/// @param states how many states the sample itself has
/// @param undecided events that a rule speaks of without it being known whether it applies; they
///   separate states
public record SampleStates(
        long basis,
        SampleSummary sample,
        EquivalenceRules.Named rules,
        int states,
        List<StateClass> classes,
        List<Undecided> undecided)
        implements Told {
    public SampleStates {
        classes = List.copyOf(classes);
        undecided = List.copyOf(undecided);
    }

    /// States that count as one.
    ///
    /// @param number from 1, in the order of the sample's life
    /// @param id the state that the last separating event made
    /// @param states those of other samples too, where a split left the sample as it was
    /// @param begunBy the event that separates it from what was before
    /// @param within events that left the sample as it was
    /// @param endedBy the event that separates it from what came after, or ended the sample
    /// @param values what was found of any of its states
    public record StateClass(
            int number,
            String id,
            List<Member> states,
            Step begunBy,
            List<Step> within,
            Optional<Step> endedBy,
            List<Measured> values) {
        public StateClass {
            states = List.copyOf(states);
            within = List.copyOf(within);
            values = List.copyOf(values);
        }
    }

    /// One state.
    public record Member(String state, String sample, String label, long sequence) {}

    /// An event between states.
    ///
    /// @param rule by which it left the sample as it was
    public record Step(
            String event,
            String what,
            Optional<String> when,
            Optional<String> record,
            Optional<Long> position,
            boolean orderAssumed,
            Optional<String> rule) {}

    /// A value, and of which state.
    public record Measured(String state, String event, String what, ShownValue value) {}

    /// An event that a rule could not judge.
    public record Undecided(String event, String what, List<String> why) {}

    /// For people.
    @Override
    public String text() {
        var out = new StringBuilder("Sample ").append(sample.label()).append('\n');
        out.append(sample.iri()).append('\n');
        out.append("As of log position ").append(basis).append(", by the rules ");
        out.append(rules.name()).append(" version ").append(rules.version());
        rules.purpose().ifPresent(purpose -> out.append(" (").append(purpose).append(')'));
        out.append(".\n%s in %s.%n".formatted(counted(states, "state"), classes(classes.size())));
        classes.forEach(each -> tell(out, each));
        for (var event : undecided) {
            out.append(
                    "\n! %s separates, because %s (event %s)%n"
                            .formatted(
                                    event.what(),
                                    String.join("; ", event.why()),
                                    Samples.id(event.event())));
        }
        return out.toString();
    }

    private void tell(StringBuilder out, StateClass each) {
        out.append("\n%3d  %s%n".formatted(each.number(), counted(each.states().size(), "state")));
        out.append("     made by ").append(words(each.begunBy())).append('\n');
        each.within()
                .forEach(step -> out.append("     unchanged by ").append(words(step)).append('\n'));
        each.states().stream()
                .filter(state -> !state.sample().equals(sample.iri()))
                .map(state -> state.label() + " state " + state.sequence())
                .forEach(other -> out.append("     the same as ").append(other).append('\n'));
        for (var measured : each.values()) {
            out.append("     → %s (%s)%n".formatted(measured.value().text(), measured.what()));
        }
        each.endedBy()
                .ifPresent(step -> out.append("     ended by ").append(words(step)).append('\n'));
    }

    private static String words(Step step) {
        var text = new StringBuilder(step.what());
        step.when().ifPresent(when -> text.append(", ").append(when));
        text.append(", event ").append(Samples.id(step.event()));
        step.rule().ifPresent(rule -> text.append(", rule ").append(rule));
        if (step.orderAssumed()) {
            text.append(" ! its place in the order is assumed");
        }
        return text.toString();
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String classes(int count) {
        return count + (count == 1 ? " class" : " classes");
    }
}
