package dev.lodestone.importers.nomad;

import dev.lodestone.events.DataEvent.AnalysisPerformed;
import dev.lodestone.events.DataFileRef;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.Subject;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.ontology.Term;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An analysis: data of samples became other data. Whose they are follows from its inputs: samples,
/// or what happened to them.
final class AnalysisMapping {
    private static final String INPUTS = "/data/inputs";

    private final Gathered into;
    private final Fields part;
    private final NomadUpload upload;
    private final Set<SampleId> samples = new LinkedHashSet<>();
    private final List<DataFileRef> files = new ArrayList<>();

    private AnalysisMapping(Gathered into, NomadUpload upload) {
        this.into = into;
        this.part = into.fields().part();
        this.upload = upload;
    }

    /// Maps an analysis; one of several samples is told of each of them.
    ///
    /// @throws RefusedEntry if no sample can be told from its inputs
    static void map(
            Gathered into,
            NomadUpload upload,
            References references,
            LinkedEntries linked,
            SectionType type) {
        var mapping = new AnalysisMapping(into, upload);
        for (var reference : references.followAll(INPUTS, "reference")) {
            mapping.input(reference, linked);
        }
        mapping.happened(type);
    }

    private void input(References.Followed reference, LinkedEntries linked) {
        linked.of(reference.entry())
                .filter(other -> !other.subjects().isEmpty())
                .ifPresent(other -> {
                    into.thing(other.things());
                    samples.addAll(other.subjects());
                    part.use(reference.pointer());
                });
        reference
                .entry()
                .text("/data/data_file")
                .ifPresent(name -> {
                    try {
                        upload.reference(name).ifPresent(files::add);
                    } catch (IOException e) {
                        into.find(
                                reference.pointer(),
                                "Its file (%s) cannot be read (%s)."
                                        .formatted(name, e.getMessage()));
                    }
                });
    }

    private void happened(SectionType type) {
        if (samples.isEmpty()) {
            throw new RefusedEntry(
                    into.place(INPUTS),
                    "The analysis (%s) has no input from which a sample could be told."
                            .formatted(type.name()),
                    "what was measured is in another upload: import them together.");
        }
        if (samples.size() > 1) {
            into.find(
                    INPUTS,
                    "The analysis is of %d samples together; it is told of each of them."
                            .formatted(samples.size()));
        }
        var occurrence =
                Occurrence.at(new ActivityTimes(into).of(part, "/data", 0, LabTime.UNKNOWN));
        var method = method(into.entry().text("/data/method").orElse(type.name()));
        for (var sample : samples) {
            into.happened(
                    samples.size() == 1 ? "analysis" : "analysis/" + sample.value(),
                    new AnalysisPerformed(
                            occurrence,
                            Subject.of(sample),
                            method,
                            files.stream().distinct().toList(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of()),
                    part,
                    "/data",
                    Map.of());
        }
    }

    /// What a measurement is called says what its data are; what is done with them is read off a
    /// curve, unless it is known.
    private static Term method(String name) {
        var known = Parameters.method(name);
        return known.equals(Term.of("lsk:MeasurementKind")) ? Term.of("lsk:CurveAnalysis") : known;
    }
}
