package dev.lodestone.importers;

import dev.lodestone.events.ProvenanceEvent;

/// What other entries of a source say of an item's event: the material that a calculation was of,
/// the functional behind a value. They may be imported before the item or after it, and the item's
/// own content does not change with them, so that its hash cannot tell.
@FunctionalInterface
public interface Joining {
    /// The event as it is by what they say; the event itself where that changes nothing.
    ProvenanceEvent joined(ProvenanceEvent event);
}
