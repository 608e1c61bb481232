package dev.lodestone.importers.csv;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.csv.TableMapping.FileForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/// The rows of one sheet of a workbook, read as they are asked for. A formula stands for the value
/// that was last calculated and kept with it; of merged cells the first one has the value.
final class XlsxRows implements RawRows {
    private static final int SHOWN = 5;
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");
    private static final Pattern DATE = Pattern.compile("[yYdD]|(?<![a-z])[hH]+:");

    private final String name;
    private final ReadableWorkbook workbook;
    private final Sheet sheet;
    private final List<String> otherSheets;
    private final boolean sheetNamed;
    private final List<String> merged;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final Counted formulas = new Counted();
    private final Counted emptyFormulas = new Counted();
    private final Counted dates = new Counted();

    XlsxRows(Path file, FileForm form) {
        this.name = String.valueOf(file.getFileName());
        this.sheetNamed = form.sheet().isPresent();
        try {
            XlsxParts.check(file, name);
            this.workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (IOException | ExcelReaderException e) {
            throw unreadable(name, e);
        }
        try {
            var sheets = workbook.getSheets().toList();
            this.sheet = chosen(sheets, form.sheet());
            this.otherSheets =
                    sheets.stream()
                            .map(Sheet::getName)
                            .filter(other -> !other.equals(sheet.getName()))
                            .toList();
            this.merged = XlsxParts.merged(file, sheet.getId());
            this.stream = sheet.openStream();
            this.rows = stream.iterator();
        } catch (IOException | ExcelReaderException e) {
            close(workbook);
            throw unreadable(name, e);
        } catch (UnreadableSource e) {
            close(workbook);
            throw e;
        }
    }

    private Sheet chosen(List<Sheet> sheets, Optional<String> wanted) {
        return sheets.stream()
                .filter(each -> wanted.isEmpty() || each.getName().equals(wanted.get()))
                .findFirst()
                .orElseThrow(() ->
                        new UnreadableSource(
                                name,
                                wanted.map("The workbook has no sheet (%s)."::formatted)
                                        .orElse("The workbook has no sheet."),
                                sheets.isEmpty()
                                        ? "it was damaged on the way."
                                        : "one of "
                                                + String.join(
                                                        ", ",
                                                        sheets.stream()
                                                                .map(Sheet::getName)
                                                                .toList())
                                                + "."));
    }

    private static UnreadableSource unreadable(String place, Exception e) {
        return new UnreadableSource(
                place,
                "The workbook cannot be read (%s).".formatted(e.getMessage()),
                "it is damaged, protected by a password, or no workbook.",
                e);
    }

    @Override
    public boolean hasNext() {
        try {
            return rows.hasNext();
        } catch (ExcelReaderException | UncheckedIOException e) {
            throw unreadable(name + "!" + sheet.getName(), e);
        }
    }

    @Override
    public RawRow next() {
        var row = rows.next();
        var cells = new ArrayList<String>();
        var marks = new HashMap<Integer, Mark>();
        for (int i = 0; i < row.getCellCount(); i++) {
            var cell = row.getCell(i);
            cells.add(text(cell));
            if (cell != null) {
                int column = i;
                mark(cell).ifPresent(mark -> marks.put(column, mark));
            }
        }
        return new RawRow(row.getRowNum(), row.getRowNum(), cells, marks);
    }

    private String text(@org.jspecify.annotations.Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        var text =
                cell.getValue() instanceof BigDecimal number
                        ? shortest(number)
                        : java.util.Objects.requireNonNullElse(cell.getText(), "");
        var place = place(cell);
        if (cell.getType() == CellType.FORMULA) {
            formulas.add(place);
            if (text.isEmpty()) {
                emptyFormulas.add(place);
            }
        }
        if (mark(cell).filter(Mark.DATE::equals).isPresent()) {
            dates.add(place);
        }
        return text;
    }

    private static Optional<Mark> mark(Cell cell) {
        if (cell.getValue() instanceof BigDecimal && isDate(cell.getDataFormatString())) {
            return Optional.of(Mark.DATE);
        }
        return cell.getType() == CellType.FORMULA ? Optional.of(Mark.FORMULA) : Optional.empty();
    }

    private String place(Cell cell) {
        return places().cellLocator(cell.getAddress().getRow() + 1L, cell.getColumnIndex(), "");
    }

    /// Workbooks keep doubles with all their digits: 7.3999999999999996E-2 was typed as 0.074.
    private static String shortest(BigDecimal number) {
        var shortest = BigDecimal.valueOf(number.doubleValue());
        return shortest.signum() == 0 ? "0" : shortest.stripTrailingZeros().toPlainString();
    }

    private static boolean isDate(@org.jspecify.annotations.Nullable String format) {
        return format != null && DATE.matcher(LITERAL.matcher(format).replaceAll("")).find();
    }

    @Override
    public Places places() {
        return new Places.InSheet(name, sheet.getName(), workbook.isDate1904());
    }

    @Override
    public boolean rowsHaveAWidth() {
        return false;
    }

    @Override
    public List<Finding> findings() {
        var found = new ArrayList<Finding>();
        if (!sheetNamed && !otherSheets.isEmpty()) {
            found.add(
                    new Finding(
                            name,
                            "The sheet (%s) was read, the first one; there are also (%s). Maybe set sheet in the mapping."
                                    .formatted(sheet.getName(), String.join(", ", otherSheets))));
        }
        var place = name + "!" + sheet.getName();
        if (!merged.isEmpty()) {
            found.add(
                    new Finding(
                            place,
                            "%d ranges of cells are merged (%s); the value stands at the first cell of each, the others count as empty."
                                    .formatted(merged.size(), shown(merged))));
        }
        formulas.report(
                found, "%d cells hold formulas, of which the values kept in the file were taken.");
        emptyFormulas.report(
                found,
                "%d formulas have no value kept in the file and count as empty. Maybe open the workbook in a spreadsheet program and save it.");
        dates.report(
                found,
                "%d cells are written as dates; they are days where the mapping takes the column as a time, and refused where a number is due.");
        return found;
    }

    private static String shown(List<String> all) {
        return String.join(", ", all.subList(0, Math.min(SHOWN, all.size())))
                + (all.size() > SHOWN ? ", …" : "");
    }

    @Override
    public void close() {
        stream.close();
        close(workbook);
    }

    private static void close(ReadableWorkbook workbook) {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How many cells are so, and the first of them.
    private static final class Counted {
        private long count;
        private String first = "";

        void add(String place) {
            if (count++ == 0) {
                first = place;
            }
        }

        void report(List<Finding> found, String what) {
            if (count > 0) {
                found.add(new Finding(first, what.formatted(count)));
            }
        }
    }
}
