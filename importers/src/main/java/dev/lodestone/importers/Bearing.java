package dev.lodestone.importers;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What an entry says of items that other entries of its source state, and that may have been
/// recorded before. Where that changes one that holds, it is corrected. Nothing is done where the
/// log holds none.
///
/// @param entity whose items
/// @param role which of them; all of them if it is absent
/// @param why the correction is made, for people
/// @param told whether a finding says so too
public record Bearing(
        String entity, Optional<String> role, Joining joining, String why, boolean told) {
    /// On one item.
    public static Bearing on(ItemKey key, Joining joining, String why) {
        return new Bearing(key.entity(), Optional.of(key.role()), joining, why, false);
    }

    /// On all items of an entity.
    public static Bearing onAll(String entity, Joining joining, String why) {
        return new Bearing(entity, Optional.empty(), joining, why, false);
    }

    /// The same, told in a finding.
    public Bearing toBeTold() {
        return new Bearing(entity, role, joining, why, true);
    }

    /// The bearings of an entry, worked out only where the entry is new or has changed.
    @FunctionalInterface
    public interface All extends Supplier<List<Bearing>> {
        /// There are none.
        All NONE = List::of;
    }
}
