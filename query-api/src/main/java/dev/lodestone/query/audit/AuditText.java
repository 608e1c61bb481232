package dev.lodestone.query.audit;

import dev.lodestone.query.audit.AuditReport.CellLine;
import dev.lodestone.query.audit.AuditReport.Change;
import dev.lodestone.query.audit.AuditReport.RecordLine;
import dev.lodestone.query.audit.AuditReport.SourcePart;
import dev.lodestone.query.audit.AuditReport.StatedValue;
import dev.lodestone.query.audit.AuditReport.TrainingSetPart;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A report as text for people: the verdict in the first line, then a tree.
public final class AuditText {
    /// How many training rows are shown unless all are asked for.
    public static final int ROWS = 5;

    /// How many changes are shown unless all are asked for.
    private static final int CHANGES = 20;

    private AuditText() {}

    /// The report with the first few training rows.
    public static String of(AuditReport report) {
        return of(report, ROWS);
    }

    /// The report with so many training rows.
    ///
    /// @param rows the most training rows to show
    public static String of(AuditReport report, int rows) {
        var out = new StringBuilder();
        out.append("stale? ").append(report.staleness().words()).append('\n');
        var said = report.prediction();
        var root =
                new TextTree(
                        "%s = %s, predicted%s"
                                .formatted(
                                        said.stated().label(),
                                        said.stated().value(),
                                        said.subject().map(s -> " of " + s).orElse("")
                                                + named(said.subjectName())));
        changes(root, report, rows);
        prediction(root, report);
        model(root, report);
        report.trainingSet().ifPresent(set -> trainingSet(root, set, rows));
        report.trainingRowsUnpublished()
                .ifPresent(words -> root.add("training set: " + unpublished(words)));
        sources(root, report);
        root.add("as of log position " + report.basis());
        root.draw(out);
        return out.toString();
    }

    static String unpublished(String words) {
        return words.regionMatches(true, 0, "training rows unpublished", 0, 25)
                ? words
                : "training rows unpublished: " + words;
    }

    private static String named(Optional<String> name) {
        return name.map(words -> " (" + words + ")").orElse("");
    }

    private static void changes(TextTree root, AuditReport report, int rows) {
        var all = report.staleness().changes();
        if (all.isEmpty()) {
            return;
        }
        var branch = root.add("what changed since");
        long most = rows == Integer.MAX_VALUE ? all.size() : CHANGES;
        all.stream().limit(most).forEach(change -> change(branch, change));
        if (all.size() > most) {
            branch.add("… %d more changes, --all shows them".formatted(all.size() - most));
        }
    }

    private static void change(TextTree branch, Change change) {
        var line =
                branch.add(
                        "%s%s %s%s"
                                .formatted(
                                        change.what(),
                                        change.row().isPresent()
                                                ? " of row " + change.row().getAsLong()
                                                : "",
                                        change.kind().word(),
                                        change.makesStale() ? "" : " (makes nothing stale)"));
        change.sample().ifPresent(sample -> line.add("sample " + sample));
        change.saw().ifPresent(saw -> line.add("the model saw: " + value(saw)));
        if (change.saw().isPresent()) {
            line.add("now: " + change.now().map(AuditText::value).orElse("nothing"));
        }
        line.addIf("by", change.by().map(AuditText::record));
        line.addIf(
                "because",
                change.because().map(b -> b + change.explanation().map(e -> ": " + e).orElse("")));
    }

    private static void prediction(TextTree root, AuditReport report) {
        var said = report.prediction();
        var branch = root.add("prediction " + said.id());
        branch.add("recorded: " + record(said.in()) + (said.live() ? "" : ", NO LONGER LIVE"));
        branch.addIf("note", said.stated().note());
        branch.addIf("from source", said.source());
        report.actual()
                .ifPresent(actual -> {
                    var turnedOut = branch.add("actual: " + value(actual.stated()));
                    turnedOut.addIf(
                            "error",
                            actual.error()
                                    .map(e ->
                                            e
                                                    + actual.errorPercent()
                                                            .map(p -> " (" + p + " %)")
                                                            .orElse("")));
                    actual.cell().ifPresent(cell -> cell(turnedOut, cell));
                });
        var inputs = branch.add("what the model was given");
        report.inputs().forEach(input -> cell(inputs, input));
        report.statedInputs()
                .forEach(input -> inputs.add(value(input) + ", stated with the prediction"));
        if (report.inputs().isEmpty() && report.statedInputs().isEmpty()) {
            inputs.add("not recorded");
        }
    }

    private static void model(TextTree root, AuditReport report) {
        var model = report.model();
        var branch = root.add("model " + model.name());
        branch.add("id: " + model.id());
        branch.add("trained: " + record(model.in()) + (model.live() ? "" : ", NO LONGER LIVE"));
        branch.add("algorithm: " + model.algorithm());
        branch.addIf(
                "library",
                model.library().map(l -> l + model.libraryVersion().map(v -> " " + v).orElse("")));
        branch.addIf("hyper-parameters", pairs(model.hyperParameters()));
        branch.addIf("seed", model.seed());
        branch.addIf("split", model.split());
        branch.add("samples held out: " + model.heldOutSamples().size());
        branch.addIf("hash", model.hash());
        branch.addIf("file", model.file());
        branch.addIf("scores", pairs(model.scores()));
        branch.addIf("from source", model.source());
    }

    private static Optional<String> pairs(Map<String, String> pairs) {
        return pairs.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        pairs.entrySet().stream()
                                .map(pair -> pair.getKey() + " = " + pair.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private static void trainingSet(TextTree root, TrainingSetPart set, int most) {
        var counts = set.counts();
        var branch = root.add("training set " + set.title());
        branch.add("id: " + set.id());
        branch.add("frozen: " + record(set.in()) + (set.live() ? "" : ", NO LONGER LIVE"));
        branch.add("selected at log position " + set.frozenAt() + ", tier " + set.tier());
        branch.add("translation: " + set.translation());
        branch.add(
                "manifest: "
                        + set.manifestHash()
                        + (set.manifestVerifies()
                                ? ", verifies against the log"
                                : ", DOES NOT VERIFY: the log gives " + set.manifestNow()));
        branch.add(
                "%d rows, %d cells, %d samples"
                        .formatted(counts.rows(), counts.cells(), counts.samples()));
        branch.add(
                "how known: "
                        + counts.byHowKnown().entrySet().stream()
                                .map(known -> known.getValue() + " " + known.getKey())
                                .collect(Collectors.joining(", ")));
        branch.add("flagged cells: " + counts.flagged());
        branch.add(
                "cells since changed: %d, re-identified: %d, withdrawn: %d"
                        .formatted(counts.changed(), counts.reIdentified(), counts.withdrawn()));
        branch.add(
                "samples shared by train and test: "
                        + set.samplesShared()
                        + (set.sharedSamples().isEmpty()
                                ? ""
                                : " (" + String.join(", ", set.sharedSamples()) + ")"));
        branch.add(
                "the sample predicted was trained on: " + (set.subjectTrainedOn() ? "YES" : "no"));
        var selection = branch.add("selection");
        set.selection().lines().forEach(selection::add);
        var rows = branch.add("rows");
        for (var row : set.rows().stream().limit(most).toList()) {
            var line =
                    rows.add(
                            "row %d: sample %s%s"
                                    .formatted(row.row(), row.sample(), named(row.sampleName())));
            row.cells().forEach(cell -> cell(line, cell));
        }
        if (set.rows().size() > most) {
            rows.add("… %d more rows, --all shows them".formatted(set.rows().size() - most));
        }
    }

    private static void cell(TextTree branch, CellLine cell) {
        var line = branch.add(value(cell.stated()) + findings(cell));
        line.add(
                record(cell.in())
                        + cell.source().map(s -> ", source " + s).orElse("")
                        + cell.locator().map(l -> ", " + l).orElse(""));
        cell.since()
                .ifPresent(since ->
                        line.add(
                                since.kind().word()
                                        + ", now: "
                                        + since.now().map(AuditText::value).orElse("nothing")
                                        + since.by().map(by -> ", by " + record(by)).orElse("")));
    }

    private static String findings(CellLine cell) {
        return cell.findings().isEmpty()
                ? ""
                : " [FLAGGED: " + String.join(", ", cell.findings()) + "]";
    }

    static String value(StatedValue value) {
        return "%s = %s (%s%s)%s"
                .formatted(
                        value.label(),
                        value.value(),
                        value.howKnown(),
                        asNumber(value),
                        under(value));
    }

    /// Without what is said of it: for a column beside its property and how it is known.
    static String amount(StatedValue value) {
        return value.value() + asNumber(value) + under(value);
    }

    private static String asNumber(StatedValue value) {
        return value.number()
                .filter(number -> !number.equals(value.value()))
                .map(number -> ", as a number " + number)
                .orElse("");
    }

    private static String under(StatedValue value) {
        return value.conditions().isEmpty()
                ? ""
                : " under " + String.join(", ", value.conditions());
    }

    static String record(RecordLine record) {
        return "%s, %s %s, position %d, recorded %s"
                .formatted(
                        record.kind(),
                        record.record().equals(record.event())
                                ? "record and event"
                                : "event " + record.event() + ", record",
                        record.record(),
                        record.position(),
                        record.recordedAt());
    }

    private static void sources(TextTree root, AuditReport report) {
        var branch = root.add("sources");
        report.sources().forEach(source -> source(branch, source));
        if (report.sources().isEmpty()) {
            branch.add("none: recorded directly");
        }
    }

    private static void source(TextTree branch, SourcePart source) {
        var line =
                branch.add(
                        "%s: %s, %d cells"
                                .formatted(
                                        source.id(),
                                        source.title().orElse("not described"),
                                        source.cells()));
        line.addIf("licence", source.licence());
        line.addIf("DOI", source.doi());
        line.addIf("attribution", source.attribution());
        if (!source.credit().isEmpty()) {
            line.add("credit: " + String.join(", ", source.credit()));
        }
        line.addIf("version", source.version());
        line.addIf("location", source.location());
        line.addIf("SHA-256 of the file", source.sha256());
        line.addIf("importer", source.importer());
        line.addIf("imported", source.in().map(AuditText::record));
    }
}
