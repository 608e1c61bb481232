package dev.lodestone.query.http;

import dev.lodestone.query.LodestoneException.Incorrect;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A form as browsers post it.
final class Form {
    private Form() {}

    static Map<String, List<String>> read(String body) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var pair : body.split("&", -1)) {
            if (!pair.isEmpty()) {
                var at = pair.indexOf('=');
                var name = decoded(at < 0 ? pair : pair.substring(0, at));
                var value = at < 0 ? "" : decoded(pair.substring(at + 1));
                fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Incorrect("form", "The form cannot be read: " + e.getMessage() + ".");
        }
    }
}
