package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.json.Fields;
import java.util.regex.Pattern;

/// E-mail addresses of authors, which are never published again, wherever in a document they stand.
final class EmailAddresses {
    private static final String LOCAL = "[\\p{L}\\p{N}._%+'-]++";
    private static final String LABEL = "[\\p{L}\\p{N}-]+";
    private static final String SIGN = "\\s?(?:@|\\(at\\)|\\[at\\])\\s?";

    /// With blanks around the sign only if a domain with a dot follows: gas @ 900 is none.
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "%1$s(?:@%2$s(?:\\.%2$s)*|%3$s%2$s(?:\\.%2$s)+)".formatted(LOCAL, LABEL, SIGN));

    private EmailAddresses() {}

    static boolean in(String text) {
        return hasSign(text) && ADDRESS.matcher(text).find();
    }

    /// The text without them.
    static String removed(String text) {
        return hasSign(text) ? ADDRESS.matcher(text).replaceAll("(e-mail address left out)") : text;
    }

    /// Long texts without any sign need not be searched.
    private static boolean hasSign(String text) {
        return text.contains("@") || text.contains("at)") || text.contains("at]");
    }

    /// Leaves behind every text of the document that holds one.
    static void drop(Fields fields) {
        drop(fields, "");
    }

    private static void drop(Fields fields, String at) {
        var node = fields.at(at);
        if (node.isString() && in(node.stringValue())) {
            fields.drop(at, "an e-mail address");
        } else if (node.isObject()) {
            node.propertyNames().forEach(name -> drop(fields, at + "/" + Fields.escaped(name)));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                drop(fields, at + "/" + i);
            }
        }
    }
}
