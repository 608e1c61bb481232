package dev.lodestone.importers;

import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.SourceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What the log holds of the items of a source, for a reading whose entries are joined to what was
/// imported before them. Safe for many threads.
public interface HeldItems {
    /// Of a log that holds nothing.
    HeldItems NONE =
            new HeldItems() {
                @Override
                public Map<String, HeldItem> live(SourceId source, Collection<String> keys) {
                    return Map.of();
                }

                @Override
                public List<String> keys(
                        SourceId source, String after, String beginning, int limit) {
                    return List.of();
                }
            };

    /// An item that holds.
    ///
    /// @param stated its event
    /// @param verbatim what the source said besides when it was last imported
    record HeldItem(ProvenanceEvent stated, Map<String, String> verbatim) {}

    /// The items that hold, by key.
    Map<String, HeldItem> live(SourceId source, Collection<String> keys);

    /// The keys that the log has ever had of the source, in byte order.
    ///
    /// @param after a key, a beginning of keys, or empty to begin
    /// @param beginning what they begin with
    List<String> keys(SourceId source, String after, String beginning, int limit);
}
