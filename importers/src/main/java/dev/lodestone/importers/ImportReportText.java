package dev.lodestone.importers;

/// The report as people read it.
final class ImportReportText {
    private ImportReportText() {}

    static String of(ImportReport report) {
        return report.importer();
    }
}
