package dev.lodestone.query.plans;

import dev.lodestone.query.Told;
import dev.lodestone.query.history.Deviation;
import dev.lodestone.query.history.Samples;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// How what was done differs from what was planned.
///
/// @param basis the log position it is true at
/// @param of the workflow or sample asked about
/// @param beyondPercent differences up to this are not told
public record PlanDeviations(long basis, String of, double beyondPercent, List<Run> runs)
        implements Told {
    public PlanDeviations {
        runs = List.copyOf(runs);
    }

    /// A plan as it was followed on one sample and on what the sample was made of.
    ///
    /// @param sample absent where steps were carried out on no sample
    /// @param steps in an order that the plan allows
    /// @param strays what says to carry out a step that the plan does not have
    public record Run(
            String workflow,
            String title,
            Optional<String> sample,
            Optional<String> label,
            List<StepRun> steps,
            List<Done> strays) {
        public Run {
            steps = List.copyOf(steps);
            strays = List.copyOf(strays);
        }
    }

    /// What became of a planned step.
    public enum Status {
        /// It was carried out, perhaps off the plan.
        EXECUTED,
        /// It was not carried out, and a step planned after it was.
        SKIPPED,
        /// It was not carried out, nor anything planned after it.
        OPEN
    }

    /// A planned step.
    public record StepRun(String step, String label, Status status, List<Done> executions) {
        public StepRun {
            executions = List.copyOf(executions);
        }
    }

    /// An event that carried out a step.
    ///
    /// @param otherKind the kind that was planned, where it was carried out as another
    /// @param outOfOrder steps planned before it that were only carried out after it
    /// @param orderAssumed whether its place in the order rests on a tie
    /// @param unknown what was planned and cannot be compared
    public record Done(
            String event,
            String what,
            Optional<String> when,
            Optional<String> outcome,
            String record,
            long position,
            Optional<String> otherKind,
            List<String> outOfOrder,
            boolean orderAssumed,
            List<Deviation> deviations,
            List<String> unknown) {
        public Done {
            outOfOrder = List.copyOf(outOfOrder);
            deviations = List.copyOf(deviations);
            unknown = List.copyOf(unknown);
        }
    }

    /// For people.
    @Override
    public String text() {
        var out = new StringBuilder("Plans and what was done: ").append(of).append('\n');
        out.append(
                "As of log position %d; values off by more than %s %%, in SI.%n"
                        .formatted(
                                basis,
                                BigDecimal.valueOf(beyondPercent)
                                        .stripTrailingZeros()
                                        .toPlainString()));
        if (runs.isEmpty()) {
            out.append("No step of a plan was carried out.\n");
        }
        runs.forEach(run -> tell(out, run));
        return out.toString();
    }

    private static void tell(StringBuilder out, Run run) {
        out.append('\n')
                .append(run.title())
                .append(" (")
                .append(Samples.id(run.workflow()))
                .append(")");
        out.append(run.label().map(label -> " on " + label).orElse(" on no sample")).append('\n');
        for (var step : run.steps()) {
            out.append("  %-8s %s%n".formatted(words(step.status()), step.label()));
            step.executions().forEach(done -> tell(out, done));
        }
        for (var stray : run.strays()) {
            out.append("  not in the plan%n".formatted());
            tell(out, stray);
        }
    }

    private static void tell(StringBuilder out, Done done) {
        out.append("           ").append(done.what());
        done.when().ifPresent(when -> out.append(", ").append(when));
        done.outcome().ifPresent(how -> out.append(", ").append(how));
        out.append(
                ", event %s · position %d%n".formatted(Samples.id(done.event()), done.position()));
        done.otherKind().ifPresent(kind -> line(out, "another kind than planned: " + kind));
        for (var step : done.outOfOrder()) {
            line(
                    out,
                    "out of order: before %s%s"
                            .formatted(step, done.orderAssumed() ? " (the order is assumed)" : ""));
        }
        for (var off : done.deviations()) {
            line(
                    out,
                    "%s %s instead of %s%s"
                            .formatted(off.label(), off.actual(), off.planned(), off.by()));
        }
        done.unknown().forEach(what -> out.append("           ? ").append(what).append('\n'));
    }

    private static void line(StringBuilder out, String text) {
        out.append("           ! ").append(text).append('\n');
    }

    private static String words(Status status) {
        return switch (status) {
            case EXECUTED -> "done";
            case SKIPPED -> "SKIPPED";
            case OPEN -> "open";
        };
    }
}
