package dev.lodestone.importers.json;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JsonPointer;

/// JSON pointers as mappings write them. They ask every document for the same ones; those with the
/// indices of one document are not to fill the memory.
final class Pointers {
    private static final Map<String, Known> KNOWN = new ConcurrentHashMap<>();

    private static final int MOST_KNOWN = 10_000;

    /// A pointer.
    ///
    /// @param generic its name, the same for all elements of a list
    record Known(String pointer, JsonPointer compiled, String generic)
            implements Comparable<Known> {
        @Override
        public int compareTo(Known other) {
            return pointer.compareTo(other.pointer);
        }
    }

    private Pointers() {}

    static Known of(String pointer) {
        var known = KNOWN.get(pointer);
        if (known != null) {
            return known;
        }
        var made = new Known(pointer, JsonPointer.compile(pointer), generic(pointer));
        if (KNOWN.size() < MOST_KNOWN) {
            KNOWN.put(pointer, made);
        }
        return made;
    }

    /// As people write it: `lattice.a`.
    static String name(String pointer) {
        if (pointer.isEmpty()) {
            return ".";
        }
        var dotted = pointer.substring(1).replace('/', '.');
        return dotted.indexOf('~') < 0 ? dotted : dotted.replace("~1", "/").replace("~0", "~");
    }

    /// The step for a field name.
    static String escaped(String name) {
        return name.indexOf('~') < 0 && name.indexOf('/') < 0
                ? name
                : name.replace("~", "~0").replace("/", "~1");
    }

    private static String generic(String pointer) {
        var text = new StringBuilder(pointer.length());
        for (int at = 0; at < pointer.length(); ) {
            int next = pointer.indexOf('/', at + 1);
            int end = next < 0 ? pointer.length() : next;
            if (isNumber(pointer, at + 1, end)) {
                text.append("/[]");
            } else {
                text.append(pointer, at, end);
            }
            at = end;
        }
        return name(text.toString());
    }

    private static boolean isNumber(String text, int from, int to) {
        int first = from < to && text.charAt(from) == '-' ? from + 1 : from;
        for (int i = first; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return first < to;
    }
}
