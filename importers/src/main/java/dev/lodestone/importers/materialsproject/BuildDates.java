package dev.lodestone.importers.materialsproject;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// When and by which build a document was made. Every build makes all documents anew, so these
/// change where nothing else does; values that did not change are not to be corrected for them.
final class BuildDates {
    private static final Pattern NAME =
            Pattern.compile("(builder_meta|last_updated|data\\.last_updated|created_at)(\\..*)?");

    private BuildDates() {}

    /// What is kept as text and bears on whether the source says something else.
    static Map<String, String> leftOut(Map<String, String> rest) {
        var lasting = new TreeMap<>(rest);
        lasting.keySet().removeIf(name -> NAME.matcher(name).matches());
        return lasting;
    }
}
