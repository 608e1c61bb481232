package dev.lodestone.importers.materialsproject;

import dev.lodestone.events.DataEvent.SimulationPerformed;
import dev.lodestone.events.Draft;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SourceRef;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.importers.TestLog;
import java.util.List;
import java.util.UUID;

/// What holds, however it came to hold: the event of each key of the source as it is stated, under
/// the id of the event, with what is kept as text.
final class MpMeaning {
    private MpMeaning() {}

    static List<String> of(TestLog log) {
        return log.live().stream()
                .filter(record -> record.draft().source().flatMap(SourceRef::key).isPresent())
                .map(MpMeaning::of)
                .sorted()
                .toList();
    }

    private static String of(RecordedEvent record) {
        var source = record.draft().source().orElseThrow();
        var stated = EventCodec.write(Draft.of(new RecordId(new UUID(0, 0)), record.stated()));
        return String.join(
                " ",
                source.key().orElseThrow(),
                record.event().toString(),
                source.contentHash().orElseThrow(),
                source.verbatim().toString(),
                stated);
    }

    /// Which materials the calculations are of.
    static List<String> subjects(TestLog log) {
        return log.stated(SimulationPerformed.class).stream()
                .map(simulation -> simulation.subject().material().orElseThrow().value())
                .distinct()
                .sorted()
                .toList();
    }
}
