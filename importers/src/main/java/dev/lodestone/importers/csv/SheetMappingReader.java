package dev.lodestone.importers.csv;

import dev.lodestone.importers.csv.SheetMapping.Checks;
import dev.lodestone.importers.csv.SheetMapping.Column;
import dev.lodestone.importers.csv.SheetMapping.EventForm;
import dev.lodestone.importers.csv.SheetMapping.EventSort;
import dev.lodestone.importers.csv.SheetMapping.OtherExport;
import dev.lodestone.importers.csv.SheetMapping.Part;
import dev.lodestone.importers.csv.SheetMapping.RowKey;
import dev.lodestone.importers.csv.SheetMapping.SampleKey;
import dev.lodestone.importers.csv.SheetMapping.SumCheck;
import dev.lodestone.importers.csv.SheetMapping.ValueColumn;
import dev.lodestone.importers.csv.TableMapping.About;
import dev.lodestone.importers.csv.TableMapping.FileForm;
import dev.lodestone.ontology.Scheme;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Reads the mapping of a sheet of samples and checks that its parts fit together.
final class SheetMappingReader {
    private static final Pattern ROLE = Pattern.compile("[a-z0-9][a-z0-9-]*");
    private static final Map<String, EventSort> SORTS =
            Map.of(
                    "process",
                    EventSort.PROCESS,
                    "measurement",
                    EventSort.MEASUREMENT,
                    "values",
                    EventSort.VALUES);

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
        root.children("events").forEach(this::event);
        var reader = new ColumnReader(events);
        root.children("columns").forEach((name, node) -> columns.put(name, reader.column(node)));
        var longForm =
                root.has("long")
                        ? Optional.of(longForm(root.child("long"), reader))
                        : Optional.<LongForm>empty();
        var sample = sample(root.child("sample"));
        var row = root.has("row") ? row(root.child("row")) : new RowKey(List.of(), true);
        var checks = root.has("checks") ? checks(root.child("checks")) : Checks.NONE;
        root.done();
        return new SheetMapping(
                about,
                form,
                sample,
                longForm.map(form -> of(row, form)).orElse(row),
                events,
                columns,
                longForm,
                checks);
    }

    private static RowKey of(RowKey row, LongForm form) {
        var key = new ArrayList<>(row.columns());
        key.add(form.property());
        return new RowKey(key, row.replicates());
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

    private void event(String role, MappingNode node) {
        if (!ROLE.matcher(role).matches() || role.equals(SheetMapping.REGISTRATION)) {
            throw node.wrong(
                    "",
                    "The event cannot be called (%s).".formatted(role),
                    "use lower case and dashes; \"registration\" is the sample's own.");
        }
        var sort = node.choice("kind", SORTS, Optional.empty());
        var words = new MappingWords(node);
        var type =
                switch (sort) {
                    case PROCESS -> words.kind("type", Scheme.PROCESS);
                    case MEASUREMENT -> words.kind("type", Scheme.METHOD);
                    case VALUES -> Optional.<dev.lodestone.ontology.Term>empty();
                };
        if (type.isEmpty() && sort != EventSort.VALUES) {
            throw node.wrong("", "The setting (type) is missing.", "lsk:Sintering, for example.");
        }
        boolean ofRow = node.choice("of", Map.of("sample", false, "row", true), Optional.empty());
        var after = node.texts("after");
        for (var earlier : after) {
            if (!earlier.equals(SheetMapping.REGISTRATION) && !events.containsKey(earlier)) {
                throw node.wrong(
                        "after",
                        "There is no earlier event (%s).".formatted(earlier),
                        "one of registration, " + String.join(", ", events.keySet()) + ".");
            }
        }
        node.done();
        events.put(role, new EventForm(sort, type, ofRow, after));
    }

    private Checks checks(MappingNode node) {
        var sums = node.list("sums").stream().map(this::sum).toList();
        var imputed =
                node.has("looksImputed")
                        ? Optional.of(node.child("looksImputed"))
                        : Optional.<MappingNode>empty();
        int decimals = imputed.map(child -> child.number("moreDecimalsThan", 5)).orElse(-1);
        imputed.ifPresent(MappingNode::done);
        var checks =
                new Checks(
                        node.flag("duplicates", false),
                        sums,
                        imputed.isPresent() ? OptionalInt.of(decimals) : OptionalInt.empty(),
                        node.has("otherExport")
                                ? Optional.of(other(node.child("otherExport")))
                                : Optional.empty());
        node.done();
        return checks;
    }

    private SumCheck sum(MappingNode node) {
        var sum =
                new SumCheck(
                        known(node, "of"),
                        node.decimal("to", BigDecimal.ONE),
                        node.decimal("tolerance", new BigDecimal("0.02")),
                        node.flag("whole", true));
        if (sum.of().size() < 2) {
            throw node.wrong("of", "A sum has two columns or more.", "name the columns.");
        }
        node.done();
        return sum;
    }

    private OtherExport other(MappingNode node) {
        var other = new OtherExport(node.neededText("file"), known(node, "agreeing"));
        node.choice("rows", Map.of("same", true), Optional.empty());
        if (other.agreeing().isEmpty()) {
            throw node.wrong(
                    "",
                    "Nothing shows that the rows of the two exports belong together.",
                    "name columns under \"agreeing\" that are equal in both.");
        }
        node.done();
        return other;
    }

    private SampleKey sample(MappingNode node) {
        var key =
                new SampleKey(
                        known(node, "key"),
                        new MappingWords(node).kind("form", Scheme.SAMPLE_FORM),
                        node.text("name"));
        if (key.columns().isEmpty()) {
            throw node.wrong("", "The sample has no key.", "name the columns that make a sample.");
        }
        node.done();
        return key;
    }

    private RowKey row(MappingNode node) {
        var key = new RowKey(known(node, "key"), node.flag("replicates", false));
        node.done();
        return key;
    }

    private List<String> known(MappingNode node, String setting) {
        var names = node.texts(setting);
        for (var name : names) {
            if (!columns.containsKey(name)) {
                throw node.wrong(
                        setting,
                        "There is no column (%s).".formatted(name),
                        "one of " + String.join(", ", columns.keySet()) + ".");
            }
        }
        return names;
    }
}
