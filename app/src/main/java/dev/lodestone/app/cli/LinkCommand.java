package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.events.Draft;
import dev.lodestone.events.MaterialId;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.SampleEvent.SampleLinked;
import dev.lodestone.events.SampleId;
import dev.lodestone.query.history.Materials;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Records that a sample represents a material.
@Command(
        name = "link",
        description = {
            "Record that a sample represents a material, such as an entry of a database.",
            "What was measured can then be held against what was computed."
        },
        mixinStandardHelpOptions = true)
final class LinkCommand extends StoreVerb {
    @Parameters(
            index = "0",
            paramLabel = "SAMPLE",
            description = "An id, an IRI, a lab name, or scope:name.")
    private String sample = "";

    @Parameters(
            index = "1",
            paramLabel = "MATERIAL",
            description = "An id, an IRI, a name, scope:name, or a formula.")
    private String material = "";

    @Override
    protected int run(Store store) throws Exception {
        var pair = new Materials(store.queries(), store.settings().base()).pair(sample, material);
        if (!pair.linked()) {
            store.intake()
                    .record(
                            List.of(
                                    Draft.of(
                                            store.intake().newId(),
                                            new SampleLinked(
                                                    Occurrence.UNKNOWN,
                                                    new SampleId(pair.sampleId()),
                                                    new MaterialId(pair.materialId())))));
        }
        long position = store.log().head().value();
        if (json()) {
            var told = new LinkedHashMap<String, Object>();
            told.put("sample", pair.sample());
            told.put("material", pair.material());
            told.put("alreadyKnown", pair.linked());
            told.put("position", position);
            out().println(WholeJson.write(told));
        } else {
            out().printf(
                            pair.linked()
                                    ? "The sample %s was known already to represent the material %s; the log is at position %,d.%n"
                                    : "The sample %s represents the material %s; the log is at position %,d.%n",
                            pair.sampleId(),
                            pair.materialId(),
                            position);
        }
        return 0;
    }
}
