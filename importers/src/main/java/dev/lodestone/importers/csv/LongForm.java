package dev.lodestone.importers.csv;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// A long table: each row has one value, and says which.
///
/// @param property the column that says what the value is of
/// @param value the column with the value
/// @param unit the column with its unit; absent if the mapping gives the units
/// @param names what stands in the property column
record LongForm(String property, String value, Optional<String> unit, Set<String> names) {
    LongForm {
        names = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }

    /// The columns of the file, given all names of a mapping.
    Set<String> columnNames(Set<String> all) {
        var columns = new LinkedHashSet<>(all);
        columns.removeAll(names);
        columns.add(property);
        columns.add(value);
        unit.ifPresent(columns::add);
        return columns;
    }

    TableRow read(TableRow row) {
        var name = row.cell(property);
        if (!names.contains(name)) {
            throw row.refused(
                    property,
                    "The mapping does not know the property (%s).".formatted(name),
                    "name it under long/names, with \"ignore: why\" if it is to be left out; known are "
                            + String.join(", ", names)
                            + ".");
        }
        return row.saying(name, value, unit.map(row::cell).filter(text -> !text.isEmpty()));
    }
}
