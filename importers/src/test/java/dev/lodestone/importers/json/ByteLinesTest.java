package dev.lodestone.importers.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ByteLinesTest {
    private static final int SEED = 20_261_121;

    @Test
    void linesEndAsAReaderOfTextEndsThem() throws Exception {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 500; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(List.of("\n", "\r", "\r\n", "a", "bc", "å").get(random.nextInt(6)));
            }
            var pieces = 1 + random.nextInt(3);

            assertThat(lines(text.toString(), pieces))
                    .as("seed %d, text %d (%s)", SEED, i, text)
                    .isEqualTo(
                            new BufferedReader(new StringReader(text.toString())).lines().toList());
        }
    }

    @Test
    void aLineLongerThanTheBufferIsWhole() throws Exception {
        var line = "x".repeat(200_000);

        assertThat(lines(line + "\n" + line + "\r\nend", 1 << 20))
                .containsExactly(line, line, "end");
    }

    @Test
    void aLineThatIsTooLongIsAnError() {
        try (var lines = new ByteLines(new ByteArrayInputStream(new byte[11]), 10)) {
            assertThatThrownBy(lines::next)
                    .isInstanceOf(IOException.class)
                    .hasMessage("a line is longer than 10 bytes");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// @param pieces the most bytes that are there at once
    private static List<String> lines(String text, int pieces) throws IOException {
        var all = new ArrayList<String>();
        try (var lines = new ByteLines(slow(text, pieces), 1 << 20)) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                all.add(new String(line, UTF_8));
            }
        }
        return all;
    }

    private static InputStream slow(String text, int pieces) {
        return new ByteArrayInputStream(text.getBytes(UTF_8)) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, pieces));
            }
        };
    }
}
