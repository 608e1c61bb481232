package dev.lodestone.importers.nomad;

import dev.lodestone.importers.csv.PlainTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The quantities of a section that columns of a table fill, with those of the sections in it.
final class TabularColumns {
    private static final int DEEPEST = 8;
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,400}(\\.\\d{0,400})?|\\.\\d{1,400})([eE][+-]?\\d{1,4})?");

    private TabularColumns() {}

    /// A quantity and its column.
    ///
    /// @param path where it stands, from the section on
    /// @param numeric whether its definition is of a number
    /// @param otherUnit the unit of the column where it is not that of the quantity
    record Column(
            String header,
            Optional<String> sheet,
            List<String> path,
            boolean numeric,
            Optional<String> otherUnit) {
        /// Puts a cell into its place.
        ///
        /// @return false where it should be a number in the unit of the quantity, and is not; then
        ///   it is put as text
        boolean put(String cell, ObjectNode section) {
            var node = parent(section);
            if (numeric && otherUnit.isEmpty() && NUMBER.matcher(cell).matches()) {
                node.put(path.getLast(), new BigDecimal(cell));
                return true;
            }
            node.put(path.getLast(), otherUnit.map(unit -> cell + " " + unit).orElse(cell));
            return !numeric;
        }

        /// Puts all cells into their place, as a list.
        void list(PlainTable table, ObjectNode section) {
            if (!table.columns().contains(header)) {
                return;
            }
            boolean numbers =
                    numeric
                            && otherUnit.isEmpty()
                            && table.rows().stream()
                                    .allMatch(row ->
                                            NUMBER.matcher(row.getOrDefault(header, "0"))
                                                    .matches());
            var list = parent(section).putArray(path.getLast());
            for (var row : table.rows()) {
                var cell = row.get(header);
                if (cell == null) {
                    list.addNull();
                } else if (numbers) {
                    list.add(new BigDecimal(cell));
                } else {
                    list.add(cell);
                }
            }
        }

        private ObjectNode parent(ObjectNode section) {
            var node = section;
            for (var step : path.subList(0, path.size() - 1)) {
                node = node.get(step) instanceof ObjectNode known ? known : node.putObject(step);
            }
            return node;
        }
    }

    static List<Column> of(SectionType type) {
        var columns = new ArrayList<Column>();
        gather(type, List.of(), columns);
        return columns;
    }

    private static void gather(SectionType type, List<String> path, List<Column> columns) {
        type.columns()
                .forEach((quantity, definition) -> {
                    var column = definition.path("m_annotations").path("tabular");
                    var name = column.path("name").asString(quantity);
                    int slash = name.indexOf('/');
                    var own = new ArrayList<>(path);
                    own.add(quantity);
                    columns.add(
                            new Column(
                                    name.substring(slash + 1).strip(),
                                    slash < 0
                                            ? Optional.empty()
                                            : Optional.of(name.substring(0, slash)),
                                    List.copyOf(own),
                                    isNumeric(definition),
                                    unit(column)
                                            .filter(unit ->
                                                    !unit(definition).equals(Optional.of(unit)))));
                });
        if (path.size() < DEEPEST) {
            type.subSections()
                    .forEach((name, inner) -> {
                        var own = new ArrayList<>(path);
                        own.add(name);
                        gather(inner, own, columns);
                    });
        }
    }

    private static Optional<String> unit(JsonNode node) {
        return Optional.of(node.path("unit").asString("")).filter(unit -> !unit.isEmpty());
    }

    private static boolean isNumeric(JsonNode definition) {
        var type = definition.path("type");
        var name = type.isString() ? type.stringValue() : type.path("type_data").asString("");
        return name.contains("int") || name.contains("float");
    }
}
