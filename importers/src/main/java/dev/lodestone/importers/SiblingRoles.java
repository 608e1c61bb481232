package dev.lodestone.importers;

import java.util.HashMap;
import java.util.Map;

/// Gives equal siblings of one entity an ordinal, and only those: `step`, `step~2`, `step~3`. Give
/// it the most telling role there is (name, time, content hash), so that an insertion in the middle
/// of a list renumbers nothing. One for each entity; not safe for several threads.
public final class SiblingRoles {
    private final Map<String, Integer> seen = new HashMap<>();

    /// The role, with an ordinal if it was given before.
    public String next(String role) {
        int n = seen.merge(role, 1, Integer::sum);
        return n == 1 ? role : role + "~" + n;
    }
}
