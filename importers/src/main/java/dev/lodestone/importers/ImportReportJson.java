package dev.lodestone.importers;

import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The report as programs read it.
final class ImportReportJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ImportReportJson() {}

    static String of(ImportReport report) {
        var out = JSON.createObjectNode();
        out.put("importer", report.importer());
        out.put("dryRun", report.dryRun());
        report.run().ifPresent(run -> out.put("run", run.toString()));
        report.unfinished().ifPresent(why -> out.put("unfinished", why));
        source(out.putObject("source"), report.source());
        var entries = out.putObject("entries");
        entries.put("read", report.entries().read());
        entries.put("mapped", report.entries().mapped());
        entries.put("alreadyKnown", report.entries().alreadyKnown());
        entries.put("refused", report.entries().refused());
        entries.put("eventless", report.entries().eventless());
        var records = out.putObject("records");
        records.put("written", report.records().written());
        records.put("new", report.records().fresh());
        records.put("alreadyKnown", report.records().alreadyKnown());
        records.put("corrected", report.records().corrected());
        records.put("retracted", report.records().retracted());
        counts(records.putObject("byKind"), report.records().byKind());
        counts(out.putObject("mapped"), report.mapped());
        counts(out.putObject("verbatim"), report.verbatim());
        lists(out, report);
        return JSON.writeValueAsString(out);
    }

    private static void source(ObjectNode out, SourceDescription source) {
        out.put("id", source.source().value());
        out.put("title", source.title());
        out.put("location", source.location());
        out.put("sha256", source.sha256());
        source.version().ifPresent(version -> out.put("version", version));
        source.doi().ifPresent(doi -> out.put("doi", doi));
        source.licence().ifPresent(licence -> out.put("licence", licence));
        source.attribution().ifPresent(text -> out.put("attribution", text));
        out.put("mapping", source.mapping());
        out.put("whole", source.whole());
    }

    private static void lists(ObjectNode out, ImportReport report) {
        ArrayNode dropped = out.putArray("dropped");
        report.dropped()
                .forEach(d ->
                        dropped.addObject()
                                .put("field", d.field())
                                .put("count", d.count())
                                .put("why", d.why()));
        ArrayNode refused = out.putArray("refused");
        for (var refusal : report.refused()) {
            var one =
                    refused.addObject()
                            .put("place", refusal.place())
                            .put("problem", refusal.problem());
            if (!refusal.maybe().isEmpty()) {
                one.put("maybe", refusal.maybe());
            }
        }
        ArrayNode findings = out.putArray("findings");
        report.findings()
                .forEach(f -> findings.addObject().put("place", f.place()).put("what", f.what()));
    }

    private static void counts(ObjectNode out, Map<String, Long> counts) {
        counts.forEach(out::put);
    }
}
