package dev.lodestone.query.balance;

import dev.lodestone.events.Draft;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.GraphedLab;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A laboratory that weighs, divides and mixes, with the graph of what it recorded.
final class BalanceLab implements AutoCloseable {
    private static final long SEED = 17;

    static final String MONDAY = "'instant':'2025-03-03T08:00:00Z'";

    static final String TUESDAY = "'instant':'2025-03-04T08:00:00Z'";

    static final String WEDNESDAY = "'instant':'2025-03-05T08:00:00Z'";

    private final GraphedLab lab;

    BalanceLab(Path directory) {
        lab = new GraphedLab(directory, SEED);
    }

    /// Records events, written with single quotes, as one batch; the last record.
    RecordId record(String... events) {
        var drafts =
                Arrays.stream(events)
                        .map(e -> EventCodec.read(e.replace('\'', '"'), lab.lab().intake()::newId))
                        .toArray(Draft[]::new);
        return lab.lab().intake().record(List.of(drafts)).getLast().record();
    }

    GraphQueries queries() {
        return lab.queries();
    }

    Balance balance(String sample) {
        return new SampleBalance(queries(), Iris.DEFAULT.base()).of(sample);
    }

    List<Row> rows(String query, String sample) {
        var about =
                Map.<String, Parameter>of(
                        "sample", new Parameter.Iri(Iris.DEFAULT.base() + "/sample/" + sample));
        return queries().ask(session -> session.rows(query, about));
    }

    static String grams(String value, String uncertainty) {
        return "{'value':%s,'unit':'g','uncertainty':%s}".formatted(value, uncertainty);
    }

    static String grams(String value) {
        return "{'value':%s,'unit':'g'}".formatted(value);
    }

    static String lot(String sample, String amount) {
        return "{'type':'SampleRegistered','version':1,'samples':[{'sample':'%s'%s}]}"
                .formatted(sample, amount.isEmpty() ? "" : ",'amount':" + amount);
    }

    static String split(String parent, String time, String rest, String... parts) {
        var list = new StringBuilder();
        for (int i = 0; i < parts.length; i += 2) {
            list.append(list.isEmpty() ? "" : ",")
                    .append(
                            "{'sample':'%s'%s}"
                                    .formatted(
                                            parts[i],
                                            parts[i + 1].isEmpty()
                                                    ? ""
                                                    : ",'amount':" + parts[i + 1]));
        }
        return "{'type':'SampleSplit','version':1,'occurrence':{'labTime':{%s}},'parent':'%s',%s'parts':[%s],'process':'lsk:Aliquoting'}"
                .formatted(time, parent, rest, list);
    }

    static String input(String sample, String rest) {
        return "{'sample':'%s'%s}".formatted(sample, rest);
    }

    static String amounting(String amount) {
        return ",'amount':" + amount;
    }

    static String merge(String result, String... inputs) {
        return "{'type':'SamplesMerged','version':1,'occurrence':{'labTime':{%s}},'inputs':[%s],'result':{'sample':'%s'},'process':'lsk:Mixing'}"
                .formatted(WEDNESDAY, String.join(",", inputs), result);
    }

    static String measured(
            String sample, String time, String method, String effect, String results) {
        return "{'type':'SampleMeasured','version':1,'occurrence':{'labTime':{%s}},'participants':{'samples':['%s']},'method':'lsk:%s','effect':'%s','results':[%s]}"
                .formatted(time, sample, method, effect, results);
    }

    static String weighed(String sample, String time, String amount) {
        return measured(
                sample,
                time,
                "MassWeighing",
                "none",
                "{'property':'lsp:sampleMass','basis':'Measured','quantity':%s}".formatted(amount));
    }

    static String nickel(String sample, String percent, String uncertainty) {
        return analysed(sample, "Ni", percent, uncertainty);
    }

    static String analysed(String sample, String element, String percent, String uncertainty) {
        return measured(
                sample,
                MONDAY,
                "ICPOES",
                "none",
                "{'property':'lsp:massFraction%s','basis':'Measured','quantity':{'value':%s,'unit':'lsu:MassPercent','uncertainty':%s}}"
                        .formatted(element, percent, uncertainty));
    }

    @Override
    public void close() {
        lab.close();
    }
}
