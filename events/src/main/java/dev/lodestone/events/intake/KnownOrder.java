package dev.lodestone.events.intake;

import dev.lodestone.events.EventId;
import dev.lodestone.events.LabTime;

/// What two events themselves say of their order in the lab: by their times, or by naming each
/// other. What neither says is not known.
///
/// @param event whose time it is
record KnownOrder(EventId event, LabTime time) {
    /// Whether this is known to have happened before the other.
    boolean isBefore(KnownOrder other) {
        if (time.before().contains(other.event) || other.time.after().contains(event)) {
            return true;
        }
        return time.latest().isPresent()
                && other.time.earliest().isPresent()
                && time.latest().get().isBefore(other.time.earliest().get());
    }
}
