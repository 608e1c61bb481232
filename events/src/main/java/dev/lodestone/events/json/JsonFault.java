package dev.lodestone.events.json;

import dev.lodestone.events.InvalidEvent;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// What Jackson complains of, in the words of people who write events: the place, the value, and
/// what may be meant.
final class JsonFault {
    /// How the message begins that says the text ends too early.
    static final String CUT_OFF = "The JSON ends in the middle";

    private static final int SHOWN = 60;

    private JsonFault() {}

    /// Why a text is not JSON, or not any that is read.
    static InvalidEvent inText(JacksonException e) {
        var said = said(e);
        if (e instanceof StreamConstraintsException) {
            return new InvalidEvent(
                    "",
                    "The JSON is too deep or too large: " + said + ".",
                    "it is not an event at all.");
        }
        var place =
                " (line %d, column %d)."
                        .formatted(
                                Math.max(1, e.getLocation().getLineNr()),
                                Math.max(1, e.getLocation().getColumnNr()));
        if (e instanceof UnexpectedEndOfInputException || said.startsWith("Unexpected end")) {
            return new InvalidEvent("", CUT_OFF + place, "the file was cut off.");
        }
        if (said.startsWith("Duplicate Object property")) {
            return new InvalidEvent(
                    "",
                    "This is not JSON: %s stands twice in one object%s"
                            .formatted(said.substring(said.indexOf('"')), place),
                    "one of the two belongs to another object.");
        }
        return new InvalidEvent(
                "",
                "This is not JSON: " + said + place,
                said.startsWith("Non-standard token")
                        ? "the value is not known: leave it out, or give the words as \"text\"."
                        : "there is a comma or quote too many or too few.");
    }

    /// What the parser says, without its advice to programmers.
    private static String said(JacksonException e) {
        return String.valueOf(e.getOriginalMessage())
                .replaceFirst("[:,] (enable|from) `.*`.*", "")
                .replaceFirst(" \\(maximum allowed.*", "")
                .replaceFirst(" exceeds the maximum allowed \\((\\d+)$", " exceeds $1");
    }

    /// Why JSON is not the event, or the part of one, that is due.
    ///
    /// @param node what was read
    /// @param at the pointer of `node`
    static InvalidEvent inEvent(JacksonException e, JsonNode node, String at) {
        var path = pointer(e);
        var pointer = at + path;
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidEvent nested) {
                return new InvalidEvent(
                        pointer + nested.pointer(), nested.problem(), nested.maybe().orElse(""));
            }
            if (cause instanceof IllegalArgumentException wrong) {
                return inValue(pointer, wrong);
            }
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return unknownField(unknown, pointer);
        }
        var first = Optional.ofNullable(e.getOriginalMessage()).orElse("");
        if (first.startsWith("Null value for creator property")) {
            return new InvalidEvent(
                    pointer,
                    "The field is missing.",
                    misspelt(node, path)
                            .map("(%s) is meant for it."::formatted)
                            .orElse("it was left out: it is required."));
        }
        var found = node.at(path);
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            var due = Due.of(mismatch.getTargetType());
            return new InvalidEvent(
                    pointer,
                    "%s is due here, not (%s).".formatted(due.words(), abridged(found)),
                    due.hint(found));
        }
        return new InvalidEvent(
                pointer, "The value (%s) cannot be read.".formatted(abridged(found)), "");
    }

    /// What a value's own type says against it.
    static InvalidEvent inValue(String pointer, IllegalArgumentException e) {
        var text = Optional.ofNullable(e.getMessage()).orElse("The value cannot be read.");
        int maybe = text.indexOf("\nMaybe ");
        return maybe < 0
                ? new InvalidEvent(pointer, text, "")
                : new InvalidEvent(pointer, text.substring(0, maybe), text.substring(maybe + 7));
    }

    private static InvalidEvent unknownField(UnrecognizedPropertyException e, String pointer) {
        var known =
                Optional.ofNullable(e.getKnownPropertyIds()).stream()
                        .flatMap(Collection::stream)
                        .map(Object::toString)
                        .sorted()
                        .toList();
        return new InvalidEvent(
                pointer,
                "The field (%s) is unknown.".formatted(e.getPropertyName()),
                known.isEmpty() ? "" : "one of " + String.join(", ", known) + ".");
    }

    /// A field beside a missing one that looks like it.
    private static Optional<String> misspelt(JsonNode root, String path) {
        int cut = path.lastIndexOf('/');
        var missing = path.substring(cut + 1).toLowerCase(Locale.ROOT);
        return root.at(path.substring(0, cut)).propertyNames().stream()
                .filter(name -> sameLetters(name.toLowerCase(Locale.ROOT), missing))
                .findFirst();
    }

    /// Whether two words differ in at most two places, counted from both ends.
    private static boolean sameLetters(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int start = 0;
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return Math.max(one.length(), other.length()) - start - end <= 2;
    }

    private static String pointer(JacksonException e) {
        var out = new StringBuilder();
        for (var step : e.getPath()) {
            var name = step.getPropertyName();
            out.append('/')
                    .append(
                            name == null
                                    ? Integer.toString(step.getIndex())
                                    : WellFormed.escaped(name));
        }
        return out.toString();
    }

    /// A value as a message shows it.
    static String abridged(JsonNode node) {
        var text = node.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " ...";
    }
}
