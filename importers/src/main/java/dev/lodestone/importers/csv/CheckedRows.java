package dev.lodestone.importers.csv;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.RefusedEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rows of a sheet with what is odd about each.
final class CheckedRows implements AutoCloseable {
    private final SheetMapping mapping;
    private final Table table;
    private final Optional<OtherRows> other;
    private final RowChecks checks;
    private final KeptWords kept;
    private final List<Finding> units;

    /// @throws dev.lodestone.importers.UnreadableSource if the header, a unit in it or the other
    ///   export is not as the mapping says
    CheckedRows(SheetMapping given, Path file) {
        this.table = new Table(file, given.form(), given.columnNames(), given.others().isPresent());
        this.mapping = given.of(table.columns().names());
        this.kept = new KeptWords(mapping);
        try {
            this.units = StatedUnits.check(mapping, table);
            this.other =
                    mapping.checks().other().map(export -> new OtherRows(mapping, export, file));
        } catch (RuntimeException e) {
            table.close();
            throw e;
        }
        this.checks = new RowChecks(mapping, other);
    }

    /// A row as the mapping reads it, and what is odd about it.
    record Checked(TableRow row, Noticed noticed) {}

    /// The mapping of this file, with all of its columns.
    SheetMapping mapping() {
        return mapping;
    }

    boolean hasNext() {
        return table.hasNext();
    }

    /// @throws RefusedEntry if it cannot be read; the walk goes on behind it
    Checked next() {
        TableRow row;
        try {
            row = mapping.read(table.next());
        } catch (RefusedEntry e) {
            other.ifPresent(OtherRows::skip);
            throw e;
        }
        kept.in(row);
        return new Checked(row, checks.of(row));
    }

    /// What is odd about the file as a whole, once all its rows were asked for.
    List<Finding> findings() {
        var found = new ArrayList<>(units);
        found.addAll(table.findings());
        found.addAll(kept.findings());
        other.ifPresent(rows -> found.addAll(rows.findings()));
        return found;
    }

    @Override
    public void close() {
        table.close();
        other.ifPresent(OtherRows::close);
    }
}
