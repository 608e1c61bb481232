package dev.lodestone.events;

import java.util.List;
import java.util.Optional;

/// What is known of an event besides what it did: when, by whom, with what, how it ended.
///
/// @param agents who or what did it; empty where nobody is known
/// @param instruments with what
/// @param outcome how it ended
/// @param reason why it failed, or was done
/// @param executes the plan and step it carried out
public record Occurrence(
        LabTime labTime,
        List<AgentId> agents,
        List<InstrumentId> instruments,
        Outcome outcome,
        Optional<String> reason,
        Optional<PlanStep> executes) {

    /// Nothing is known.
    public static final Occurrence UNKNOWN =
            new Occurrence(
                    LabTime.UNKNOWN,
                    List.of(),
                    List.of(),
                    Outcome.UNKNOWN,
                    Optional.empty(),
                    Optional.empty());

    public Occurrence {
        agents = List.copyOf(agents);
        instruments = List.copyOf(instruments);
    }

    /// Only the time is known.
    public static Occurrence at(LabTime labTime) {
        return UNKNOWN.withLabTime(labTime);
    }

    /// The same at another time.
    public Occurrence withLabTime(LabTime time) {
        return new Occurrence(time, agents, instruments, outcome, reason, executes);
    }

    /// The same by these agents.
    public Occurrence by(AgentId... who) {
        return new Occurrence(labTime, List.of(who), instruments, outcome, reason, executes);
    }

    /// The same with these instruments.
    public Occurrence with(InstrumentId... what) {
        return new Occurrence(labTime, agents, List.of(what), outcome, reason, executes);
    }

    /// The same with an outcome.
    public Occurrence ended(Outcome how) {
        return new Occurrence(labTime, agents, instruments, how, reason, executes);
    }

    /// A step of a plan.
    public record PlanStep(WorkflowId workflow, String step) {}
}
