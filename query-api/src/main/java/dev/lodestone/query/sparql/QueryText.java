package dev.lodestone.query.sparql;

import dev.lodestone.ontology.Namespaces;
import dev.lodestone.query.LodestoneException;
import dev.lodestone.query.LodestoneException.Forbidden;
import dev.lodestone.query.LodestoneException.Incorrect;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.update.UpdateFactory;

/// Reads the text of a query: the store's prefixes are known without being declared, and what is
/// wrong is said with line and column.
final class QueryText {
    private static final Pattern UNKNOWN_PREFIX =
            Pattern.compile("Unresolved prefixed name: ([^:\\s]*):");
    private static final Pattern ENCOUNTERED =
            Pattern.compile("Encountered \"?\\s*(.*?)\\s*\"? at line", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"\\s*(\".*\")");

    private QueryText() {}

    /// @param base what relative IRIs are resolved against
    static Query read(String text, String base) {
        if (text.isBlank()) {
            throw new Incorrect(
                    "sparql-syntax",
                    "The query is empty.\nMaybe SELECT * WHERE { ?sample a ls:Sample } LIMIT 10.");
        }
        var query = new Query();
        query.setPrefixMapping(prefixes());
        try {
            return QueryFactory.parse(query, text, base, Syntax.syntaxSPARQL_12);
        } catch (QueryParseException e) {
            if (e.getCause() instanceof StackOverflowError) {
                throw nestedTooDeeply();
            }
            throw isUpdate(text, base) ? readOnly() : explained(e);
        } catch (QueryException | IllegalArgumentException e) {
            throw new Incorrect("sparql-syntax", "The query cannot be read: " + firstLine(e));
        }
    }

    static Incorrect nestedTooDeeply() {
        return new Incorrect("sparql-nesting", "The query is nested too deeply.");
    }

    static Forbidden readOnly() {
        return new Forbidden(
                "sparql-read-only",
                """
                The store is not changed by SPARQL: what is recorded is an event.
                Maybe send the event to POST /api/v1/events, or use `lodestone record`.\
                """,
                Map.of());
    }

    static PrefixMapping prefixes() {
        return PrefixMapping.Factory.create().setNsPrefixes(Namespaces.prefixes());
    }

    private static boolean isUpdate(String text, String base) {
        try {
            var update = UpdateFactory.create();
            update.setPrefixMapping(prefixes());
            UpdateFactory.parse(update, text, base, Syntax.syntaxSPARQL_12);
            return !update.getOperations().isEmpty();
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static LodestoneException explained(QueryParseException e) {
        var message = String.valueOf(e.getMessage());
        var values = new LinkedHashMap<String, Object>();
        if (e.getLine() > 0) {
            values.put("line", e.getLine());
            values.put("column", e.getColumn());
        }
        var at =
                e.getLine() > 0
                        ? " at line %d, column %d".formatted(e.getLine(), e.getColumn())
                        : "";
        var prefix = UNKNOWN_PREFIX.matcher(message);
        if (prefix.find()) {
            values.put("prefix", prefix.group(1));
            return new Incorrect(
                    "sparql-prefix",
                    """
                    The prefix (%s:)%s is not declared.
                    Maybe declare it with PREFIX; known without declaration are %s.\
                    """
                            .formatted(
                                    prefix.group(1),
                                    at,
                                    String.join(", ", Namespaces.prefixes().keySet())),
                    values);
        }
        var found = ENCOUNTERED.matcher(message);
        var problem =
                found.find()
                        ? "The query cannot be read%s: (%s) is not expected there."
                                .formatted(at, token(found))
                        : "The query cannot be read%s: %s".formatted(at, firstLine(e));
        return new Incorrect("sparql-syntax", problem + maybe(message), values);
    }

    private static String token(Matcher found) {
        var text = found.group(1).replaceAll("\\s+", " ");
        var spelled = WORD.matcher(text + "\"");
        var token = spelled.matches() ? spelled.group(1) : text;
        return token.replaceAll("^\"|\"$", "").strip();
    }

    private static String maybe(String message) {
        if (message.contains("<EOF>")) {
            return "\nMaybe a closing brace or quote is missing at the end.";
        }
        var expecting = message.indexOf("Was expecting one of:");
        if (expecting < 0) {
            return "\nMaybe a full stop, a brace or a quote is missing just before.";
        }
        var choices =
                Pattern.compile("\"([^\"]{1,20})\"|<(\\w+)>")
                        .matcher(message.substring(expecting))
                        .results()
                        .map(choice -> choice.group().replaceAll("^\"|\"$", ""))
                        .limit(9)
                        .toList();
        return choices.isEmpty() || choices.size() > 8
                ? "\nMaybe a full stop, a brace or a quote is missing just before."
                : "\nMaybe one of " + String.join(" ", choices) + " was meant.";
    }

    private static String firstLine(Exception e) {
        var message = String.valueOf(e.getMessage());
        var end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
