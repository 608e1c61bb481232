package dev.lodestone.importers.csv;

import dev.lodestone.importers.csv.SheetMapping.Checks;
import dev.lodestone.importers.csv.SheetMapping.Column;
import dev.lodestone.importers.csv.SheetMapping.EventForm;
import dev.lodestone.importers.csv.SheetMapping.Part;
import dev.lodestone.importers.csv.SheetMapping.RowKey;
import dev.lodestone.importers.csv.SheetMapping.SampleKey;
import dev.lodestone.importers.csv.SheetMapping.Specimen;
import dev.lodestone.importers.csv.SheetMapping.ValueColumn;
import dev.lodestone.importers.csv.SheetMapping.VerbatimColumn;
import dev.lodestone.importers.csv.TableMapping.About;
import dev.lodestone.importers.csv.TableMapping.FileForm;
import dev.lodestone.ontology.Scheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the mapping of a sheet of samples and checks that its parts fit together.
final class SheetMappingReader {
    private final MappingNode root;
    private final About about;
    private final FileForm form;
    private final Map<String, EventForm> events = new LinkedHashMap<>();
    private final Map<String, Column> columns = new LinkedHashMap<>();

    SheetMappingReader(MappingNode root, About about, FileForm form) {
        this.root = root;
        this.about = about;
        this.form = form;
    }

    SheetMapping read() {
        var happened = EventsReader.read(root.children("events"));
        events.putAll(happened.forms());
        var reader = new ColumnReader(events);
        root.children("columns").forEach((name, node) -> columns.put(name, reader.column(node)));
        var longForm =
                root.has("long")
                        ? Optional.of(longForm(root.child("long"), reader))
                        : Optional.<LongForm>empty();
        var sample = sample(root.child("sample"));
        var row =
                root.has("row")
                        ? row(root.child("row"))
                        : new RowKey(List.of(), true, Optional.empty());
        happened.check(columns.keySet());
        var others =
                root.has("otherColumns")
                        ? Optional.of(others(root.child("otherColumns"), reader))
                        : Optional.<VerbatimColumn>empty();
        var checks =
                root.has("checks")
                        ? new ChecksReader(columns.keySet()).read(root.child("checks"))
                        : Checks.NONE;
        root.done();
        checkSpecimen(row, others);
        return new SheetMapping(
                about,
                form,
                sample,
                longForm.map(form -> of(row, form)).orElse(row),
                events,
                columns,
                others,
                longForm,
                checks);
    }

    private void checkSpecimen(RowKey row, Optional<VerbatimColumn> others) {
        boolean meant =
                Stream.concat(columns.values().stream(), others.stream())
                        .anyMatch(column ->
                                column instanceof VerbatimColumn(var where)
                                        && where.equals(SheetMapping.SPECIMEN));
        if (meant && row.specimen().isEmpty()) {
            throw root.wrong(
                    "columns",
                    "Text is to be kept with the specimen, but rows have none.",
                    "add \"specimen\" to \"row\", or name another event.");
        }
    }

    private static VerbatimColumn others(MappingNode node, ColumnReader reader) {
        var others = reader.verbatim(node);
        node.done();
        return others;
    }

    private static RowKey of(RowKey row, LongForm form) {
        var key = new ArrayList<>(row.columns());
        key.add(form.property());
        return new RowKey(key, row.replicates(), row.specimen());
    }

    private LongForm longForm(MappingNode node, ColumnReader reader) {
        var names = node.children("names");
        for (var name : names.entrySet()) {
            if (columns.containsKey(name.getKey())) {
                throw name.getValue()
                        .wrong(
                                "",
                                "The name (%s) is a column's as well.".formatted(name.getKey()),
                                "leave it out under columns.");
            }
            columns.put(name.getKey(), reader.column(name.getValue()));
            if (columns.get(name.getKey()) instanceof ValueColumn value) {
                checkLong(name.getValue(), value);
            }
        }
        var form =
                new LongForm(
                        node.neededText("property"),
                        node.neededText("value"),
                        node.text("unit"),
                        names.keySet());
        node.done();
        return form;
    }

    private void checkLong(MappingNode node, ValueColumn value) {
        if (value.part() != Part.RESULT
                || !Objects.requireNonNull(events.get(value.role())).ofRow()) {
            throw node.wrong(
                    "",
                    "A row of a long table states one value, a result of an event of its own.",
                    "give the event \"of: row\" and the value \"as: result\".");
        }
    }

    private SampleKey sample(MappingNode node) {
        var key =
                new SampleKey(
                        node.columns("key", columns.keySet()),
                        node.columns("mayLack", columns.keySet()),
                        new MappingWords(node).kind("form", Scheme.SAMPLE_FORM),
                        node.template("name", columns.keySet()));
        if (key.columns().isEmpty()) {
            throw node.wrong("", "The sample has no key.", "name the columns that make a sample.");
        }
        node.done();
        return key;
    }

    private RowKey row(MappingNode node) {
        var specimen =
                node.has("specimen")
                        ? Optional.of(specimen(node.child("specimen")))
                        : Optional.<Specimen>empty();
        var key =
                new RowKey(
                        node.columns("key", columns.keySet()),
                        node.flag("replicates", false),
                        specimen);
        if (specimen.isPresent() && key.columns().isEmpty() && !key.replicates()) {
            throw node.wrong(
                    "",
                    "Nothing tells the specimens of a sample apart.",
                    "name columns under \"key\", or set replicates: true.");
        }
        node.done();
        return key;
    }

    private Specimen specimen(MappingNode node) {
        var words = new MappingWords(node);
        var specimen =
                new Specimen(
                        words.kind("cut", Scheme.PROCESS)
                                .orElseThrow(() ->
                                        node.wrong(
                                                "",
                                                "The setting (cut) is missing.",
                                                "lsk:Cutting, for example.")),
                        EventsReader.after(node, events.keySet()),
                        words.kind("form", Scheme.SAMPLE_FORM),
                        node.template("name", columns.keySet()));
        node.done();
        return specimen;
    }
}
