package dev.lodestone.importers.materialsproject;

import static dev.lodestone.importers.TestLog.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.Value;
import dev.lodestone.importers.TestLog;
import dev.lodestone.ontology.Term;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// What the tests of documents share. Of most there is no real one at hand, so the files are our
/// own, in the shape of the published document models.
abstract class DocumentsImport {
    static final String THERMO = "written-by-us-thermo-2025.json";
    static final String PROVENANCE = "written-by-us-provenance-2025.json";
    static final String ENTRIES = "written-by-us-computed-entries.json";
    static final String ELECTRODES = "written-by-us-insertion-electrodes-2025.json";

    final MaterialsProjectImporter importer = new MaterialsProjectImporter();

    @TempDir Path directory;
    TestLog bench;

    @BeforeEach
    void open() {
        bench = new TestLog(directory.resolve("log"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    Path changed(String file, String from, String to) throws IOException, URISyntaxException {
        var text = Files.readString(ours(file));
        assertThat(text).contains(from);
        return Files.writeString(directory.resolve(file), text.replace(from, to));
    }

    ValuesAsserted values(String key) {
        return bench.records(ValuesAsserted.class)
                .filter(r -> key(r).equals(key))
                .map(r -> (ValuesAsserted) r.stated())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key));
    }

    java.util.Map<String, String> verbatim(String key) {
        return bench.all().stream()
                .filter(r -> r.draft().source().isPresent())
                .filter(r -> key(r).equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key))
                .draft()
                .source()
                .orElseThrow()
                .verbatim();
    }

    List<String> keys(Class<? extends ProvenanceEvent> kind) {
        return bench.records(kind).map(DocumentsImport::key).toList();
    }

    static String key(RecordedEvent record) {
        return record.draft().source().orElseThrow().key().orElse("");
    }

    static List<String> texts(List<Value> values, String property) {
        return values.stream()
                .filter(v -> v.property().equals(Term.of(property)))
                .map(v -> v.text().orElseThrow())
                .toList();
    }

    static String number(List<Value> values, String property) {
        return value(values, property).quantity().orElseThrow().value().toString();
    }

    static dev.lodestone.events.EventId task(String id) {
        return SummaryMapping.task(MpId.find(id).orElseThrow()).event();
    }

    static Path ours(String name) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(
                                DocumentsImport.class.getResource(
                                        "/corpora/materials-project/" + name),
                                name)
                        .toURI());
    }
}
