package dev.lodestone.events.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.RecordId;
import dev.lodestone.events.intake.Lab;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventFileTest {
    private static final String GOOD =
            "{\"type\":\"SampleLinked\",\"version\":1,\"sample\":\"a\",\"material\":\"m\"}";
    private static final String BAD =
            "{\"type\":\"SampleLinked\",\"version\":1,\"sample\":\"a b\",\"material\":\"m\"}";

    private long ids;

    private RecordId newId() {
        return new RecordId(new UUID(7, ids++));
    }

    /// Places of events and texts of faults, in the order of the file.
    private List<String> read(byte[] bytes, int longestLine) {
        var found = new ArrayList<String>();
        try (var file =
                EventFile.of(
                        "e.jsonl", new ByteArrayInputStream(bytes), this::newId, longestLine)) {
            while (file.hasNext()) {
                try {
                    found.add(file.next().place());
                } catch (InvalidLine e) {
                    found.add(e.getMessage());
                }
            }
        }
        return found;
    }

    private List<String> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), EventFile.LONGEST_LINE);
    }

    @Test
    void eachLineIsAnEventAndBlankLinesAreNone() {
        assertThat(read(GOOD + "\n\n  \r\n" + GOOD + "\r\n" + GOOD))
                .containsExactly("e.jsonl:1", "e.jsonl:4", "e.jsonl:5");
    }

    @Test
    void anEmptyFileHoldsNothing() {
        assertThat(read("")).isEmpty();
        assertThat(read("\n\n")).isEmpty();
        assertThat(read("\ufeff")).isEmpty();
    }

    @Test
    void aByteOrderMarkIsNoFault() {
        assertThat(read("\ufeff" + GOOD + "\n" + GOOD)).containsExactly("e.jsonl:1", "e.jsonl:2");
    }

    @Test
    void aFaultIsToldWithLineAndPointerAndTheRestIsReadOn() {
        var found = read(GOOD + "\n" + BAD + "\n" + GOOD + "\n" + BAD + "\n");
        assertThat(found).hasSize(4);
        assertThat(found.get(1)).startsWith("[e.jsonl:2 /sample] The sample (a b) is not");
        assertThat(found.get(2)).isEqualTo("e.jsonl:3");
        assertThat(found.get(3)).startsWith("[e.jsonl:4 /sample] ");
    }

    @Test
    void aLastLineThatWasCutOffIsSaidToBe() {
        var found = read(GOOD + "\n" + GOOD.substring(0, 40));
        assertThat(found.get(0)).isEqualTo("e.jsonl:1");
        assertThat(found.get(1))
                .startsWith("[e.jsonl:2] The last line ends in the middle (column ")
                .endsWith("Maybe the file was cut off.");
    }

    @Test
    void aFileOfOneLineThatWasCutOffIsSaidToBe() {
        assertThat(read(GOOD.substring(0, 40)).getFirst())
                .startsWith("[e.jsonl:1] The last line ends in the middle (column ");
    }

    @Test
    void anEventBrokenOverLinesIsToldFromOneCutOff() {
        var found = read(GOOD + "\n" + GOOD.substring(0, 40) + "\n" + GOOD.substring(40) + "\n");
        assertThat(found.get(1))
                .startsWith("[e.jsonl:2] The JSON ends in the middle (column ")
                .endsWith("Maybe an event was broken over lines; write each on one.");
        assertThat(found.get(2)).startsWith("[e.jsonl:3] This is not JSON");
    }

    @Test
    void aBrokenFirstLineDoesNotHideTheOthers() {
        var found = read(GOOD.substring(0, 40) + "\n" + GOOD + "\n" + BAD + "\n");
        assertThat(found.get(0)).startsWith("[e.jsonl:1] The JSON ends in the middle");
        assertThat(found.get(1)).isEqualTo("e.jsonl:2");
        assertThat(found.get(2)).startsWith("[e.jsonl:3 /sample] ");
    }

    @Test
    void anEventWrittenForPeopleIsReadToo() {
        assertThat(Lab.example("SampleSplit").lines().count()).isGreaterThan(5);
        assertThat(read(Lab.example("SampleSplit"))).containsExactly("e.jsonl");
    }

    @Test
    void aListOfEventsIsReadToo() {
        assertThat(read("[" + GOOD + ",\n" + GOOD + "]")).containsExactly("e.jsonl#0", "e.jsonl#1");
        assertThat(read(" [\n]")).isEmpty();
        assertThat(read("[" + GOOD + "," + BAD + "]").get(1))
                .startsWith("[e.jsonl#1 /sample] The sample (a b)");
        assertThat(read("[" + GOOD + ",").getFirst())
                .startsWith("[e.jsonl] The JSON ends in the middle");
    }

    @Test
    void whatIsNotUtf8IsRefusedByLineAndByte() {
        var out = new ByteArrayOutputStream();
        out.writeBytes((GOOD + "\n").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(GOOD.replace("\"a\"", "\"Müller\"").getBytes(StandardCharsets.ISO_8859_1));
        var found = read(out.toByteArray(), EventFile.LONGEST_LINE);
        assertThat(found.get(1))
                .startsWith("[e.jsonl:2] The line is not UTF-8 (byte FC, the 47. of the line).");
    }

    @Test
    void aFileInUtf16IsRefused() {
        assertThat(
                        read(GOOD.getBytes(Charset.forName("UTF-16")), EventFile.LONGEST_LINE)
                                .getFirst())
                .startsWith("[e.jsonl:1] The line is not UTF-8 (byte FE, the 1. of the line).");
    }

    @Test
    void aLineThatIsTooLongIsRefusedAndTheNextOneRead() {
        var longLine = GOOD.replace("\"a\"", "\"" + "a".repeat(200) + "\"");
        var found =
                read((GOOD + "\n" + longLine + "\n" + GOOD).getBytes(StandardCharsets.UTF_8), 100);
        assertThat(found.get(0)).isEqualTo("e.jsonl:1");
        assertThat(found.get(1)).startsWith("[e.jsonl:2] The line is longer than 100 bytes.");
        assertThat(found.get(2)).isEqualTo("e.jsonl:3");
    }

    @Test
    void aDocumentThatIsTooLongIsRefused() {
        assertThat(
                        read(
                                        ("[" + GOOD + ",\n" + GOOD + "]")
                                                .getBytes(StandardCharsets.UTF_8),
                                        100)
                                .getFirst())
                .startsWith("[e.jsonl] The document is longer than 100 bytes.");
    }

    @Test
    void theShippedFileIsReadWhole() {
        assertThat(read(Lab.first())).hasSize((int) Lab.first().lines().count());
    }
}
