package dev.lodestone.app;

import static dev.lodestone.app.LifeOfP7.REGISTRATION;
import static dev.lodestone.app.LifeOfP7.SINTERING;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Verbs in this process that record, correct and keep a store: what they print, where, and how
/// they end.
class VerbsTest {
    private Terminal terminal;

    @BeforeEach
    void open(@TempDir Path directory) {
        terminal = new Terminal(directory);
        LifeOfP7.writeTo(terminal, "life.jsonl");
    }

    @Test
    void aFileOfEventsIsRecordedOnceAndSaysSoTheSecondTime() {
        assertThat(terminal.run("record", "life.jsonl").out()).contains("Recorded 2 events");
        var again = terminal.run("record", "life.jsonl");
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("Recorded 0 events", "2 were known already", "position 2");
    }

    @Test
    void aRefusedFileChangesNothingAndNamesLineAndPointer() {
        terminal.write("bad.jsonl", REGISTRATION + SINTERING.replace("°C", "mAh/g"));
        var said = terminal.run("record", "bad.jsonl");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .startsWith("[bad.jsonl:2 /parameters/0/quantity/unit]")
                .contains("Maybe")
                .doesNotContain("A fault", "FileRefused", ".java");
        assertThat(terminal.run("status").out()).contains("log             0 records");
    }

    @Test
    void aBatchIsTriedRecordedAndUndone() {
        terminal.write(
                "furnace.jsonl",
                REGISTRATION
                        + """
                        {"type":"AgentRegistered","version":1,"agent":"kim","agentType":"Person","name":"Kim"}
                        {"type":"InstrumentRegistered","version":1,"instrument":"furnace-2","name":"Furnace 2"}
                        """
                        + SINTERING.replace(
                                "\"occurrence\":{",
                                "\"occurrence\":{\"instruments\":[\"furnace-2\"],"));
        var recorded = terminal.run("record", "furnace.jsonl");
        assertThat(recorded.exit()).as(recorded.err()).isZero();
        terminal.write(
                "rule.json",
                """
                {"select":{"instrument":"furnace-2","during":{"year":2025}},\
                "change":{"property":"lsp:sinteringTemperature","plus":{"value":-12,"unit":"°C"}},\
                "reason":"calibration","author":"kim","id":"0199a000-0000-7000-8000-00000000cafe"}
                """);
        var tried = terminal.run("correct", "--batch", "rule.json", "--dry-run");
        assertThat(tried.exit()).as(tried.err()).isZero();
        assertThat(tried.out()).contains("would correct", "850 °C becomes 838 °C", "1 sample");
        assertThat(terminal.run("history", "P7").out()).contains("850 °C");
        var done = terminal.run("correct", "--batch", "rule.json");
        assertThat(done.out()).contains("Corrected 1 value of 1 event", "header is record/0199a");
        assertThat(terminal.run("correct", "--json", "--batch", "rule.json").out())
                .contains("\"already known\"");
        assertThat(terminal.run("history", "P7").out()).contains("838 °C");
        assertThat(terminal.run("impact", "record/0199a000-0000-7000-8000-00000000cafe").out())
                .contains("1 sample");
        assertThat(terminal.run("impact", "instrument/furnace-2", "--to", "2024-12-31").out())
                .contains("Nothing rests on it");
        var undo = "0199a000-0000-7000-8000-00000000cafe";
        assertThat(terminal.run("correct", "--undo", undo).err()).contains("needs a reason");
        assertThat(terminal.run("correct", "--undo", undo, "--reason", "the other furnace").out())
                .contains("undone, by 2 retractions");
        assertThat(terminal.run("history", "P7").out()).contains("850 °C");
        assertThat(terminal.run("correct", "--undo", undo, "--reason", "twice").exit())
                .isEqualTo(1);
        assertThat(terminal.run("correct", "--batch", "none.json").err()).contains("none.json");
        var nothing = terminal.run("correct");
        assertThat(nothing.exit()).isEqualTo(2);
        assertThat(nothing.err()).contains("Neither a rule nor a header").doesNotContain("A fault");
        terminal.write("rule.json", "{\"select\":{}}");
        assertThat(terminal.run("correct", "--batch", "rule.json").err()).contains("/change");
    }

    @Test
    void eventsPrintsWhatRecordReads() {
        terminal.run("record", "life.jsonl");
        terminal.write("copy.jsonl", terminal.run("events").out());
        assertThat(terminal.run("record", "--data", "other", "copy.jsonl").out())
                .contains("Recorded 2 events");
        assertThat(terminal.run("events", "--data", "other").out())
                .isEqualTo(terminal.run("events").out());
    }

    @Test
    void whatHoldsConformsToTheShapes() {
        terminal.run("record", "life.jsonl");
        var said = terminal.run("check");
        assertThat(said.out()).contains("conforms");
        assertThat(said.exit()).isZero();
    }

    @Test
    void theLogVerifies() {
        terminal.run("record", "life.jsonl");
        assertThat(terminal.run("verify").exit()).isZero();
        assertThat(terminal.run("verify", "--json").out()).contains("\"entries\" : 2");
    }

    @Test
    void rebuildingLeavesTheSameAnswers() {
        terminal.run("record", "life.jsonl");
        var before = terminal.run("history", "P7").out();
        var rebuilt = terminal.run("rebuild");
        assertThat(rebuilt.exit()).isZero();
        assertThat(rebuilt.err()).contains("is built, up to position 2");
        assertThat(rebuilt.out()).contains("position 2, following");
        assertThat(terminal.run("history", "P7").out()).isEqualTo(before);
    }

    @Test
    void wrongUsageExitsWithTwo() {
        assertThat(terminal.run("histroy").exit()).isEqualTo(2);
        assertThat(terminal.run("inverse").exit()).isEqualTo(2);
    }
}
