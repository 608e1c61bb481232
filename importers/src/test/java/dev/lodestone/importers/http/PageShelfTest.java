package dev.lodestone.importers.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.importers.CheckpointFiles;
import dev.lodestone.importers.Checkpoints;
import dev.lodestone.importers.json.JsonFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageShelfTest {
    @TempDir private Path directory;

    @Test
    void pagesOfAReadingWithoutCheckpointsGoWithIt() {
        var shelf = PageShelf.open(Checkpoints.NONE, "query");
        var temporary = shelf.temporary().orElseThrow();
        shelf.put(1, "[1]");
        shelf.put(2, "[2]");

        assertThat(temporary).isDirectoryContaining("glob:**query-2.json");
        assertThat(shelf.get(2)).contains("[2]");
        assertThat(shelf.get(3)).isEmpty();
        shelf.close();
        assertThat(temporary).doesNotExist();
    }

    @Test
    void pagesBesideCheckpointsStayUntilTheyAreCleared() {
        var checkpoints = new CheckpointFiles(directory);
        try (var shelf = PageShelf.open(checkpoints, "query")) {
            shelf.put(1, "[1]");
        }
        try (var shelf = PageShelf.open(checkpoints, "query")) {
            assertThat(shelf.get(1)).contains("[1]");
            shelf.clear(1);
            assertThat(shelf.get(1)).isEmpty();
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void numbersComeBackAsTheyStood() {
        var text = "{\"a\":[1.10,-4.0,1E+2,NaN,12345678901234567890.5]}";

        assertThat(PageShelf.text(JsonFiles.parse(text, "here"))).isEqualTo(text);
    }
}
