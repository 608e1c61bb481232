package dev.lodestone.query.history;

import dev.lodestone.query.history.Timeline.Life;
import dev.lodestone.query.history.Timeline.Moment;
import dev.lodestone.query.history.Timeline.Plan;
import java.util.Locale;
import java.util.stream.Collectors;

/// A timeline as people read it.
final class TimelineText {
    private final StringBuilder out = new StringBuilder();

    private TimelineText() {}

    static String of(Timeline timeline) {
        var text = new TimelineText();
        text.write(timeline);
        return text.out.toString();
    }

    private void write(Timeline timeline) {
        var sample = timeline.sample();
        out.append("Timeline of sample ").append(sample.label());
        sample.lifecycle().ifPresent(life -> out.append(", ").append(lower(life)));
        line("");
        line(sample.iri());
        line("As of log position %d.".formatted(timeline.basis()));
        sample.findings().forEach(finding -> line("FLAGGED: " + finding));
        timeline.lives().forEach(life -> life(life, timeline.lives().size() > 1));
        timeline.plans().forEach(this::plan);
    }

    private void life(Life life, boolean named) {
        if (named) {
            line("");
            line(
                    "── "
                            + life.label()
                            + life.until()
                                    .map(event -> ", until event " + Samples.id(event))
                                    .orElse(""));
        }
        for (var stage : life.stages()) {
            line("");
            stage.begins().ifPresent(this::moment);
            stage.state().ifPresent(number -> line("── state " + number));
            stage.during().forEach(this::moment);
        }
    }

    private void moment(Moment moment) {
        var event = moment.event();
        out.append("   ").append(event.what());
        event.by().forEach(who -> out.append(", ").append(who));
        event.outcome().ifPresent(how -> out.append(" — ").append(lower(how)));
        event.reason().ifPresent(why -> out.append(": ").append(why));
        line("");
        line(
                "      lab time: %s · position %d · event %s"
                        .formatted(
                                moment.labTime().words(),
                                event.position(),
                                Samples.id(event.event())));
        moment.recordedAfter()
                .ifPresent(before ->
                        line(
                                "      ! recorded late, at position %d: what comes after it was known from position %d"
                                        .formatted(moment.recorded(), before)));
        event.details().forEach(detail -> line("      " + detail));
        event.notes().forEach(note -> line("      ! " + note));
        related(moment);
        event.parameters().forEach(value -> line("      " + value.text()));
        event.results().forEach(value -> line("    → " + value.text()));
        moment.planned().ifPresent(this::beside);
    }

    private void related(Moment moment) {
        moment.related()
                .forEach((role, count) -> {
                    var named =
                            moment.event().related().stream()
                                    .filter(other -> other.role().equals(role))
                                    .map(HistoryLine.Related::label)
                                    .toList();
                    line(
                            "      %s %s%s"
                                    .formatted(
                                            role,
                                            String.join(", ", named),
                                            count > named.size()
                                                    ? " and %,d more"
                                                            .formatted(count - named.size())
                                                    : ""));
                });
    }

    private void beside(PlannedStep planned) {
        line(
                "      planned as step %s of %s: %s"
                        .formatted(
                                planned.step(),
                                planned.title(),
                                planned.targets().isEmpty()
                                        ? "nothing in numbers"
                                        : planned.targets().stream()
                                                .map(value -> value.label() + " " + value.shown())
                                                .collect(Collectors.joining(", "))));
        planned.off()
                .forEach(off ->
                        line(
                                "      off the plan: %s: planned %s, done %s%s"
                                        .formatted(
                                                off.label(),
                                                off.planned(),
                                                off.actual(),
                                                off.by())));
        planned.unknown().forEach(what -> line("      not known: " + what));
    }

    private void plan(Plan plan) {
        line("");
        line("── plan " + plan.title());
        for (var step : plan.steps()) {
            line(
                    "   %s%s: %s"
                            .formatted(
                                    step.step(),
                                    step.kind().map(kind -> " (" + kind + ")").orElse(""),
                                    status(step)));
        }
    }

    private static String status(PlannedStep step) {
        if (step.event().isEmpty()) {
            return "not recorded of this sample or what it was made of";
        }
        return (step.off().isEmpty() ? "done" : "done, off the plan")
                + step.event().map(event -> ", event " + Samples.id(event)).orElse("");
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
