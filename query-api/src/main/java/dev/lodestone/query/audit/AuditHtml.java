package dev.lodestone.query.audit;

import dev.lodestone.query.audit.AuditReport.CellLine;
import dev.lodestone.query.audit.AuditReport.RecordLine;
import dev.lodestone.query.audit.AuditReport.StatedValue;
import dev.lodestone.query.audit.AuditReport.TrainingSetPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A report as the body of a page: headings, lists and tables, without scripts, styles or anything
/// from elsewhere. Whatever was recorded is escaped.
public final class AuditHtml {
    private final StringBuilder out = new StringBuilder();

    private AuditHtml() {}

    /// What stands within `<main>`.
    public static String of(AuditReport report) {
        var page = new AuditHtml();
        page.report(report);
        return page.out.toString();
    }

    /// Text as it stands in HTML, within elements and quoted attributes.
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private void report(AuditReport report) {
        var said = report.prediction();
        heading(1, "Audit of a prediction");
        out.append("<p class=\"")
                .append(report.staleness().stale() ? "flag" : "lead")
                .append("\"><strong>stale? ")
                .append(escaped(report.staleness().words()))
                .append("</strong></p>\n");
        facts(
                fact("prediction", said.id()),
                fact("says", said.stated().label() + " = " + said.stated().value()),
                said.subject()
                        .flatMap(s ->
                                fact(
                                        "of",
                                        s
                                                + said.subjectName()
                                                        .map(n -> " (" + n + ")")
                                                        .orElse(""))),
                fact("recorded", record(said.in()) + (said.live() ? "" : ", no longer live")),
                said.stated().note().flatMap(n -> fact("note", n)),
                report.actual().flatMap(actual -> fact("actual", value(actual.stated()))),
                report.actual()
                        .flatMap(actual ->
                                actual.error()
                                        .flatMap(e ->
                                                fact(
                                                        "error",
                                                        e
                                                                + actual.errorPercent()
                                                                        .map(p -> " (" + p + " %)")
                                                                        .orElse("")))),
                fact("as of log position", Long.toString(report.basis())));
        changes(report);
        heading(2, "What the model was given");
        cells(report.inputs());
        list(report.statedInputs().stream().map(AuditHtml::value).toList());
        model(report);
        heading(2, "Training set");
        report.trainingSet().ifPresent(this::set);
        report.trainingRowsUnpublished()
                .ifPresent(words -> paragraph(AuditText.unpublished(words)));
        sources(report);
    }

    private void changes(AuditReport report) {
        if (report.staleness().changes().isEmpty()) {
            return;
        }
        heading(2, "What changed since");
        table(
                List.of("what", "value the model saw", "value now", "makes stale", "by", "because"),
                report.staleness().changes().stream()
                        .map(change ->
                                List.of(
                                        change.what()
                                                + (change.row().isPresent()
                                                        ? " of row " + change.row().getAsLong()
                                                        : "")
                                                + " "
                                                + change.kind().word(),
                                        change.saw().map(AuditHtml::value).orElse(""),
                                        change.now().map(AuditHtml::value).orElse("nothing"),
                                        change.makesStale() ? "yes" : "no",
                                        change.by().map(AuditHtml::record).orElse(""),
                                        change.because().orElse("")
                                                + change.explanation()
                                                        .map(e -> ": " + e)
                                                        .orElse("")))
                        .toList());
    }

    private void model(AuditReport report) {
        var model = report.model();
        heading(2, "Model");
        facts(
                fact("name", model.name()),
                fact("id", model.id()),
                fact("trained", record(model.in()) + (model.live() ? "" : ", no longer live")),
                fact("algorithm", model.algorithm()),
                model.library()
                        .flatMap(l ->
                                fact(
                                        "library",
                                        l + model.libraryVersion().map(v -> " " + v).orElse(""))),
                fact("hyper-parameters", pairs(model.hyperParameters())),
                model.seed().flatMap(s -> fact("seed", s)),
                model.split().flatMap(s -> fact("split", s)),
                fact("samples held out", Integer.toString(model.heldOutSamples().size())),
                model.hash().flatMap(h -> fact("hash", h)),
                model.file().flatMap(f -> fact("file", f)),
                fact("scores", pairs(model.scores())));
    }

    private void set(TrainingSetPart set) {
        var counts = set.counts();
        facts(
                fact("title", set.title()),
                fact("id", set.id()),
                fact("frozen", record(set.in()) + (set.live() ? "" : ", no longer live")),
                fact("selected at log position", set.frozenAt() + ", tier " + set.tier()),
                fact("translation", set.translation()),
                fact(
                        "manifest",
                        set.manifestHash()
                                + (set.manifestVerifies()
                                        ? ", verifies against the log"
                                        : ", does not verify: the log gives " + set.manifestNow())),
                fact(
                        "holds",
                        "%d rows, %d cells, %d samples"
                                .formatted(counts.rows(), counts.cells(), counts.samples())),
                fact(
                        "how known",
                        counts.byHowKnown().entrySet().stream()
                                .map(known -> known.getValue() + " " + known.getKey())
                                .collect(Collectors.joining(", "))),
                fact("flagged cells", Integer.toString(counts.flagged())),
                fact(
                        "cells since",
                        "%d changed, %d re-identified, %d withdrawn"
                                .formatted(
                                        counts.changed(),
                                        counts.reIdentified(),
                                        counts.withdrawn())),
                fact("samples shared by train and test", Integer.toString(set.samplesShared())),
                fact("the sample predicted was trained on", set.subjectTrainedOn() ? "yes" : "no"));
        out.append("<details><summary>Selection</summary><pre>")
                .append(escaped(set.selection()))
                .append("</pre></details>\n");
        out.append("<details><summary>")
                .append(set.rows().size())
                .append(" training rows</summary>\n");
        for (var row : set.rows()) {
            heading(
                    3,
                    "Row %d: sample %s%s"
                            .formatted(
                                    row.row(),
                                    row.sample(),
                                    row.sampleName().map(n -> " (" + n + ")").orElse("")));
            cells(row.cells());
        }
        out.append("</details>\n");
    }

    private void sources(AuditReport report) {
        heading(2, "Sources");
        if (report.sources().isEmpty()) {
            paragraph("None: recorded directly.");
        }
        for (var source : report.sources()) {
            heading(3, source.title().orElse(source.id()));
            facts(
                    fact("id", source.id()),
                    fact("cells", Integer.toString(source.cells())),
                    source.licence().flatMap(l -> fact("licence", l)),
                    source.doi().flatMap(d -> fact("DOI", d)),
                    source.attribution().flatMap(a -> fact("attribution", a)),
                    fact("credit", String.join(", ", source.credit())),
                    source.version().flatMap(v -> fact("version", v)),
                    source.location().flatMap(l -> fact("location", l)),
                    source.sha256().flatMap(h -> fact("SHA-256 of the file", h)),
                    source.importer().flatMap(i -> fact("importer", i)),
                    source.in().flatMap(r -> fact("imported", record(r))));
        }
    }

    private void cells(List<CellLine> cells) {
        if (!cells.isEmpty()) {
            table(
                    List.of("property", "value", "how known", "record", "source", "since"),
                    cells.stream().map(AuditHtml::cell).toList());
        }
    }

    private static List<String> cell(CellLine cell) {
        return List.of(
                cell.stated().label(),
                AuditText.amount(cell.stated()),
                cell.stated().howKnown()
                        + (cell.findings().isEmpty()
                                ? ""
                                : "; flagged: " + String.join(", ", cell.findings())),
                record(cell.in()),
                cell.source().orElse("") + cell.locator().map(l -> " " + l).orElse(""),
                cell.since()
                        .map(since ->
                                since.kind().word()
                                        + ", now "
                                        + since.now().map(AuditHtml::value).orElse("nothing"))
                        .orElse(""));
    }

    private static String value(StatedValue value) {
        return AuditText.value(value);
    }

    private static String record(RecordLine record) {
        return AuditText.record(record);
    }

    private static String pairs(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .map(pair -> pair.getKey() + " = " + pair.getValue())
                .collect(Collectors.joining("; "));
    }

    private record Fact(String name, String value) {}

    private static Optional<Fact> fact(String name, String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(new Fact(name, value));
    }

    @SafeVarargs
    private final void facts(Optional<Fact>... facts) {
        out.append("<dl>\n");
        for (var given : facts) {
            given.ifPresent(fact ->
                    out.append("<dt>")
                            .append(escaped(fact.name()))
                            .append("</dt><dd>")
                            .append(escaped(fact.value()))
                            .append("</dd>\n"));
        }
        out.append("</dl>\n");
    }

    private void heading(int level, String words) {
        out.append("<h%d>%s</h%d>\n".formatted(level, escaped(words), level));
    }

    private void paragraph(String words) {
        out.append("<p>").append(escaped(words)).append("</p>\n");
    }

    private void list(List<String> lines) {
        if (!lines.isEmpty()) {
            var items = new ArrayList<String>();
            lines.forEach(line -> items.add("<li>" + escaped(line) + "</li>"));
            out.append("<ul>").append(String.join("\n", items)).append("</ul>\n");
        }
    }

    private void table(List<String> head, List<List<String>> rows) {
        out.append("<table><thead><tr>");
        head.forEach(cell -> out.append("<th>").append(escaped(cell)).append("</th>"));
        out.append("</tr></thead><tbody>\n");
        for (var row : rows) {
            out.append("<tr>");
            row.forEach(cell -> out.append("<td>").append(escaped(cell)).append("</td>"));
            out.append("</tr>\n");
        }
        out.append("</tbody></table>\n");
    }
}
