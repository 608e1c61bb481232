package dev.lodestone.events.correction;

import dev.lodestone.events.AgentId;
import dev.lodestone.events.BatchRule;
import dev.lodestone.events.RecordEvent.Annotated;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.json.BatchRequestReader;
import java.util.function.Supplier;

/// A batch correction as it is asked for.
///
/// @param header the id of the record that will lead the batch; giving it makes asking twice record
///   once
/// @param reason why, in words
/// @param author who decided it
public record Request(RecordId header, BatchRule rule, String reason, AgentId author) {
    /// Reads `{"select": …, "change": …, "reason": …, "author": …}`, with an `id` if it has one.
    ///
    /// @throws dev.lodestone.events.InvalidEvent with the place in the text, the problem and the
    ///   choices
    public static Request read(String json, Supplier<RecordId> newId) {
        var draft = BatchRequestReader.read(json, newId);
        var header = (Annotated) draft.body();
        return new Request(
                draft.record(),
                header.batch().orElseThrow().rule(),
                header.text(),
                header.occurrence().agents().getFirst());
    }
}
