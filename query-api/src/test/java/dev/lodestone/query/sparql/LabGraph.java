package dev.lodestone.query.sparql;

import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes the graph of a small lab, step by step, in the shape that `docs/reference/graph.md`
/// states. Records are `r1`, `r2`, … in the order of the calls; so are their events.
public final class LabGraph {
    private final StringBuilder trig = new StringBuilder();
    private final Map<String, String> current = new HashMap<>();
    private final Map<String, Integer> sequence = new HashMap<>();
    private final Map<String, List<String>> saidBy = new HashMap<>();
    private int position;

    /// The graph as it stands.
    public MemoryGraph graph() {
        return MemoryGraph.of(position, trig.toString());
    }

    /// Anything else, as TriG.
    public LabGraph also(String more) {
        trig.append(more).append('\n');
        return this;
    }

    public LabGraph register(String sample) {
        var r = record();
        event(r, "ls:Registration", "RegisterSample", sample);
        sample(sample, r);
        state(sample, r);
        return this;
    }

    /// Something is done to a sample.
    ///
    /// @param values such as `sinteringTemperature=850 DEG_C`
    public LabGraph process(String kind, String sample, String... values) {
        return processAll(kind, List.of(sample), values);
    }

    public LabGraph processAll(String kind, List<String> samples, String... values) {
        var r = record();
        event(r, "ls:Processing", kind, samples.toArray(String[]::new));
        for (var sample : samples) {
            use(r, sample, true);
            state(sample, r);
        }
        parameters(r, samples, true, values);
        return this;
    }

    /// The parent goes on.
    public LabGraph split(String parent, String... parts) {
        var r = record();
        event(r, "ls:Processing , ls:Split", "Aliquoting", parent);
        var before = use(r, parent, true);
        state(parent, r);
        for (var part : parts) {
            say(r, "event:%s ls:onSample sample:%s .".formatted(r, part));
            sample(part, r);
            say(r, "sample:%s ls:derivedFromSample sample:%s .".formatted(part, parent));
            var first = state(part, r);
            also("%s prov:wasDerivedFrom %s .".formatted(first, before));
        }
        return this;
    }

    public LabGraph merge(String result, String... inputs) {
        var r = record();
        event(r, "ls:Processing , ls:Merge", "Mixing", result);
        sample(result, r);
        var found = new ArrayList<String>();
        for (var input : inputs) {
            say(
                    r,
                    "event:%s ls:onSample sample:%s ; ls:consumedParent sample:%s ."
                            .formatted(r, input, input));
            say(r, "sample:%s ls:derivedFromSample sample:%s .".formatted(result, input));
            found.add(use(r, input, true));
        }
        var first = state(result, r);
        found.forEach(before -> also("%s prov:wasDerivedFrom %s .".formatted(first, before)));
        return this;
    }

    /// Something is found of a sample.
    ///
    /// @param conditions such as `cRate=0.1 UNITLESS`
    public LabGraph measure(
            String kind, String sample, List<String> conditions, String... results) {
        var r = record();
        event(r, "ls:Measurement", kind, sample);
        say(r, "event:%s ls:effect lsk:None .".formatted(r));
        var state = use(r, sample, false);
        var n = parameters(r, List.of(sample), false, conditions.toArray(String[]::new));
        for (var result : results) {
            n++;
            var si = datum(r, n, "ls:ObservedValue", result);
            say(
                    r,
                    "datum:%s-%d prov:wasGeneratedBy event:%s ; ls:onSample sample:%s ."
                            .formatted(r, n, r, sample));
            for (var c = 1; c <= conditions.size(); c++) {
                say(r, "datum:%s-%d ls:condition datum:%s-%d .".formatted(r, n, r, c));
            }
            also("datum:%s-%d ls:onState %s .".formatted(r, n, state));
            if (!result.contains(" as Imputed")) {
                also("sample:%s lsp:%s \"%s\"^^xsd:double .".formatted(sample, name(result), si));
            }
        }
        return this;
    }

    /// Restates the process of a record with other values; the old statements go into its graph.
    public LabGraph correct(String old, String kind, String sample, String... values) {
        var r = "r" + ++position;
        also("record:%s ls:position %d ; ls:describes event:%s .".formatted(r, position, old));
        also(
                """
                record:%s a ls:EventRecord , ls:CorrectionRecord ; ls:supersedes record:%s ;
                    ls:because lsk:Error ; ls:reason "misread" .
                record:%s ls:livePeriod <https://lodestone.local/id/record/%s/period/1> .
                <https://lodestone.local/id/record/%s/period/1> a ls:Period ; ls:liveFrom %s ; ls:liveUntil %d .\
                """
                        .formatted(r, old, old, old, old, old.substring(1), position));
        var said = saidBy.getOrDefault(old, List.of());
        said.forEach(line ->
                trig.delete(
                        trig.indexOf(line + "\n"), trig.indexOf(line + "\n") + line.length() + 1));
        also("record:%s { %s }".formatted(old, String.join(" ", said)));
        said.stream()
                .filter(line -> line.startsWith("event:") && !line.contains("ls:parameter"))
                .forEach(line -> say(r, line.replace("record:" + old, "record:" + r)));
        var n = 0;
        for (var value : values) {
            n++;
            datum(r, n, "ls:Parameter", value);
            say(r, "event:%s ls:parameter datum:%s-%d .".formatted(old, r, n));
        }
        return this;
    }

    private String record() {
        var r = "r" + ++position;
        also(
                "record:%s a ls:EventRecord , prov:Bundle ; ls:position %d ; ls:describes event:%s ."
                        .formatted(r, position, r));
        return r;
    }

    private void event(String r, String classes, String kind, String... samples) {
        say(
                r,
                "event:%s a ls:Event , prov:Activity , %s ; ls:kind lsk:%s ; ls:record record:%s ; ls:outcome lsk:Unknown ; ls:labPrecision lsk:TimeUnknown ."
                        .formatted(r, classes, kind, r));
        for (var sample : samples) {
            say(r, "event:%s ls:onSample sample:%s .".formatted(r, sample));
        }
    }

    private void sample(String sample, String r) {
        say(
                r,
                "sample:%s a ls:Sample ; rdfs:label \"%s\" ; ls:lifecycle lsk:Active ; ls:identifiedBy <https://lodestone.local/id/sample/%s/name/1> . <https://lodestone.local/id/sample/%s/name/1> a ls:Identifier ; ls:name \"%s\" ; ls:nameScope \"lab\" ."
                        .formatted(sample, sample, sample, sample, sample));
    }

    private String use(String r, String sample, boolean ends) {
        var state = java.util.Objects.requireNonNull(current.get(sample));
        also("event:%s prov:used %s .".formatted(r, state));
        if (ends) {
            also("%s prov:wasInvalidatedBy event:%s .".formatted(state, r));
        }
        return state;
    }

    private String state(String sample, String r) {
        var iri = "<https://lodestone.local/id/state/%s/%s>".formatted(sample, r);
        var n = sequence.merge(sample, 1, Integer::sum) - 1;
        also(
                "%s a ls:SampleState ; prov:specializationOf sample:%s ; prov:wasGeneratedBy event:%s ; ls:sequence %d ."
                        .formatted(iri, sample, r, n));
        var before = current.put(sample, iri);
        also(
                before == null
                        ? "sample:%s prov:wasGeneratedBy event:%s .".formatted(sample, r)
                        : "%s ls:previousState %s .".formatted(iri, before));
        return iri;
    }

    private int parameters(String r, List<String> samples, boolean key, String... values) {
        var n = 0;
        for (var value : values) {
            n++;
            var si = datum(r, n, "ls:Parameter", value);
            say(r, "event:%s ls:parameter datum:%s-%d .".formatted(r, r, n));
            if (key) {
                samples.forEach(sample ->
                        also(
                                "sample:%s lsp:%s \"%s\"^^xsd:double ."
                                        .formatted(sample, name(value), si)));
            }
        }
        return n;
    }

    /// `property=number UNIT`, and optionally ` as Basis` and ` flagged`.
    private double datum(String r, int n, String type, String value) {
        var words = value.substring(value.indexOf('=') + 1).split(" ", -1);
        var unit = Ontology.lodestone().unit(Term.of("unit:" + words[1]));
        var basis = type.equals("ls:Parameter") ? "Recorded" : "Measured";
        for (var i = 2; i < words.length - 1; i++) {
            basis = words[i].equals("as") ? words[i + 1] : basis;
        }
        var si = unit.siDouble(new BigDecimal(words[0]));
        say(
                r,
                "datum:%s-%d a ls:Datum , %s ; ls:record record:%s ; ls:property lsp:%s ; ls:basis lsk:%s ; ls:value %s ; ls:unit unit:%s ; ls:valueSI \"%s\"^^xsd:double ; ls:asRecorded \"%s\" ."
                        .formatted(
                                r,
                                n,
                                type,
                                r,
                                name(value),
                                basis,
                                words[0],
                                words[1],
                                si,
                                words[0]));
        if (value.endsWith(" flagged")) {
            say(r, "datum:%s-%d ls:finding lsk:OutOfPlausibleRange .".formatted(r, n));
        }
        return si;
    }

    private static String name(String value) {
        return value.substring(0, value.indexOf('='));
    }

    private void say(String r, String line) {
        saidBy.computeIfAbsent(r, _ -> new ArrayList<>()).add(line);
        also(line);
    }
}
