package dev.lodestone.query.records;

import dev.lodestone.query.Told;
import java.util.List;
import java.util.Map;

/// A record of the log.
///
/// @param basis the log's last position when it was read
/// @param record its id
/// @param event the id of what it describes
/// @param kind such as `SampleMeasured`
/// @param live whether it holds
/// @param endedBy live records that correct or withdraw it
/// @param leaf its leaf hash in the log's Merkle tree
/// @param stated the event as it was written
public record RecordView(
        long basis,
        String record,
        String event,
        String kind,
        long position,
        String recordedAt,
        boolean live,
        List<String> endedBy,
        String access,
        String leaf,
        Map<String, Object> stated)
        implements Told {

    /// An event with all its records.
    public record EventView(long basis, String event, boolean holds, List<RecordView> records)
            implements Told {
        @Override
        public String text() {
            var out = new StringBuilder();
            out.append("Event ").append(event).append(holds ? "\n" : ", withdrawn\n");
            records.forEach(record -> out.append(record.text()));
            return out.toString();
        }
    }

    @Override
    public String text() {
        return "Record %s, %s, position %d, recorded %s, %s%n"
                .formatted(
                        record,
                        kind,
                        position,
                        recordedAt,
                        live ? "holds" : "holds no longer, ended by " + String.join(", ", endedBy));
    }
}
