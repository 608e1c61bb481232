package dev.lodestone.importers.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.importers.DroppedField;
import dev.lodestone.importers.RefusedEntry;
import org.junit.jupiter.api.Test;

class FieldsTest {
    private final Fields fields =
            new Fields(
                    JsonFiles.parse(
                            """
                            {"gap": 0.6105, "none": null, "bad": NaN, "word": "null",
                             "in": {"a": 1, "b": [1, 2], "c": "long text"}, "id": "x"}\
                            """,
                            "test"));

    @Test
    void whatIsNeitherUsedNorDroppedIsKept() {
        assertThat(fields.number("/gap").orElseThrow().toString()).isEqualTo("0.6105");
        fields.use("/in/a");
        fields.drop("/id", "internal");

        assertThat(fields.rest(5))
                .containsEntry("none", "null")
                .containsEntry("bad", "NaN")
                .containsEntry("in.b", "[1,2]")
                .doesNotContainKeys("gap", "in", "in.a", "id");
        assertThat(fields.mapped()).containsExactly("gap", "in.a");
        assertThat(fields.dropped())
                .containsExactly(
                        new DroppedField("id", "internal"),
                        new DroppedField("in.c", "longer than 5 characters"),
                        new DroppedField("word", "longer than 5 characters"));
    }

    @Test
    void nothingThatIsNoNumberIsUsedAsOne() {
        assertThat(fields.number("/none")).isEmpty();
        assertThat(fields.number("/bad")).isEmpty();
        assertThat(fields.number("/missing")).isEmpty();
        assertThat(fields.rest(100)).containsEntry("word", "\"null\"");
    }

    @Test
    void partsShareTheAccountAndHaveContentsOfTheirOwn() {
        var one = fields.part();
        var two = fields.part();
        one.number("/gap");
        two.number("/in/a");

        assertThat(one.content()).isEqualTo("/gap=0.6105\n");
        assertThat(two.content()).isEqualTo("/in/a=1\n");
        assertThat(fields.mapped()).containsExactly("gap", "in.a");
    }

    @Test
    void givenOutTextIsNotGivenOutAgain() {
        assertThat(fields.rest("/in", 100)).containsOnlyKeys("in");
        assertThat(fields.rest(100)).doesNotContainKey("in");
    }

    @Test
    void equalContentIsEqualText() {
        assertThat(Fields.canonical(JsonFiles.parse("{\"b\":[1.50],\"a\":null}", "")))
                .isEqualTo(Fields.canonical(JsonFiles.parse("{ \"a\": null, \"b\": [1.50] }", "")));
    }

    @Test
    void singleValuesAreSpelledAsJacksonSpellsThem() {
        var values =
                JsonFiles.parse(
                        """
                        [0, -7, 1.50, 1e2, 1E-12, 123456789012345678901234567890, 2147483648, true,
                         null, "", "plain", "a\\"b", "a/b", "back\\\\", "tab\\t", "Å", "\\ud83d\\ude00", "\\u007f"]\
                        """,
                        "test");

        assertThat(values.valueStream().map(Fields::canonical))
                .hasSize(18)
                .isEqualTo(values.valueStream().map(Object::toString).toList());
        assertThat(Fields.canonical(values)).isEqualTo(values.toString());
    }

    @Test
    void whatIsKeptOfContainersIsSpelledAsJacksonSpellsThem() {
        var json =
                JsonFiles.parse(
                        """
                        {"o": {"b\\"/\\\\": [1.50, -0.0, 1e5, null, true, "a/b\\n", "Å"], "å": {}, "a": []},
                         "l": [{"x": NaN}, [], ""]}\
                        """,
                        "test");

        assertThat(new Fields(json).rest(1_000))
                .containsEntry("o", json.get("o").toString())
                .containsEntry("l", json.get("l").toString())
                .hasSize(2);
    }

    @Test
    void theRestOfEachFieldIsKeptUnderItsOwnName() {
        fields.use("/in/b");

        assertThat(fields.restOfEach("/in", 5)).isEqualTo(java.util.Map.of("in.a", "1"));
        assertThat(fields.dropped())
                .containsExactly(new DroppedField("in.c", "longer than 5 characters"));
        assertThat(fields.rest(100)).doesNotContainKeys("in", "in.a", "in.b", "in.c");
    }

    @Test
    void aFieldThatWasSpelledIsPartOfTheContent() {
        assertThat(fields.spelled("/in/b")).isEqualTo("[1,2]");
        fields.use("/in/b");
        fields.use("/gap");

        assertThat(fields.content()).isEqualTo("/gap=0.6105\n/in/b=[1,2]\n");
    }

    @Test
    void oddNamesAreFoundAgain() {
        var odd =
                new Fields(JsonFiles.parse("{\"a/b\": {\"c~d\": 1, \"e\": 2}, \"f\": 3}", "test"));
        odd.use("/a~1b/c~0d");

        assertThat(odd.mapped()).containsExactly("a/b.c~d");
        assertThat(odd.rest(100)).containsOnlyKeys("a/b.e", "f");
    }

    @Test
    void namesOfNumberedPlacesAreOneName() {
        var list = new Fields(JsonFiles.parse("{\"a\": [[1, 2], [3, 4]], \"b1\": 5}", "test"));
        for (var at : java.util.List.of("/a/0/0", "/a/1/1", "/b1")) {
            list.number(at);
        }

        assertThat(list.mapped()).containsExactly("a.[].[]", "b1");
        assertThat(list.rest(100)).containsOnlyKeys("a.0.1", "a.1.0");
    }

    @Test
    void brokenJsonIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> JsonFiles.parse("{\"a\": ", "x.json"))
                .isInstanceOf(RefusedEntry.class)
                .hasMessageStartingWith("[x.json:1:");
    }
}
