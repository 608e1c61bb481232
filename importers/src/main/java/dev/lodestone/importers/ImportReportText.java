package dev.lodestone.importers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The report as people read it.
final class ImportReportText {
    private static final int SHOWN = 20;

    private ImportReportText() {}

    static String of(ImportReport report) {
        var lines = new ArrayList<String>();
        var source = report.source();
        lines.add(source.title() + " (" + source.source() + "), read from " + source.location());
        lines.add(
                "  licence %s; %s"
                        .formatted(
                                source.licence().orElse("not stated"),
                                source.attribution().orElse("no attribution asked for")));
        source.doi().ifPresent(doi -> lines.add("  doi:" + doi));
        source.version().ifPresent(version -> lines.add("  version " + version));
        lines.add("  SHA-256 " + source.sha256());
        if (report.dryRun()) {
            lines.add("Dry run: nothing was written.");
        }
        report.unfinished().ifPresent(why -> lines.add("Not read to the end: " + why));
        var entries = report.entries();
        lines.add(
                "Entries: %d read = %d mapped + %d already known + %d refused"
                        .formatted(
                                entries.read(),
                                entries.mapped(),
                                entries.alreadyKnown(),
                                entries.refused()));
        if (entries.eventless() > 0) {
            lines.add(
                    "  %d of the known state no event of their own".formatted(entries.eventless()));
        }
        var records = report.records();
        lines.add(
                "Records: %d new, %d already known, %d corrected, %d retracted"
                        .formatted(
                                records.fresh(),
                                records.alreadyKnown(),
                                records.corrected(),
                                records.retracted()));
        if (!records.byKind().isEmpty()) {
            lines.add("  of which " + counted(records.byKind()));
        }
        report.run().ifPresent(run -> lines.add("Run " + run + " (undo it by this id)"));
        if (report.run().isEmpty() && !report.dryRun()) {
            lines.add(
                    entries.refused() == 0
                            ? "Nothing was written: all of it is known."
                            : "Nothing was written.");
        }
        if (!report.mapped().isEmpty()) {
            lines.add("Mapped fields: " + counted(report.mapped()));
        }
        if (!report.verbatim().isEmpty()) {
            lines.add("Kept as text only: " + counted(report.verbatim()));
        }
        list(
                lines,
                "Left behind",
                report.dropped().stream()
                        .map(d -> "%s (%d): %s".formatted(d.field(), d.count(), d.why()))
                        .toList());
        list(lines, "Refused", report.refused().stream().map(Refusal::toString).toList());
        list(lines, "Findings", report.findings().stream().map(Finding::toString).toList());
        return String.join("\n", lines) + "\n";
    }

    private static void list(List<String> lines, String title, List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        lines.add(title + ":");
        items.stream().limit(SHOWN).forEach(item -> lines.add("  " + item.replace("\n", "\n    ")));
        if (items.size() > SHOWN) {
            lines.add("  and %d more; all of them with --json.".formatted(items.size() - SHOWN));
        }
    }

    private static String counted(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
