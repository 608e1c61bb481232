package dev.lodestone.importers.optimade;

import dev.lodestone.importers.json.Fields;
import java.util.Map;
import java.util.TreeMap;

/// What of an entry has no term and is kept as text.
final class Kept {
    /// The most characters of a field that are kept.
    private static final int LONGEST_TEXT = 10_000;

    private static final String ATTRIBUTES = "attributes.";

    private Kept() {}

    /// The rest of an entry under its own names: an attribute without "attributes.", unless the
    /// name is also one beside the attributes. To be asked last.
    static Map<String, String> of(Fields fields, Entry entry) {
        var at = entry.attributes();
        var rest = fields.restOfEach(at, LONGEST_TEXT);
        if (at.isEmpty()) {
            return rest;
        }
        rest.putAll(fields.rest(LONGEST_TEXT));
        var kept = new TreeMap<String, String>();
        rest.forEach((name, text) -> {
            var bare = name.startsWith(ATTRIBUTES) ? name.substring(ATTRIBUTES.length()) : name;
            kept.put(rest.containsKey(bare) ? name : bare, text);
        });
        return kept;
    }
}
