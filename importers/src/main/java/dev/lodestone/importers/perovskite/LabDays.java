package dev.lodestone.importers.perovskite;

import dev.lodestone.events.LabTime;
import dev.lodestone.importers.json.Fields;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;

/// The laboratory's times. They are written without a zone, so that only the day is certain; the
/// text is kept.
final class LabDays {
    private LabDays() {}

    static LabTime of(Collected into, String pointer, Fields part) {
        var text = part.peek(pointer);
        if (text.isEmpty()) {
            return LabTime.UNKNOWN;
        }
        try {
            var exact = OffsetDateTime.parse(text.get()).toInstant();
            part.use(pointer);
            return LabTime.at(exact);
        } catch (DateTimeException e) {
            var local = local(text.get());
            if (local.isEmpty()) {
                into.find(pointer, "The time (%s) cannot be read.".formatted(text.get()));
            }
            return local.map(LocalDateTime::toLocalDate).map(LabTime::on).orElse(LabTime.UNKNOWN);
        }
    }

    /// A time as written, to be compared with others of the same laboratory.
    static Optional<LocalDateTime> local(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
