package dev.lodestone.importers.csv;

import dev.lodestone.events.SourceId;
import dev.lodestone.importers.SourceDescription;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a table is and what its columns mean.
sealed interface TableMapping permits SheetMapping, PredictionsMapping {
    /// The source it describes.
    About about();

    /// How the file is written.
    FileForm form();

    /// The columns it knows.
    Set<String> columnNames();

    /// The source, from the mapping's first lines.
    ///
    /// @param source its identity, which is the mapping's name
    /// @param version of the mapping, with the hash of its text
    record About(
            SourceId source,
            String version,
            String title,
            Optional<String> sourceVersion,
            Optional<String> doi,
            Optional<String> licence,
            Optional<String> attribution,
            boolean whole) {
        /// @param beside what else decides what the rows mean
        SourceDescription describe(String location, String sha256, String beside) {
            return new SourceDescription(
                    source,
                    title,
                    location,
                    sha256,
                    sourceVersion,
                    doi,
                    licence,
                    attribution,
                    "csv/" + source + " " + version + beside,
                    whole);
        }
    }

    /// How the file is written.
    ///
    /// @param names globs of the files people have it in
    /// @param encoding of a text; found out if absent
    /// @param delimiter of a text; found out if absent
    /// @param decimalComma whether numbers are written `0,5`
    /// @param missing what stands for "no value", besides an empty cell
    /// @param sheet of a workbook; the first if absent
    record FileForm(
            List<String> names,
            Optional<Charset> encoding,
            Optional<Character> delimiter,
            boolean decimalComma,
            HeaderForm header,
            List<String> missing,
            Optional<String> sheet) {
        public FileForm {
            names = List.copyOf(names);
            missing = List.copyOf(missing);
        }
    }

    /// Where the header stands.
    ///
    /// @param row the first row with names, from 1; rows above it are passed over. 0: there is none
    /// @param rows how many rows of names there are: groups above, names below
    /// @param unitsRow the row with the units, or 0
    /// @param skip rows that are no data
    record HeaderForm(int row, int rows, int unitsRow, List<Integer> skip) {
        /// One row, the first.
        static final HeaderForm FIRST_ROW = new HeaderForm(1, 1, 0, List.of());

        public HeaderForm {
            skip = List.copyOf(skip);
        }

        boolean names(long number) {
            return number >= row && number < (long) row + rows;
        }

        int lastRow() {
            return Math.max(row + rows - 1, unitsRow);
        }
    }
}
