package dev.lodestone.importers.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.importers.RefusedEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongListTest {
    private static final Set<String> DATA = Set.of("data");

    @TempDir private Path directory;

    @Test
    void theElementsOfAListComeInTurnWithTheirPlaces() throws IOException {
        assertThat(read("[{\"a\":[1,2]}, 7.50, null]"))
                .containsExactly("f.json#/0 {\"a\":[1,2]}", "f.json#/1 7.50", "f.json#/2 null");
    }

    @Test
    void aListInsideAnObjectIsFoundWhateverStandsAroundIt() throws IOException {
        var json =
                "{\"meta\":{\"data\":[0]},\"data\":[[1],{\"data\":[2]}],\"date\":\"2026-01-05\",\"more\":[3]}";
        assertThat(read(json))
                .containsExactly("f.json#/data/0 [1]", "f.json#/data/1 {\"data\":[2]}");
        try (var list = LongList.open(write(json), "f.json", DATA).orElseThrow()) {
            assertThat(list.field()).isEqualTo("data");
            assertThat(list.beside("date")).contains("2026-01-05");
            assertThat(list.beside("more")).isEmpty();
        }
    }

    @Test
    void aGzippedListIsReadAsAnyOther() throws IOException {
        var file = directory.resolve("f.json.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("[1,2]".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        try (var list = LongList.open(file, "f.json.gz", DATA).orElseThrow()) {
            assertThat(list).toIterable().hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", "{\"data\":{\"a\":1}}", "7", "[1] [2]", ""})
    void otherJsonIsNoList(String json) throws IOException {
        assertThat(LongList.open(write(json), "f.json", DATA)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"a\":1},\n{\"a\":", "{\"data\":[1,2],\n\"meta\":", "[1,\n}"})
    void aFileThatIsNotJsonToItsEndIsRefusedWithThePlaceBeforeAnythingIsRead(String json)
            throws IOException {
        var file = write(json);
        assertThatThrownBy(() -> LongList.open(file, "f.json", DATA))
                .isInstanceOf(RefusedEntry.class)
                .hasMessageContaining("f.json:2:");
    }

    private List<String> read(String json) throws IOException {
        var read = new ArrayList<String>();
        try (var list = LongList.open(write(json), "f.json", DATA).orElseThrow()) {
            list.forEachRemaining(element -> read.add(element.place() + " " + element.json()));
        }
        return read;
    }

    private Path write(String json) throws IOException {
        return Files.writeString(directory.resolve("f.json"), json);
    }
}
