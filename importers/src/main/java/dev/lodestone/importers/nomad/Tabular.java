package dev.lodestone.importers.nomad;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SiblingRoles;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.csv.PlainTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Entries whose schema says that a table beside them fills them, filled as NOMAD's tabular parser
/// fills them: columns as lists, rows as sections, or rows as entries of their own. What NOMAD has
/// processed is filled already.
final class Tabular {
    private static final int MOST_ROWS = 100_000;
    private static final String ROOT = "#root";

    private final NomadUpload upload;
    private final NomadEntry entry;
    private final SectionType type;
    private final ObjectNode archive;
    private final ObjectNode data;
    private final List<Row> rows = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, PlainTable> tables = new HashMap<>();
    private boolean head;

    private Tabular(NomadUpload upload, NomadEntry entry, SectionType type) {
        this.upload = upload;
        this.entry = entry;
        this.type = type;
        this.archive = entry.archive().deepCopy();
        this.data = (ObjectNode) archive.get("data");
    }

    /// An entry that a row of the table is.
    record Row(NomadEntry entry, SectionType type) {}

    /// An entry with what its tables say.
    ///
    /// @param rows the entries that NOMAD would make of rows
    /// @param head whether the entry only says how they are made
    record Filled(NomadEntry entry, List<Row> rows, boolean head, List<Finding> findings) {
        Filled {
            rows = List.copyOf(rows);
            findings = List.copyOf(findings);
        }
    }

    /// Fills an entry.
    ///
    /// @throws RefusedEntry if a table cannot be read
    static Filled fill(NomadUpload upload, NomadEntry entry, SectionType type) {
        boolean raw = entry.archive().path("metadata").path("last_processing_time").isMissingNode();
        if (!raw || type.tables().isEmpty() || !entry.archive().path("data").isObject()) {
            return new Filled(entry, List.of(), false, List.of());
        }
        var tabular = new Tabular(upload, entry, type);
        type.tables().forEach(tabular::parser);
        return new Filled(
                new NomadEntry(entry.place(), entry.mainfile(), tabular.archive),
                tabular.rows,
                tabular.head,
                tabular.findings);
    }

    private void parser(String quantity, JsonNode definition) {
        var at = "/data/" + quantity;
        var name = text(data.path(quantity)).or(() -> text(definition.path("default"))).orElse("");
        if (name.isEmpty()) {
            return;
        }
        if (upload.file(name).isEmpty()) {
            throw new RefusedEntry(
                    place(at),
                    "The table (%s) that fills the entry is not among what was read."
                            .formatted(name),
                    "it is to lie beside the entry, under that name.");
        }
        var parser = definition.path("m_annotations").path("tabular_parser");
        var options = new ArrayList<JsonNode>();
        (parser.isArray() ? parser : JsonNodeFactory.instance.arrayNode().add(parser))
                .forEach(one -> one.path("mapping_options").forEach(options::add));
        for (var option : options) {
            for (var section : option.path("sections")) {
                section(
                        new Task(
                                name,
                                at,
                                (parser.isArray() ? parser.path(0) : parser)
                                        .path("parsing_options"),
                                option.path("mapping_mode").asString("column"),
                                option.path("file_mode").asString("current_entry"),
                                section.asString(ROOT)));
            }
        }
    }

    /// What a table fills.
    private record Task(
            String file, String at, JsonNode form, String mode, String where, String section) {
        private List<String> path() {
            return section.equals(ROOT) ? List.of() : List.of(section.split("/", -1));
        }
    }

    private void section(Task task) {
        var target = type;
        for (var step : task.path()) {
            target = target.subSection(step);
        }
        var columns = TabularColumns.of(target);
        if (columns.isEmpty()) {
            find(
                    task.at(),
                    "The section (%s) has no quantity that is filled by a column."
                            .formatted(task.section()));
            return;
        }
        var table = table(task, columns);
        columns.stream()
                .filter(column -> !table.columns().contains(column.header()))
                .forEach(column ->
                        find(
                                task.at(),
                                "The table (%s) has no column (%s)."
                                        .formatted(task.file(), column.header())));
        if (task.mode().equals("column")) {
            columns.forEach(column -> column.list(table, into(task.path(), task.path().size())));
        } else if (task.where().equals("current_entry") && !task.path().isEmpty()) {
            var list = into(task.path(), task.path().size() - 1).putArray(task.path().getLast());
            for (var cells : table.rows()) {
                list.add(filled(columns, cells, task));
            }
        } else {
            entries(task, target, columns, table);
        }
    }

    /// Rows as entries of their own, called by what they are called in the laboratory, since rows
    /// are inserted.
    private void entries(
            Task task, SectionType target, List<TabularColumns.Column> columns, PlainTable table) {
        head |= task.path().isEmpty();
        var roles = new SiblingRoles();
        for (var cells : table.rows()) {
            var section = filled(columns, cells, task);
            if (section.isEmpty()) {
                continue;
            }
            var called =
                    Stream.of("lab_id", "sample_id", "name")
                            .flatMap(field -> text(section.path(field)).stream())
                            .findFirst()
                            .orElseGet(() -> String.join(" ", cells.values()));
            var key = entry.mainfile() + "/" + roles.next(called.replace('#', '~'));
            var own = JsonNodeFactory.instance.objectNode();
            if (task.path().isEmpty() && data.has("m_def")) {
                section.set("m_def", data.get("m_def"));
            }
            own.set("data", section);
            rows.add(new Row(new NomadEntry(key, key, own), target));
        }
    }

    private ObjectNode filled(
            List<TabularColumns.Column> columns, Map<String, String> cells, Task task) {
        var section = JsonNodeFactory.instance.objectNode();
        for (var column : columns) {
            var cell = cells.get(column.header());
            if (cell != null && !column.put(cell, section)) {
                find(
                        task.at(),
                        "The cell (%s) of the column (%s) is no number, or in another unit; it is kept as text."
                                .formatted(cell, column.header()));
            }
        }
        return section;
    }

    private ObjectNode into(List<String> path, int depth) {
        var node = data;
        for (var step : path.subList(0, depth)) {
            node = node.get(step) instanceof ObjectNode known ? known : node.putObject(step);
        }
        return node;
    }

    private PlainTable table(Task task, List<TabularColumns.Column> columns) {
        var sheet = columns.getFirst().sheet();
        return tables.computeIfAbsent(
                task.file() + "!" + sheet.orElse(""),
                _ -> {
                    var form = task.form();
                    var delimiter =
                            text(form.path("sep"))
                                    .or(() -> text(form.path("delimiter")))
                                    .filter(text -> text.length() == 1)
                                    .map(text -> text.charAt(0));
                    try {
                        return PlainTable.read(
                                upload.file(task.file()).orElseThrow(),
                                new PlainTable.Form(
                                        sheet,
                                        delimiter,
                                        text(form.path("comment")),
                                        form.path("skiprows").asInt(0)),
                                MOST_ROWS);
                    } catch (UnreadableSource e) {
                        throw new RefusedEntry(
                                place(task.at()),
                                "The table that fills the entry cannot be read: " + e.text(),
                                "");
                    }
                });
    }

    private void find(String pointer, String what) {
        findings.add(new Finding(place(pointer), what));
    }

    private String place(String pointer) {
        return entry.place() + "#" + pointer;
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(text -> !text.isEmpty());
    }
}
