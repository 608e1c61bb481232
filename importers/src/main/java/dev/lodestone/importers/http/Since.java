package dev.lodestone.importers.http;

import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.UnreadableSource;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// The setting `since`: only what a service got or changed from a time on.
public final class Since {
    /// Its name.
    public static final String NAME = "since";

    private Since() {}

    /// The time asked for; a date is its beginning in UTC.
    ///
    /// @throws UnreadableSource if it is neither
    public static Optional<Instant> of(ImportOptions options) {
        return options.setting(NAME).map(String::strip).map(Since::parse);
    }

    private static Instant parse(String text) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new UnreadableSource(
                    "setting " + NAME,
                    "(%s) is neither a date nor a time with a zone.".formatted(text),
                    "write 2026-01-31 or 2026-01-31T12:00:00Z.",
                    e);
        }
    }
}
