package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.json.JsonFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The documents of one file: a bare document, a list, the answer of the API (`{"data": [...]}`),
/// or one document a line.
final class MpFile {
    private MpFile() {}

    static Stream<Found> documents(Path file, String place) {
        return file.getFileName().toString().matches("(?i).*\\.jsonl(\\.gz)?")
                ? lines(file, place)
                : whole(file, place);
    }

    private static Stream<Found> whole(Path file, String place) {
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

    private static Stream<Found> lines(Path file, String place) {
        try {
            var in =
                    new BufferedReader(
                            new InputStreamReader(JsonFiles.open(file), StandardCharsets.UTF_8));
            var number = new int[1];
            return in.lines()
                    .flatMap(line -> {
                        var at = place + ":" + ++number[0];
                        return line.isBlank()
                                ? Stream.empty()
                                : Stream.of(
                                        new Found(
                                                at,
                                                () ->
                                                        MpDocument.of(
                                                                JsonFiles.parse(line, at), at)));
                    })
                    .onClose(() -> {
                        try {
                            in.close();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        } catch (IOException e) {
            throw new UnreadableSource(place, "The file cannot be read (%s).".formatted(e), "", e);
        }
    }
}
