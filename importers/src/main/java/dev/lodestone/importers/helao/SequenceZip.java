package dev.lodestone.importers.helao;

import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.helao.HelaoEntry.Action;
import dev.lodestone.importers.helao.HelaoEntry.Sequence;
import dev.lodestone.importers.helao.StationClock.Witness;
import dev.lodestone.importers.json.JsonFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// One zip: gone through once for the order of its actions, its clock and what belongs to what; the
/// actions themselves are read again when their turn comes.
final class SequenceZip implements Iterator<SequenceZip.Later>, AutoCloseable {
    private static final String ACTION = "-act.yml";
    private static final String DATA = ".hlo";

    private final HelaoZip zip;
    private final JsonNode json;
    private final String sequenceFile;
    private final List<JsonNode> experiments = new ArrayList<>();
    private final Map<String, String> steps;
    private final List<Stub> stubs = new ArrayList<>();
    private final List<RefusedEntry> unreadable = new ArrayList<>();
    private final Set<String> named = new HashSet<>();
    private final StationClock clock;
    private int next;

    /// An action, as far as it takes to put it in order.
    private record Stub(String file, String time, int order, boolean sample, String station) {}

    /// An action to be read.
    @FunctionalInterface
    interface Later {
        /// Reads it.
        ///
        /// @throws RefusedEntry if it cannot be understood
        Action read();
    }

    private SequenceZip(HelaoZip zip) {
        this.zip = zip;
        this.sequenceFile = sequenceFile(zip);
        this.json = yaml(sequenceFile);
        for (var file : zip.ending("-exp.yml")) {
            try {
                experiments.add(yaml(file));
            } catch (RefusedEntry e) {
                unreadable.add(e);
            }
        }
        experiments.sort(Comparator.comparing(e -> e.path("experiment_timestamp").asString("")));
        this.steps = PlanSteps.of(json, experiments);
        this.clock = StationClock.of(stubs());
        stubs.sort(Comparator.comparing(Stub::time).thenComparingInt(Stub::order));
    }

    static SequenceZip open(Path path) {
        var zip = HelaoZip.open(path);
        try {
            return new SequenceZip(zip);
        } catch (RefusedEntry e) {
            zip.close();
            throw e;
        }
    }

    /// The one file that says what was planned.
    ///
    /// @throws RefusedEntry if there is none, or several
    static String sequenceFile(HelaoZip zip) {
        var files = zip.ending("-seq.yml");
        if (files.size() != 1) {
            throw new RefusedEntry(
                    zip.name(),
                    "One file *-seq.yml is due in the zip; there are %d.".formatted(files.size()),
                    "it is not the zip of a HELAO sequence.");
        }
        return files.getFirst();
    }

    Sequence sequence() {
        return new Sequence(
                zip.place(sequenceFile),
                json,
                experiments,
                stubs.stream().map(Stub::station).findFirst().orElse("HELAO"),
                stubs.stream().anyMatch(stub -> !stub.sample()),
                remarks(),
                zip.ending(".progress"));
    }

    /// Files that could not be read.
    List<RefusedEntry> unreadable() {
        return List.copyOf(unreadable);
    }

    @Override
    public boolean hasNext() {
        return next < stubs.size();
    }

    @Override
    public Later next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var stub = stubs.get(next++);
        int order = next;
        return () -> action(stub, order);
    }

    @Override
    public void close() {
        zip.close();
    }

    private Action action(Stub stub, int order) {
        var action = yaml(stub.file());
        var files = new HashMap<String, HloFile>();
        for (var name : fileNames(action)) {
            data(stub.file(), name).ifPresent(file -> files.put(name, file));
        }
        return new Action(
                zip.place(stub.file()),
                action,
                json.path("sequence_uuid").asString(""),
                OptionalInt.of(order),
                clock,
                Optional.ofNullable(steps.get(action.path("experiment_uuid").asString(""))),
                files);
    }

    private List<Witness> stubs() {
        var witnesses = new ArrayList<Witness>();
        for (var file : zip.ending(ACTION)) {
            try {
                var action = yaml(file);
                var time = action.path("action_timestamp").asString("");
                stubs.add(
                        new Stub(
                                file,
                                time,
                                action.path("action_order").asInt(0),
                                !action.path("samples_in").isEmpty(),
                                action.at("/action_server/machine_name").asString("HELAO")));
                for (var name : fileNames(action)) {
                    named.add(folder(file) + name);
                    witness(file, name, time).ifPresent(witnesses::add);
                }
            } catch (RefusedEntry e) {
                unreadable.add(e);
            }
        }
        return witnesses;
    }

    private Optional<Witness> witness(String file, String name, String time) {
        try {
            var begun = data(file, name).flatMap(HloFile::begun);
            var local = StationClock.read(time);
            return begun.isPresent() && local.isPresent()
                    ? Optional.of(new Witness(local.get(), begun.get()))
                    : Optional.empty();
        } catch (RefusedEntry e) {
            return Optional.empty();
        }
    }

    private Optional<HloFile> data(String actionFile, String name) {
        var file = folder(actionFile) + name;
        return zip.has(file)
                ? Optional.of(new HloFile(zip.place(file), name, zip.text(file)))
                : Optional.empty();
    }

    private List<String> remarks() {
        var remarks = new ArrayList<String>();
        remarks.add(clock.remark());
        zip.ending(DATA).stream()
                .filter(file -> !named.contains(file))
                .forEach(file ->
                        remarks.add("The data file (%s) is named by no action.".formatted(file)));
        var unknown =
                zip.all().stream()
                        .filter(file ->
                                !file.matches(
                                        ".*(-seq\\.yml|-exp\\.yml|-act\\.yml|\\.hlo|\\.progress)"))
                        .toList();
        if (!unknown.isEmpty()) {
            remarks.add(
                    "Files in the zip that are not read: %s."
                            .formatted(String.join(", ", unknown)));
        }
        return remarks;
    }

    private JsonNode yaml(String file) {
        var place = zip.place(file);
        var node = JsonFiles.parseYaml(zip.text(file), place);
        if (!node.isObject()) {
            throw new RefusedEntry(place, "The file holds no fields.", "it was cut off.");
        }
        return node;
    }

    private static List<String> fileNames(JsonNode action) {
        return action.path("files")
                .valueStream()
                .map(file -> file.path("file_name").asString(""))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String folder(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }
}
