package dev.lodestone.events.json;

import dev.lodestone.events.Draft;
import dev.lodestone.events.InvalidEvent;
import dev.lodestone.events.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads what is asked for of a batch correction as the header that it will have, the count still
/// to come.
public final class BatchRequestReader {
    private static final Set<String> FIELDS = Set.of("id", "select", "change", "reason", "author");
    private static final String INSIDE = "/batch/rule";

    private BatchRequestReader() {}

    /// Reads `{"select": …, "change": …, "reason": …, "author": …}`, with an `id` if it has one.
    ///
    /// @throws InvalidEvent with the place in the text, the problem and the choices
    public static Draft read(String json, Supplier<RecordId> newId) {
        if (!(EventCodec.tree(json) instanceof ObjectNode request)) {
            throw new InvalidEvent(
                    "",
                    "A batch correction is a JSON object.",
                    "write {\"select\": …, \"change\": …, \"reason\": …, \"author\": …}.");
        }
        var unknown = new ArrayList<String>();
        request.propertyNames().stream().filter(f -> !FIELDS.contains(f)).forEach(unknown::add);
        if (!unknown.isEmpty()) {
            throw new InvalidEvent(
                    "/" + unknown.getFirst(),
                    "The field (%s) is not known here.".formatted(unknown.getFirst()),
                    "one of " + FIELDS.stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        for (var field : List.of("select", "change", "reason", "author")) {
            if (!request.has(field)) {
                throw new InvalidEvent(
                        "/" + field, "The field (%s) is missing.".formatted(field), "add it.");
            }
        }
        if (request.get("reason").isString() && request.get("reason").stringValue().isBlank()) {
            throw new InvalidEvent("/reason", "The reason is blank.", "say what was wrong.");
        }
        return asEvent(request, newId);
    }

    /// What is read is what will stand in the header, so the header's reader reads it.
    private static Draft asEvent(ObjectNode request, Supplier<RecordId> newId) {
        var event = JsonNodeFactory.instance.objectNode();
        event.put("type", "Annotated").put("version", 1);
        if (request.has("id")) {
            event.set("id", request.get("id"));
        }
        event.set("text", request.get("reason"));
        event.putObject("occurrence").putArray("agents").add(request.get("author"));
        var batch = event.putObject("batch").put("events", 0);
        var rule = batch.putObject("rule");
        rule.set("select", request.get("select"));
        rule.set("change", request.get("change"));
        try {
            return EventCodec.read(event, newId);
        } catch (InvalidEvent e) {
            throw new InvalidEvent(ours(e.pointer()), e.problem(), e.maybe().orElse(""));
        }
    }

    private static String ours(String pointer) {
        if (pointer.startsWith(INSIDE)) {
            return pointer.substring(INSIDE.length());
        }
        return pointer.startsWith("/occurrence")
                ? "/author"
                : pointer.equals("/text") ? "/reason" : pointer;
    }
}
