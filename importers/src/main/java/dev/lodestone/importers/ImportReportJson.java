package dev.lodestone.importers;

/// The report as programs read it.
final class ImportReportJson {
    private ImportReportJson() {}

    static String of(ImportReport report) {
        return report.importer();
    }
}
