package dev.lodestone.app.demo;

import dev.lodestone.app.Store;
import dev.lodestone.app.Training;
import dev.lodestone.events.intake.Receipt;
import dev.lodestone.events.intake.RecordFile;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.query.audit.AuditText;
import dev.lodestone.query.audit.PredictionAudit;
import dev.lodestone.query.audit.Predictions;
import dev.lodestone.query.history.SampleHistory;
import dev.lodestone.query.inverse.InverseAnswer;
import dev.lodestone.query.inverse.InverseDesign;
import dev.lodestone.query.inverse.InverseQuery;
import dev.lodestone.query.sparql.GraphQueries;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Records the published data that ship with Lodestone and shows what can be asked of them. Running
/// it again records nothing twice.
public final class Demo {
    private static final String BLANK = "46NT57";
    private static final int SHOWN = 3;

    private final Store store;
    private final PrintWriter out;

    /// @param store whose graphs follow
    public Demo(Store store, PrintWriter out) {
        this.store = store;
        this.out = out;
    }

    /// What was recorded, at which positions the correction and its withdrawal stand.
    public record Recorded(LogPosition corrected, LogPosition withdrawn) {}

    /// Records, and waits until the graph knows it.
    public Recorded record() throws IOException, InterruptedException {
        heading("Recording");
        record("tensile-42CrMoS4", "production history and tensile tests of 42CrMoS4, CC BY 4.0");
        record("ncm-cathode", "data sheet of NCM cathodes, MIT, doi:10.1016/j.nanoen.2022.107214");
        record("m3i3-table-1", "four published predictions, doi:10.1021/acsnano.1c00211");
        var correction =
                record("tensile-42CrMoS4-correction", "a correction of one heat treatment");
        var retraction = record("tensile-42CrMoS4-retraction", "the withdrawal of that correction");
        out.flush();
        store.awaitGraph();
        return new Recorded(correction.getFirst().position(), retraction.getFirst().position());
    }

    /// Shows what can be asked.
    public void show(Recorded recorded) throws InterruptedException {
        history(recorded.corrected(), recorded.withdrawn());
        inverse();
        audit();
    }

    private List<Receipt> record(String name, String what) throws IOException {
        var file = name + ".jsonl";
        try (var in = Demo.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException(
                        "the resource (%s) is missing from this build".formatted(file));
            }
            var receipts = new RecordFile(store.intake()).record(file, in);
            long known = receipts.stream().filter(Receipt::alreadyKnown).count();
            out.printf(
                    "  %,6d events of %s: %s%s%n",
                    receipts.size(),
                    file,
                    what,
                    known == receipts.size() ? " (known already)" : "");
            return receipts;
        }
    }

    private void history(LogPosition corrected, LogPosition withdrawn) throws InterruptedException {
        heading("1. The history of steel blank %s".formatted(BLANK));
        out.println("Before the correction:\n");
        story(store.queriesAsOf(corrected.value() - 1));
        out.println("After the correction, at position %d:\n".formatted(corrected.value()));
        story(store.queriesAsOf(corrected.value()));
        out.println("Now, the correction withdrawn at position %d:\n".formatted(withdrawn.value()));
        story(store.queries());
    }

    private void story(GraphQueries graph) {
        out.println(new SampleHistory(graph, store.settings().base()).of(BLANK).text());
        out.flush();
    }

    private void inverse() throws InterruptedException {
        heading("2. Which cathodes gave 200 mAh/g or more, sintered below 900 °C?");
        var answer =
                new InverseDesign(store.queries())
                        .ask(
                                InverseQuery.parse(
                                        List.of("specificDischargeCapacity>=200 mAh/g"),
                                        List.of("sinteringTemperature<900 °C")));
        var shown = new ArrayList<>(answer.hits().stream().limit(SHOWN).toList());
        answer.hits().stream().skip(SHOWN).filter(InverseAnswer.Hit::flagged).forEach(shown::add);
        out.println(
                new InverseAnswer(
                                answer.basis(),
                                answer.targets(),
                                answer.where(),
                                answer.measurements(),
                                answer.samples(),
                                answer.flagged(),
                                answer.orderAssumed(),
                                answer.joinedMeasurements(),
                                answer.notes(),
                                shown,
                                answer.cut())
                        .text());
        out.printf("(The first %d, and those that rest on a flagged value.)%n", SHOWN);
        out.flush();
    }

    private void audit() throws InterruptedException {
        heading("3. What does a prediction stand on?");
        var listed = predictions();
        if (listed.stream().noneMatch(Demo::isForest)) {
            new Training(store).run(1, 0.2, false);
            listed = predictions();
        }
        var audits = new PredictionAudit(store.log(), store.iris());
        listed.stream()
                .filter(Demo::isForest)
                .findFirst()
                .ifPresent(line -> out.println(AuditText.of(audits.audit(line.id()), 1)));
        out.println("And a published one, whose training rows were not published:\n");
        listed.stream()
                .filter(line -> !line.modelName().contains("Cathode capacity"))
                .findFirst()
                .ifPresent(line -> out.println(AuditText.of(audits.audit(line.id()), 1)));
        out.flush();
    }

    private List<Predictions.Line> predictions() {
        return new Predictions(store.log()).list(Optional.empty(), Optional.empty()).predictions();
    }

    private static boolean isForest(Predictions.Line line) {
        return line.modelName().contains("random forest");
    }

    private void heading(String text) {
        out.println();
        out.println(text);
        out.println("═".repeat(text.length()));
    }
}
