package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.json.JsonFiles;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The documents of a file that is JSON as a whole: a bare document, a list, or the answer of the
/// API (`{"data": [...]}`).
final class MpFile {
    private MpFile() {}

    static boolean isLines(Path file) {
        return file.getFileName().toString().matches("(?i).*\\.jsonl(\\.gz)?");
    }

    static Stream<Found> whole(Path file, String place) {
        JsonNode tree;
        try {
            tree = JsonFiles.read(file, place);
        } catch (RefusedEntry e) {
            return Stream.of(
                    new Found(
                            e.place(),
                            () -> {
                                throw e;
                            }));
        }
        if (tree.isArray()) {
            return list(tree, place + "#");
        }
        if (tree.path("product").has("reaction_string") && tree.has("src")) {
            return Stream.of(
                    new Found(
                            place + "#/src",
                            () -> {
                                throw new RefusedEntry(
                                        place + "#/src",
                                        "This is the recipe of \"product\" before the Materials"
                                                + " Project put it into its own form.",
                                        "");
                            }),
                    found(tree.path("product"), place + "#/product"));
        }
        var data = tree.path("data");
        if (data.isArray()) {
            return list(data, place + "#/data");
        }
        return data.isObject()
                        && Stream.of("material_id", "task_id", "battery_id", "energy", "entry_id")
                                .noneMatch(tree::has)
                ? Stream.of(found(data, place + "#/data"))
                : Stream.of(found(tree, place + "#"));
    }

    private static Stream<Found> list(JsonNode list, String place) {
        return IntStream.range(0, list.size()).mapToObj(i -> found(list.get(i), place + "/" + i));
    }

    private static Found found(JsonNode node, String place) {
        return new Found(place, () -> MpDocument.of(node, place));
    }
}
