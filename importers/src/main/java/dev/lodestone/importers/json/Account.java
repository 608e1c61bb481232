package dev.lodestone.importers.json;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/// Which parts of a document are settled: used, left behind or given out. Kept along the steps of
/// their pointers, so that a document can be gone through beside it without a pointer being spelled
/// for each of its fields.
final class Account {
    private Map<String, Account> below = Map.of();
    private boolean settled;

    /// Settles what stands at a pointer, with all below it.
    void settle(JsonPointer pointer) {
        var at = this;
        for (var steps = pointer; !steps.matches(); steps = steps.tail()) {
            var step = steps.getMatchingProperty();
            var next = at.below.get(step);
            if (next == null) {
                next = new Account();
                if (at.below.isEmpty()) {
                    at.below = new HashMap<>();
                }
                at.below.put(step, next);
            }
            at = next;
        }
        at.settled = true;
    }

    /// What is kept of the place at a pointer; nothing if neither it nor anything below it was ever
    /// settled.
    @Nullable Account find(JsonPointer pointer) {
        var at = this;
        for (var steps = pointer; at != null && !steps.matches(); steps = steps.tail()) {
            at = at.at(steps.getMatchingProperty());
        }
        return at;
    }

    /// The same of a field or an element.
    @Nullable Account at(String step) {
        return below.get(step);
    }

    boolean isSettled() {
        return settled;
    }

    /// Whether something below it is settled.
    boolean isBroken() {
        return !below.isEmpty();
    }
}
