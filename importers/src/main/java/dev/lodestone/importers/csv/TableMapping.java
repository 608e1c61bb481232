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
        SourceDescription describe(String location, String sha256) {
            return new SourceDescription(
                    source,
                    title,
                    location,
                    sha256,
                    sourceVersion,
                    doi,
                    licence,
                    attribution,
                    "csv/" + source + " " + version,
                    whole);
        }
    }

    /// How the file is written.
    ///
    /// @param names globs of the files people have it in
    /// @param decimalComma whether numbers are written `0,5`
    /// @param headerRow the row with the column names, from 1; rows above it are passed over
    /// @param missing what stands for "no value", besides an empty cell
    record FileForm(
            List<String> names,
            Charset encoding,
            char delimiter,
            boolean decimalComma,
            int headerRow,
            List<String> missing) {
        public FileForm {
            names = List.copyOf(names);
            missing = List.copyOf(missing);
        }
    }
}
