package dev.lodestone.importers.helao;

import dev.lodestone.events.DataFileRef;
import dev.lodestone.importers.AttachedFile;
import dev.lodestone.importers.Hashes;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.json.JsonFiles;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A data file: a head in YAML, a line `%%`, then a JSON object a line.
///
/// @param place for messages
/// @param name of the file
/// @param text all of it
public record HloFile(String place, String name, String text) {
    private static final String BETWEEN = "%%";
    private static final long NANOS = 1_000_000_000L;

    /// A number of one line.
    ///
    /// @param line in the file, from 1
    record Reading(int line, BigDecimal value) {}

    /// When it was begun, by the station's clock in UTC.
    ///
    /// @throws RefusedEntry if the head cannot be read
    Optional<Instant> begun() {
        var epoch = head().path("epoch_ns");
        return epoch.isIntegralNumber() && epoch.canConvertToLong()
                ? Optional.of(
                        Instant.ofEpochSecond(epoch.longValue() / NANOS, epoch.longValue() % NANOS))
                : Optional.empty();
    }

    /// The numbers of one column.
    ///
    /// @throws RefusedEntry if a line is no JSON
    List<Reading> column(String column) {
        var readings = new ArrayList<Reading>();
        var lines = text.lines().toList();
        for (int i = lines.indexOf(BETWEEN) + 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            var value = JsonFiles.parse(lines.get(i), place + ":" + (i + 1)).path(column);
            if (value.isNumber()) {
                readings.add(new Reading(i + 1, value.decimalValue()));
            }
        }
        return readings;
    }

    /// The file, to be kept.
    AttachedFile attached() {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new AttachedFile(
                new DataFileRef(
                        Hashes.sha256(bytes),
                        name,
                        Optional.of("text/plain"),
                        bytes.length,
                        Optional.of("raw")),
                text);
    }

    private JsonNode head() {
        int end = text.indexOf("\n" + BETWEEN);
        if (end < 0) {
            throw new RefusedEntry(
                    place, "The data file has no line \"%%\" after its head.", "it was cut off.");
        }
        return JsonFiles.parseYaml(text.substring(0, end), place);
    }
}
