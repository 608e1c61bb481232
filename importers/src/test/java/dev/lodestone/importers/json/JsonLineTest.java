package dev.lodestone.importers.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lodestone.importers.RefusedEntry;
import java.nio.charset.Charset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLineTest {
    private static final Outline OUTLINE = new Outline(Set.of("id", "ids"), Set.of("in"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": 1.50, \"b\": [NaN, 1e400]}",
                "{\"a\": \"\u00e5\ud83d\ude00\"}",
                "\ufeff{\"a\": 1}",
                "{\u0000\"a\": 1}",
                "  {\"a\": 1}",
                "[1, 2]",
                "{\"\u00e5\": 1, \"a\" 5}",
                "{\"a\": 1} {\"b\": 2}",
                "{\"a\": [1, 2"
            })
    void aLineMeansWhatItsTextMeans(String text) {
        assertThat(read(text, UTF_8)).hasToString(String.valueOf(parsed(text)));
    }

    @Test
    void bytesThatAreNotUtf8AreReplacedAsInText() {
        assertThat(read("{\"a\": \"\u00e5\"}", ISO_8859_1)).hasToString("{\"a\":\"\ufffd\"}");
    }

    @Test
    void anOutlineHasAllFieldsAndReadsThoseAskedFor() {
        var line =
                line(
                        """
                        {"id": "x", "ids": [{"a": 1}], "in": {"b": {"c": 1}, "d": 2}, "long": [[1], {}], "id": "y"}\
                        """);

        assertThat(line.read(OUTLINE))
                .hasToString(
                        """
                        {"id":"y","ids":[{"a":1}],"in":{"b":null,"d":null},"long":null}\
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\": 1} x", "{\"id\": 1", "{\"a\": [1, {]}", "{\"a\": tru}"})
    void whatIsNoJsonHasNoOutlineEither(String text) {
        assertThatThrownBy(() -> line(text).read(OUTLINE))
                .isInstanceOf(RefusedEntry.class)
                .hasMessage(catchThrowable(() -> JsonFiles.parse(text, "x:1")).getMessage());
    }

    @Test
    void whatIsNoObjectIsReadAsAWhole() {
        assertThat(line("[1, {\"a\": 2}]").read(OUTLINE)).hasToString("[1,{\"a\":2}]");
    }

    @Test
    void aLineOfBlanksIsBlank() {
        assertThat(line(" \t").isBlank()).isTrue();
        assertThat(line("").isBlank()).isTrue();
        assertThat(line("{}").isBlank()).isFalse();
        assertThat(line(" {}").isBlank()).isFalse();
    }

    private static JsonLine line(String text) {
        return new JsonLine(text.getBytes(UTF_8), "x:1");
    }

    private static Object read(String text, Charset charset) {
        try {
            return new JsonLine(text.getBytes(charset), "x:1").read();
        } catch (RefusedEntry e) {
            return e;
        }
    }

    private static Object parsed(String text) {
        try {
            return JsonFiles.parse(text, "x:1");
        } catch (RefusedEntry e) {
            return e;
        }
    }
}
