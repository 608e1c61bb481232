package dev.lodestone.events.json;

import static dev.lodestone.events.json.EventText.assertFault;
import static dev.lodestone.events.json.EventText.measured;
import static dev.lodestone.events.json.EventText.quantity;
import static dev.lodestone.events.json.EventText.read;
import static dev.lodestone.events.json.EventText.strength;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Text that is not JSON, or none that anybody can read.
class JsonFaultTest {
    @ParameterizedTest
    @ValueSource(strings = {"17", "'a'", "[]", "true", "null"})
    void whatIsNoObjectIsNoEvent(String json) {
        assertFault(json).startsWith("An event is a JSON object, not (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n"})
    void emptyTextIsNoEvent(String json) {
        assertFault(json).isEqualTo("The text is empty; an event is due: a JSON object.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 50, 90, 100, 120})
    void jsonThatWasCutOffIsSaidToBe(int length) {
        assertFault(quantity("'value':12.5,'unit':'MPa'").substring(0, length))
                .startsWith("The JSON ends in the middle (line 1, column ")
                .endsWith("Maybe the file was cut off.");
    }

    @Test
    void aFieldGivenTwiceIsRefused() {
        assertFault("{'type':'SampleLinked','type':'SampleLinked'}")
                .startsWith(
                        "This is not JSON: \"type\" stands twice in one object (line 1, column ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
    void whatIsNoNumberIsRefused(String value) {
        assertFault(quantity("'value':%s,'unit':'MPa'".formatted(value)))
                .startsWith("This is not JSON: ")
                .contains("(line 1, column ");
    }

    @Test
    void twoEventsInOneTextAreRefused() {
        assertFault("{'type':'SampleLinked'} {'type':'SampleLinked'}")
                .startsWith("This is not JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{'a':"})
    void aTenThousandDeepTextIsRefusedAndDoesNotOverflow(String open) {
        assertFault(open.repeat(10_000)).startsWith("The JSON is too deep or too large: ");
        assertFault(measured("'results':" + open.repeat(10_000)))
                .startsWith("The JSON is too deep or too large: ");
    }

    @Test
    void aNumberOfTwoThousandDigitsIsRefused() {
        assertFault(quantity("'value':%s,'unit':'MPa'".formatted("9".repeat(2_000))))
                .startsWith("The JSON is too deep or too large: ");
    }

    @Test
    void aTextOfHundredMillionCharactersIsRefused() {
        assertFault(strength("'text':'%s'".formatted("x".repeat(100_000_000))))
                .startsWith("The JSON is too deep or too large: ")
                .hasSizeLessThan(400);
    }

    @Test
    void aLongTextIsKeptWhole() {
        var draft = read(strength("'text':'%s'".formatted("x".repeat(1_000_000))));
        assertThat(EventCodec.readStored(EventCodec.write(draft))).isEqualTo(draft);
    }

    @Test
    void halfACharacterIsRefused() {
        assertFault(strength("'text':'a \\ud800 b'"))
                .startsWith("[/results/0/text] The text holds half a character (\\ud800) at 3.");
        assertFault(strength("'text':'\\udc00'"))
                .startsWith("[/results/0/text] The text holds half a character (\\udc00) at 1.");
        assertThat(read(strength("'text':'\\ud83d\\ude00'")).body()).isNotNull();
    }
}
