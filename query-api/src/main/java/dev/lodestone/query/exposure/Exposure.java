package dev.lodestone.query.exposure;

import dev.lodestone.query.Told;
import dev.lodestone.query.history.SampleSummary;
import dev.lodestone.query.history.Samples;
import dev.lodestone.query.states.Conditions.Held;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// For how many hours a condition held for a sample, on which events that rests, and what is not
/// known of them.
///
/// @param basis the log position it is true at
/// @param condition as it was asked
/// @param before the event at which counting ends; absent: everything counts
/// @param heldHours for which it is known to have held
/// @param notHeldHours for which it is known not to have held
/// @param undecidedHours known to have passed without it being known whether it held
/// @param contradictedHours of which one record says that it held and another that it did not
/// @param mean of the value, weighted by time, over `meanHours`, for which one value is known
/// @param integral of the value over those hours, `2760 %·h`: mean times hours
/// @param withoutDuration events of unknown duration, which are in none of these hours
/// @param madeOf samples that it was blended of, whose times are not counted
public record Exposure(
        long basis,
        SampleSummary sample,
        String condition,
        Optional<Before> before,
        BigDecimal heldHours,
        BigDecimal notHeldHours,
        BigDecimal undecidedHours,
        BigDecimal contradictedHours,
        Optional<String> mean,
        BigDecimal meanHours,
        Optional<String> integral,
        int withoutDuration,
        List<Line> events,
        List<String> madeOf)
        implements Told {
    public Exposure {
        events = List.copyOf(events);
        madeOf = List.copyOf(madeOf);
    }

    /// Where counting ends.
    ///
    /// @param others how many more of that sort came after it
    public record Before(String event, String what, Optional<String> when, int others) {}

    /// An event that counts.
    ///
    /// @param hours it lasted, as far as the event at which counting ends; absent where not known
    /// @param placed whether it is known from when to when
    /// @param clipped whether it went on after counting ended
    /// @param held whether the condition held
    /// @param value in words
    /// @param why it is not known whether it held
    public record Line(
            String event,
            String what,
            String sample,
            Optional<String> when,
            Optional<BigDecimal> hours,
            boolean placed,
            boolean clipped,
            Held held,
            List<String> value,
            Optional<String> why,
            boolean orderAssumed,
            String record,
            long position) {}

    /// For people.
    @Override
    public String text() {
        var out = new StringBuilder("Sample ").append(sample.label()).append('\n');
        out.append(sample.iri()).append('\n');
        out.append("As of log position ").append(basis).append(".\n\n");
        out.append(condition);
        before.ifPresent(end ->
                out.append(", before ")
                        .append(end.what())
                        .append(end.when().map(when -> ", " + when).orElse(""))
                        .append(" (event ")
                        .append(Samples.id(end.event()))
                        .append(end.others() > 0 ? ", the first of " + (end.others() + 1) : "")
                        .append(')'));
        out.append(":\n  held for ").append(plain(heldHours)).append(" h\n");
        out.append("  did not hold for ").append(plain(notHeldHours)).append(" h\n");
        told(out, undecidedHours, "not known whether it held");
        told(out, contradictedHours, "one record says that it held, another that it did not");
        if (withoutDuration > 0) {
            out.append(
                    "  ! %d event%s of unknown duration, not counted%n"
                            .formatted(withoutDuration, withoutDuration == 1 ? "" : "s"));
        }
        mean.ifPresent(value ->
                out.append(
                        "  mean %s over %s h%s%n"
                                .formatted(
                                        value,
                                        plain(meanHours),
                                        integral.map(sum -> ", which is " + sum).orElse(""))));
        if (!madeOf.isEmpty()) {
            out.append(
                    "  ! blended of %s; their times are not counted%n"
                            .formatted(String.join(", ", madeOf)));
        }
        out.append("  What passed between these events is not known.\n");
        events.forEach(line -> tell(out, line));
        return out.toString();
    }

    private static void told(StringBuilder out, BigDecimal hours, String what) {
        if (hours.signum() != 0) {
            out.append("  ! %s for %s h%n".formatted(what, plain(hours)));
        }
    }

    private static void tell(StringBuilder out, Line line) {
        out.append("\n  ").append(line.what()).append(" of ").append(line.sample());
        line.when().ifPresent(when -> out.append(", ").append(when));
        out.append(line.hours().map(h -> ", " + plain(h) + " h").orElse(", duration not known"));
        out.append(
                switch (line.held()) {
                    case YES -> " — held";
                    case NO -> " — did not hold";
                    case UNKNOWN -> " — not known";
                });
        out.append('\n');
        line.value().forEach(value -> out.append("     ").append(value).append('\n'));
        line.why().ifPresent(why -> out.append("     ? ").append(why).append('\n'));
        if (line.clipped()) {
            out.append("     ! counted only until counting ends\n");
        }
        if (line.orderAssumed()) {
            out.append("     ! its place in the order is assumed\n");
        }
        out.append(
                "     event %s · position %d%n"
                        .formatted(Samples.id(line.event()), line.position()));
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
