package dev.lodestone.importers.optimade;

import static dev.lodestone.importers.TestLog.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.MaterialId;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.TestLog;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/// What was recorded of an import, by the keys of its entries.
final class OptimadeRecords {
    private final TestLog bench;

    OptimadeRecords(TestLog bench) {
        this.bench = bench;
    }

    static void addsUp(ImportReport report) {
        var entries = report.entries();
        assertThat(entries.read())
                .isEqualTo(entries.mapped() + entries.alreadyKnown() + entries.refused());
    }

    static String text(ImportReport report) {
        return String.join(
                "\n", report.findings().stream().map(finding -> finding.what()).toList());
    }

    MaterialRegistered material(String id) {
        return bench.stated(MaterialRegistered.class).stream()
                .filter(material -> material.material().equals(new MaterialId(id)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id));
    }

    ValuesAsserted values(String key) {
        return bench.live().stream()
                .filter(record -> key.equals(key(record)))
                .map(record -> (ValuesAsserted) record.stated())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key));
    }

    Map<String, String> verbatim(String key) {
        return bench.live().stream()
                .filter(record -> key.equals(key(record)))
                .map(record -> record.draft().source().orElseThrow().verbatim())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key));
    }

    static String key(dev.lodestone.events.RecordedEvent record) {
        return record.draft().source().flatMap(source -> source.key()).orElse("");
    }

    static String number(ValuesAsserted values, String property) {
        return value(values.values(), property).quantity().orElseThrow().value().toString();
    }

    static Path ours(String name) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(
                                OptimadeRecords.class.getResource("/corpora/optimade/" + name))
                        .toURI());
    }
}
