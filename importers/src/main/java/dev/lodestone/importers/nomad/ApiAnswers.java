package dev.lodestone.importers.nomad;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Entries out of answers of the NOMAD API: an archive (`{"data": {"archive": ...}}`), a list of
/// archives, a list of search hits, or a recording of several requests with their answers. The same
/// entry may come in several answers; its sections are put together.
final class ApiAnswers {
    private final Spool spool;
    private final Map<String, List<Candidate>> candidates = new LinkedHashMap<>();
    private final List<Without> without = new ArrayList<>();

    /// @param spool where archives are kept
    ApiAnswers(Spool spool) {
        this.spool = spool;
    }

    /// An answer in which no entry is.
    ///
    /// @param what it holds instead, in words
    record Without(String place, String what) {}

    /// A version of an entry that an answer gives.
    ///
    /// @param processed when NOMAD processed it, to the second: answers give more or fewer digits
    /// @param length of its archive
    private record Candidate(
            String place, Spool.Place archive, boolean whole, String processed, int length) {}

    /// Whether a document is an answer or a recording, rather than an archive.
    static boolean isAnswer(JsonNode tree) {
        return tree.isObject()
                && (isRecording(tree)
                        || tree.path("data").has("archive")
                        || (tree.path("data").isArray()
                                && (tree.has("pagination") || tree.has("owner"))));
    }

    /// Takes a document in.
    ///
    /// @param accounts is told of the authors that it names
    void add(String place, JsonNode tree, Accounts accounts) {
        if (!isRecording(tree)) {
            answer(place, tree, accounts);
            return;
        }
        for (var request : tree.properties()) {
            for (int i = 0; i < request.getValue().size(); i++) {
                answer(
                        place + "#/" + request.getKey() + "/" + i + "/response/body",
                        request.getValue().get(i).at("/response/body"),
                        accounts);
            }
        }
    }

    /// One whole archive, as a list has it, which is changed by it.
    ///
    /// @param data with `entry_id` and `archive`
    static NomadEntry whole(String place, JsonNode data) {
        var archive = (ObjectNode) data.get("archive");
        identify(archive, data);
        return entry(place, archive);
    }

    /// When NOMAD processed an entry, to the second; empty if it does not say.
    static String processed(ObjectNode archive) {
        var time = archive.at("/metadata/last_processing_time").asString("");
        return time.length() > 19 ? time.substring(0, 19) : time;
    }

    /// The ids of the entries, each once, in the order of their first answer.
    List<String> ids() {
        return List.copyOf(candidates.keySet());
    }

    /// An entry, put together from all answers about it.
    NomadEntry entry(String id) {
        return together(candidates.getOrDefault(id, List.of()));
    }

    /// The answers that hold none.
    List<Without> without() {
        return List.copyOf(without);
    }

    private static boolean isRecording(JsonNode tree) {
        return !tree.isEmpty()
                && tree.properties().stream()
                        .allMatch(field ->
                                field.getValue().isArray()
                                        && field.getValue().path(0).has("request")
                                        && field.getValue().path(0).has("response"));
    }

    private void answer(String place, JsonNode body, Accounts accounts) {
        var data = body.path("data");
        if (data.isObject()) {
            one(place + "/data", data, accounts);
        } else if (data.isArray() && !data.isEmpty()) {
            if (data.get(0).has("entry_id")) {
                for (int i = 0; i < data.size(); i++) {
                    one(place + "/data/" + i, data.get(i), accounts);
                }
            } else {
                var what =
                        data.get(0).has("material_id")
                                ? "a listing of materials"
                                : data.get(0).has("upload_id")
                                        ? "a listing of uploads"
                                        : "a listing without entries";
                without.add(new Without(place, what + " (" + data.size() + ")"));
            }
        } else if (data.isArray()) {
            without.add(new Without(place, "an empty listing"));
        } else if (body.isString()) {
            without.add(new Without(place, "the text of a raw file"));
        } else {
            without.add(
                    new Without(
                            place,
                            "no entry (%s)"
                                    .formatted(
                                            String.join(
                                                    ", ",
                                                    body.propertyNames().stream()
                                                            .limit(4)
                                                            .toList()))));
        }
    }

    private void one(String place, JsonNode data, Accounts accounts) {
        var id = data.path("entry_id").asString("");
        if (id.isEmpty()) {
            without.add(new Without(place, "no entry"));
            return;
        }
        boolean whole = data.path("archive").isObject();
        var archive =
                whole ? ((ObjectNode) data.get("archive")).deepCopy() : hit((ObjectNode) data);
        identify(archive, data);
        accounts.note(data);
        accounts.note(archive.path("metadata"));
        var kept = spool.put(archive);
        candidates
                .computeIfAbsent(id, _ -> new ArrayList<>())
                .add(new Candidate(place, kept, whole, processed(archive), kept.bytes()));
    }

    /// Writes into an archive which entry it is, as the answer around it says.
    private static void identify(ObjectNode archive, JsonNode data) {
        var id = data.path("entry_id").asString("");
        if (archive.get("metadata") instanceof ObjectNode metadata) {
            metadata.put("entry_id", id);
        } else {
            archive.putObject("metadata").put("entry_id", id);
        }
        Optional.ofNullable(data.get("upload_id"))
                .filter(_ -> archive.at("/metadata/upload_id").isMissingNode())
                .ifPresent(
                        upload -> ((ObjectNode) archive.get("metadata")).set("upload_id", upload));
    }

    /// A search hit: the metadata, with `results` among them.
    private static ObjectNode hit(ObjectNode data) {
        var metadata =
                (data.get("entry_metadata") instanceof ObjectNode inner ? inner : data).deepCopy();
        var archive = JsonNodeFactory.instance.objectNode();
        Optional.ofNullable(metadata.remove("results"))
                .ifPresent(results -> archive.set("results", results));
        archive.set("metadata", metadata);
        return archive;
    }

    /// The version processed last, whole archives before hits; what it lacks comes from other
    /// answers about the same processing, or from such that do not say of which they are.
    private NomadEntry together(List<Candidate> versions) {
        var sorted = new ArrayList<>(versions);
        sorted.sort(
                Comparator.comparing(Candidate::processed)
                        .reversed()
                        .thenComparingInt(c -> c.whole() ? 0 : 1)
                        .thenComparingInt(c -> -c.length()));
        var best = sorted.removeFirst();
        var archive = spool.get(best.archive());
        for (var other : sorted) {
            if (other.processed().isEmpty() || other.processed().equals(best.processed())) {
                for (var section : spool.get(other.archive()).properties()) {
                    if (!archive.has(section.getKey())) {
                        archive.set(section.getKey(), section.getValue());
                    }
                }
            }
        }
        return entry(best.place(), archive);
    }

    private static NomadEntry entry(String place, ObjectNode archive) {
        var mainfile =
                archive.at("/metadata/mainfile")
                        .asString(archive.at("/metadata/entry_id").asString(""));
        return new NomadEntry(place, mainfile, archive);
    }
}
