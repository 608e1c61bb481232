package dev.lodestone.importers.tensile;

import static dev.lodestone.importers.tensile.ProductionMapping.IWM;
import static dev.lodestone.importers.tensile.ProductionMapping.IWM_AGENT;
import static dev.lodestone.importers.tensile.ProductionMapping.SOURCE;

import dev.lodestone.events.DataFileRef;
import dev.lodestone.events.Effect;
import dev.lodestone.events.InstrumentId;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Outcome;
import dev.lodestone.events.Participants;
import dev.lodestone.events.SampleEvent.SampleIdentified;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.ThingEvent.InstrumentRegistered;
import dev.lodestone.events.Uuids;
import dev.lodestone.events.Value;
import dev.lodestone.importers.AttachedFile;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.Hashes;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.tensile.MachineFile.HeaderLine;
import dev.lodestone.importers.tensile.TensileEntry.TestFile;
import dev.lodestone.ontology.Term;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A file of the testing machine as the destructive test it tells of. The header's numbers become
/// values; the curve stays in the file, which is kept.
final class TestMapping {
    private static final String SPECIMEN = "Specimen ID";
    private static final String NAME = "Specimen name";
    private static final String DATE = "Date";
    private static final String MACHINE = "Machine type";

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final TestFile file;
    private final MachineFile machine;
    private final ProductionTable table;
    private final HeaderValues values;
    private final List<MappedItem> items = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> used = new TreeSet<>(Set.of("curve (kept as a file)"));
    private final Map<String, String> kept = new TreeMap<>();

    private TestMapping(TestFile file, ProductionTable table) {
        this.file = file;
        this.table = table;
        this.machine = MachineFile.read(file);
        this.values = new HeaderValues(file.place(), findings);
    }

    /// Maps a file.
    ///
    /// @throws RefusedEntry if it is no such file, or of a specimen that the table does not have
    static MappedEntry map(TestFile file, ProductionTable table) {
        return new TestMapping(file, table).map();
    }

    private MappedEntry map() {
        var specimen = specimen();
        var blank =
                table.ofSpecimen(specimen.value())
                        .orElseThrow(() ->
                                new RefusedEntry(
                                        at(specimen),
                                        "The specimen (%s) is in no row of the production table (%s)."
                                                .formatted(specimen.value(), table.place()),
                                        "the table is of another data set, or a row is missing."));
        var sample = ProductionMapping.sample(IWM, specimen.value());
        var test = new ItemKey(SOURCE, "specimen/" + specimen.value(), "tensile-test");
        var cutting = ProductionMapping.cutting(blank).event();
        var conditions = new ArrayList<Value>();
        var results = new ArrayList<Value>();
        for (var line : machine.header()) {
            var value = values.of(line);
            if (value.isPresent()) {
                used.add(line.key());
                (values.isResult(line) ? results : conditions).add(value.get());
            } else if (!Set.of(SPECIMEN, NAME, DATE, MACHINE).contains(line.key())) {
                keep(line);
            }
        }
        machine.find(NAME)
                .filter(name -> !name.value().isEmpty())
                .ifPresent(name -> {
                    used.add(NAME);
                    items.add(
                            MappedItem.of(
                                    new ItemKey(SOURCE, "specimen/" + specimen.value(), "name"),
                                    new SampleIdentified(
                                            Occurrence.at(LabTime.UNKNOWN.withAfter(cutting))
                                                    .by(IWM_AGENT),
                                            sample,
                                            List.of(new ScopedName(IWM, name.value())),
                                            List.of()),
                                    name.value(),
                                    at(name)));
                });
        var instrument = instrument();
        var occurrence =
                Occurrence.at(labTime().withAfter(cutting))
                        .by(IWM_AGENT)
                        .with(instrument.stream().toArray(InstrumentId[]::new))
                        .ended(Outcome.SUCCESS);
        var bytes = file.text().getBytes(StandardCharsets.UTF_8);
        var raw =
                new DataFileRef(
                        Hashes.sha256(bytes),
                        file.name(),
                        Optional.of("text/tab-separated-values"),
                        bytes.length,
                        Optional.of("raw"));
        items.add(
                MappedItem.of(
                                test,
                                new SampleMeasured(
                                        occurrence,
                                        Participants.of(sample),
                                        Term.of("lsk:TensileTest"),
                                        Effect.CONSUMES,
                                        List.of(),
                                        conditions,
                                        results,
                                        List.of(raw)),
                                raw.sha256(),
                                file.place())
                        .keeping(kept)
                        .attaching(List.of(new AttachedFile(raw, file.text()))));
        return new MappedEntry(items, used, List.of(), findings);
    }

    private HeaderLine specimen() {
        used.add(SPECIMEN);
        return machine.find(SPECIMEN)
                .filter(line -> !line.value().isEmpty())
                .orElseThrow(() ->
                        new RefusedEntry(
                                file.place(),
                                "The header does not say which specimen was tested (\"%s\")."
                                        .formatted(SPECIMEN),
                                "it is not a file of the testing machine."));
    }

    /// The day: the machine writes midnight where it knows no more.
    private LabTime labTime() {
        var line = machine.find(DATE);
        if (line.isEmpty()) {
            return LabTime.UNKNOWN;
        }
        try {
            var time = LocalDateTime.parse(line.get().value(), WRITTEN);
            if (!time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
                keep(line.get());
            }
            used.add(DATE);
            return LabTime.on(time.toLocalDate());
        } catch (DateTimeException e) {
            findings.add(
                    new Finding(
                            at(line.get()),
                            "The date (%s) cannot be read.".formatted(line.get().value())));
            keep(line.get());
            return LabTime.UNKNOWN;
        }
    }

    private Optional<InstrumentId> instrument() {
        return machine.find(MACHINE)
                .filter(line -> !line.value().isEmpty())
                .map(line -> {
                    used.add(MACHINE);
                    var id =
                            new InstrumentId(
                                    Uuids.named(SOURCE.value(), "machine", line.value())
                                            .toString());
                    items.add(
                            MappedItem.of(
                                    new ItemKey(SOURCE, "machine/" + line.value(), "instrument"),
                                    new InstrumentRegistered(
                                            Occurrence.UNKNOWN,
                                            id,
                                            line.value(),
                                            Optional.empty(),
                                            Optional.of("Fraunhofer IWM Freiburg")),
                                    line.value(),
                                    at(line)));
                    return id;
                });
    }

    private void keep(HeaderLine line) {
        kept.put(
                line.key(),
                line.unit().isEmpty() ? line.value() : line.value() + " " + line.unit());
    }

    private String at(HeaderLine line) {
        return file.place() + ":" + line.number();
    }
}
