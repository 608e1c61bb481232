package dev.lodestone.importers.csv;

import dev.lodestone.importers.csv.TableMapping.FileForm;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads cells as a file's form says they are written.
final class CellNumbers {
    private static final Pattern POINT =
            Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,4})?");
    private static final Pattern COMMA =
            Pattern.compile("[+-]?(?:\\d+(?:,\\d*)?|,\\d+)(?:[eE][+-]?\\d{1,4})?");

    /// More digits than anybody measured; reckoning with a million of them takes minutes.
    private static final int LONGEST = 1_000;

    private static final Set<String> MARKS =
            Set.of("-99", "-999", "-9999", "-99999", "-999999", "9999", "99999", "999999");
    private static final Pattern WITH_UNIT = Pattern.compile("[+-]?[\\d.,]+\\s*[^\\d\\s.,][^\\d]*");

    private final boolean decimalComma;
    private final Set<String> missing;

    /// What of it is a number.
    private final List<BigDecimal> missingNumbers;

    CellNumbers(FileForm form) {
        decimalComma = form.decimalComma();
        missing =
                form.missing().stream()
                        .map(m -> m.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
        missingNumbers =
                missing.stream()
                        .filter(mark -> POINT.matcher(mark).matches())
                        .map(BigDecimal::new)
                        .toList();
    }

    /// Whether the cell says that there is no value; a number is such a mark however it is written
    /// (-999.0 for -999).
    boolean isMissing(String cell) {
        if (cell.isEmpty() || missing.contains(cell.toLowerCase(Locale.ROOT))) {
            return true;
        }
        return !missingNumbers.isEmpty()
                && number(cell)
                        .filter(number ->
                                missingNumbers.stream()
                                        .anyMatch(mark -> mark.compareTo(number) == 0))
                        .isPresent();
    }

    /// The number of a cell, if it is one.
    Optional<BigDecimal> number(String cell) {
        var text = cell.replace('\u2212', '-');
        if (text.length() > LONGEST
                || !mayBegin(text)
                || !(decimalComma ? COMMA : POINT).matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text.replace(',', '.')));
    }

    /// Whether a number may begin so: asked first, because most cells that are none are words.
    private static boolean mayBegin(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        return (first >= '0' && first <= '9')
                || first == '-'
                || first == '+'
                || first == '.'
                || first == ',';
    }

    /// The number of a cell.
    BigDecimal number(TableRow row, String column) {
        var cell = row.cell(column);
        if (row.mark(column).filter(RawRows.Mark.DATE::equals).isPresent()) {
            throw row.refused(
                    column,
                    "The cell is a date (%s), but a number is due."
                            .formatted(
                                    number(cell)
                                            .flatMap(row.at()::day)
                                            .map(String::valueOf)
                                            .orElse(cell)),
                    "the spreadsheet program took a number for a date: set the cell's format to a number.");
        }
        return number(cell)
                .orElseThrow(() ->
                        row.refused(
                                column,
                                "The value (%s) is not a number.".formatted(cell),
                                maybe(cell)));
    }

    private String maybe(String cell) {
        var text = cell.replace('\u2212', '-');
        if (text.startsWith("#") && !text.equalsIgnoreCase("#n/a")) {
            return "its formula failed: mend it in the spreadsheet program.";
        }
        if (text.length() > LONGEST) {
            return "a quote or a delimiter is missing before it.";
        }
        if (!decimalComma && COMMA.matcher(text).matches()) {
            return "set decimal: comma in the mapping.";
        }
        if (decimalComma && POINT.matcher(text).matches()) {
            return "set decimal: point in the mapping.";
        }
        if (WITH_UNIT.matcher(text).matches()) {
            return "the cell states a unit: write the unit in the mapping and the number alone in the cell.";
        }
        return "it marks a missing value: add it to \"missing\" in the mapping.";
    }

    /// One spelling for all that is the same number: 0.60 and 0.6 and 6E-1.
    static String canonical(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /// Whether a number is one that programs write for "no value".
    static boolean looksLikeAMark(BigDecimal number) {
        return MARKS.contains(canonical(number));
    }

    /// How many digits stand behind the point.
    static int decimals(BigDecimal number) {
        return Math.max(0, number.scale());
    }
}
