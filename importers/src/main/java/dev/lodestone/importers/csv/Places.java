package dev.lodestone.importers.csv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// How places in a table are called: `ncm.csv:118 column "sin_temp"` in text, `ncm.xlsx!Sheet1!B7`
/// in a workbook.
sealed interface Places {
    /// 9999-12-31 as spreadsheets count.
    BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    /// The file's name.
    String file();

    /// A row, for messages.
    String row(long row, long line);

    /// A cell, for messages.
    String cell(long row, long line, int column, String name);

    /// A row, for records.
    String rowLocator(long row);

    /// A cell, for records.
    String cellLocator(long row, int column, String name);

    /// The day that a number stands for, if numbers stand for days here.
    Optional<LocalDate> day(BigDecimal number);

    /// In a text file.
    record InText(String file) implements Places {
        @Override
        public String row(long row, long line) {
            return file + ":" + line;
        }

        @Override
        public String cell(long row, long line, int column, String name) {
            return "%s:%d column \"%s\"".formatted(file, line, name);
        }

        @Override
        public String rowLocator(long row) {
            return "row " + row;
        }

        @Override
        public String cellLocator(long row, int column, String name) {
            return "row " + row + ", column " + name;
        }

        @Override
        public Optional<LocalDate> day(BigDecimal number) {
            return Optional.empty();
        }
    }

    /// In a sheet of a workbook.
    ///
    /// @param from1904 whether days are counted from 1904, not 1900
    record InSheet(String file, String sheet, boolean from1904) implements Places {
        @Override
        public String row(long row, long line) {
            return rowLocator(row);
        }

        @Override
        public String cell(long row, long line, int column, String name) {
            return cellLocator(row, column, name);
        }

        @Override
        public String rowLocator(long row) {
            return "%s!%s!%d".formatted(file, sheet, row);
        }

        @Override
        public String cellLocator(long row, int column, String name) {
            return "%s!%s!%s%d".formatted(file, sheet, letters(column), row);
        }

        /// Day 60 of 1900 is one that never was, so counting begins two days early.
        @Override
        public Optional<LocalDate> day(BigDecimal number) {
            if (number.signum() <= 0 || number.compareTo(LAST_DAY) > 0) {
                return Optional.empty();
            }
            var first = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
            return Optional.of(first.plusDays(number.longValue()));
        }

        /// A column as spreadsheets call it: A for 0, AA for 26.
        static String letters(int column) {
            var letters = new StringBuilder();
            for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
                letters.insert(0, (char) ('A' + rest % 26));
            }
            return letters.toString();
        }
    }
}
