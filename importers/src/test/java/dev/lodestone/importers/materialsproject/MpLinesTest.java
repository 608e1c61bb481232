package dev.lodestone.importers.materialsproject;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.importers.json.JsonFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MpLinesTest {
    @TempDir private Path directory;

    @Test
    void ofADumpOnlyALineCanBeTooLong() throws IOException {
        var file = directory.resolve("dump.jsonl.gz");
        var blank = new byte[1 << 20];
        Arrays.fill(blank, (byte) ' ');
        blank[blank.length - 1] = '\n';
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (long written = 0; written <= JsonFiles.LARGEST; written += blank.length) {
                out.write(blank);
            }
            out.write(
                    "{\"material_id\": \"mp-1\", \"nsites\": 1, \"band_gap\": 0.5}\n"
                            .getBytes(UTF_8));
        }
        try (var lines = new MpLines(file, "dump.jsonl.gz")) {
            assertThat(lines.next().document()).isPresent();
            assertThat(lines.hasNext()).isFalse();
        }
    }
}
