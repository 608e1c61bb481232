package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.json.JsonFiles;
import java.nio.file.Path;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The documents of a file that is JSON and no list of them: a bare document, or the answer of the
/// API with one (`{"data": {...}}`).
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
            return Stream.of(broken(e));
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
        return data.isObject()
                        && Stream.of("material_id", "task_id", "battery_id", "energy", "entry_id")
                                .noneMatch(tree::has)
                ? Stream.of(found(data, place + "#/data"))
                : Stream.of(found(tree, place + "#"));
    }

    /// A file that is none.
    static Found broken(RefusedEntry why) {
        return new Found(
                why.place(),
                () -> {
                    throw why;
                });
    }

    /// A document.
    static Found found(JsonNode node, String place) {
        return new Found(place, () -> MpDocument.of(node, place));
    }
}
