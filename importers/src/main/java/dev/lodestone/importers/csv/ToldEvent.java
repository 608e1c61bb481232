package dev.lodestone.importers.csv;

import dev.lodestone.importers.csv.SheetMapping.EventForm;
import dev.lodestone.importers.csv.SheetMapping.EventSort;
import dev.lodestone.importers.csv.SheetMapping.Part;
import dev.lodestone.importers.csv.SheetMapping.ValueColumn;
import dev.lodestone.importers.csv.SheetMapping.VerbatimColumn;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What a row tells of one event.
///
/// @param values the columns with its values
/// @param verbatim what is kept as text with it
/// @param untold why the row does not tell the event after all
record ToldEvent(
        Map<String, ValueColumn> values, Map<String, String> verbatim, Optional<String> untold) {

    static ToldEvent of(SheetMapping mapping, SheetCells cells, String role, EventForm form) {
        var values = new LinkedHashMap<String, ValueColumn>();
        var verbatim = new TreeMap<>(verbatim(mapping, cells, role));
        mapping.columns()
                .forEach((name, column) -> {
                    if (column instanceof ValueColumn value
                            && value.isIn(role)
                            && cells.isGiven(name)) {
                        if (cells.isReadable(name, value)) {
                            values.put(name, value);
                        } else {
                            verbatim.put(name, cells.text(name));
                        }
                    }
                });
        return new ToldEvent(values, verbatim, untold(cells, form, values, verbatim));
    }

    /// What is kept as text with an event.
    static Map<String, String> verbatim(SheetMapping mapping, SheetCells cells, String role) {
        var verbatim = new TreeMap<String, String>();
        mapping.columns()
                .forEach((name, column) -> {
                    if (column instanceof VerbatimColumn(var where)
                            && where.equals(role)
                            && cells.isGiven(name)) {
                        verbatim.put(name, cells.text(name));
                    }
                });
        return verbatim;
    }

    private static Optional<String> untold(
            SheetCells cells,
            EventForm form,
            Map<String, ValueColumn> values,
            Map<String, String> verbatim) {
        var not =
                form.notIf().entrySet().stream()
                        .filter(text -> cells.says(text.getKey(), text.getValue()))
                        .findFirst();
        if (not.isPresent()) {
            return Optional.of(
                    "its row says that it did not happen: %s is %s"
                            .formatted(not.get().getKey(), not.get().getValue()));
        }
        boolean saysSomething =
                form.sort() == EventSort.PROCESS
                        ? !values.isEmpty() || !verbatim.isEmpty()
                        : values.values().stream().anyMatch(v -> v.part() == Part.RESULT);
        return saysSomething
                ? Optional.empty()
                : Optional.of("its row has no result it could be a condition of");
    }

    boolean isTold() {
        return untold.isEmpty();
    }

    /// The columns it is made of.
    Set<String> columns() {
        var columns = new LinkedHashSet<>(values.keySet());
        columns.addAll(verbatim.keySet());
        return columns;
    }
}
