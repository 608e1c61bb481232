package dev.lodestone.importers.csv;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.csv.RawRows.RawRow;
import dev.lodestone.importers.csv.TableMapping.FileForm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Walks the rows beneath a header: checks the header against the columns that are expected and
/// strips the spaces around names and cells. A row of the wrong length is a row that refuses.
final class Table implements AutoCloseable {
    private final RawRows rows;
    private final FileForm form;
    private final Places places;
    private final TableHeader header;
    private final Map<String, Integer> positions;
    private Optional<RawRow> waiting = Optional.empty();
    private Supplier<TableRow> next = Table::none;
    private boolean hasNext;

    /// @throws UnreadableSource if the header is not as expected, or the file cannot be read
    Table(Path file, FileForm form, Set<String> expected) {
        this(RawRows.open(file, form), form, Optional.of(expected), false);
    }

    /// @param others whether there may be columns besides the expected ones
    /// @throws UnreadableSource if the header is not as expected, or the file cannot be read
    Table(Path file, FileForm form, Set<String> expected, boolean others) {
        this(RawRows.open(file, form), form, Optional.of(expected), others);
    }

    /// Whatever the columns are called.
    Table(RawRows rows, FileForm form) {
        this(rows, form, Optional.empty(), true);
    }

    private Table(RawRows rows, FileForm form, Optional<Set<String>> expected, boolean others) {
        this.rows = rows;
        this.form = form;
        this.places = rows.places();
        try {
            this.header = header();
            expected.ifPresent(columns -> header.check(places, form.header(), columns, others));
            this.positions = header.positions();
            advance();
        } catch (UnreadableSource e) {
            rows.close();
            throw e;
        }
    }

    private TableHeader header() {
        if (form.header().row() == 0) {
            if (!rows.hasNext()) {
                throw empty("The file has no row.");
            }
            waiting = Optional.of(rows.next());
            return TableHeader.numbered(waiting.get().cells().size());
        }
        var names = new ArrayList<RawRow>();
        List<String> units = List.of();
        int last = form.header().lastRow();
        while (waiting.isEmpty()) {
            if (!rows.hasNext()) {
                if (names.isEmpty()) {
                    throw empty(
                            "The file has no row %d for a header.".formatted(form.header().row()));
                }
                break;
            }
            var row = rows.next();
            if (form.header().names(row.number())) {
                names.add(row);
            } else if (row.number() == form.header().unitsRow()) {
                units = row.cells();
            } else if (row.number() > last) {
                waiting = Optional.of(row);
            }
            if (row.number() == last) {
                break;
            }
        }
        if (names.isEmpty()) {
            throw empty("The file has no row %d for a header.".formatted(form.header().row()));
        }
        return TableHeader.of(names, units, !rows.rowsHaveAWidth());
    }

    private UnreadableSource empty(String problem) {
        return new UnreadableSource(places.file(), problem, "it is empty.");
    }

    private void advance() {
        hasNext = false;
        while (!hasNext && (waiting.isPresent() || rows.hasNext())) {
            var row = waiting.orElseGet(rows::next);
            waiting = Optional.empty();
            if (!row.blank() && !form.header().skip().contains((int) row.number())) {
                next = () -> row(row);
                hasNext = true;
            }
        }
    }

    TableHeader columns() {
        return header;
    }

    Places places() {
        return places;
    }

    /// What is odd about the file, as far as it was read.
    List<Finding> findings() {
        var found = new ArrayList<>(rows.findings());
        if (!form.header().skip().isEmpty()) {
            found.add(
                    new Finding(
                            places.file(),
                            "The rows %s were passed over, as the mapping says."
                                    .formatted(form.header().skip())));
        }
        return found;
    }

    boolean hasNext() {
        return hasNext;
    }

    /// The next row that is not blank.
    ///
    /// @throws RefusedEntry if it has too many or too few cells; the walk goes on behind it
    TableRow next() {
        if (!hasNext) {
            throw new NoSuchElementException(
                    "The file (%s) is at its end.".formatted(places.file()));
        }
        var now = next;
        advance();
        return now.get();
    }

    private TableRow row(RawRow row) {
        int width = header.names().size();
        var texts = row.cells();
        boolean fits =
                rows.rowsHaveAWidth()
                        ? texts.size() == width
                        : texts.stream().skip(width).allMatch(String::isBlank);
        if (!fits) {
            throw new RefusedEntry(
                    places.row(row.number(), row.line()),
                    "The row has %d cells, the header %d.".formatted(texts.size(), width),
                    texts.size() > width
                            ? rows.rowsHaveAWidth()
                                    ? "a cell with a delimiter in it lacks its quotes."
                                    : "a column lacks its name, or a note stands beside the table."
                            : "the file was cut off here.");
        }
        var cells = new LinkedHashMap<String, String>();
        positions.forEach(
                (name, i) -> cells.put(name, i < texts.size() ? texts.get(i).strip() : ""));
        return new TableRow(
                places,
                row.number(),
                row.line(),
                positions,
                cells,
                Map.of(),
                Optional.empty(),
                row.marks());
    }

    private static TableRow none() {
        throw new NoSuchElementException("There is no row.");
    }

    @Override
    public void close() {
        rows.close();
    }
}
