package dev.lodestone.events.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lodestone.events.log.LogPosition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFileTest {
    private static final String GOOD =
            "{\"type\":\"SampleRegistered\",\"version\":1,\"samples\":[{\"sample\":\"%s\"}]}\n";
    private static final String UNKNOWN =
            "{\"type\":\"SampleStored\",\"version\":1,\"participants\":{\"samples\":[\"nobody\"]}}\n";

    @TempDir Path directory;
    @AutoClose private Lab lab;
    private RecordFile files;

    @BeforeEach
    void open() {
        lab = new Lab(directory.resolve("data"));
        files = new RecordFile(lab.intake);
    }

    private List<Receipt> record(String text) {
        return files.record(
                "events.jsonl", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private FileRefused refused(String text) {
        return catchThrowableOfType(FileRefused.class, () -> record(text));
    }

    @Test
    void aFileIsRecordedInItsOrder() throws IOException {
        var file = directory.resolve("first.jsonl");
        Files.writeString(file, Lab.first());
        var receipts = files.record(file);
        assertThat(receipts).hasSize((int) Lab.first().lines().count());
        assertThat(receipts).extracting(r -> r.position().value()).isSorted();
        assertThat(files.record(file)).allMatch(Receipt::alreadyKnown);
    }

    @Test
    void anEmptyFileRecordsNothing() {
        assertThat(record("")).isEmpty();
    }

    @Test
    void aFileWithOneBadLineIsNotRecordedAtAll() {
        var refused =
                refused(
                        GOOD.formatted("a")
                                + GOOD.formatted("b c")
                                + "\n"
                                + GOOD.formatted("d").replace("sample\"", "sampel\""));
        assertThat(refused.complaints())
                .extracting(FileRefused.Complaint::place)
                .containsExactly("events.jsonl:2", "events.jsonl:4");
        assertThat(refused.getMessage())
                .startsWith(
                        "[events.jsonl:2 /samples/0/sample] The sample (b c) is not an identity");
        assertThat(refused.conflict()).isFalse();
        assertThat(lab.log.head()).isEqualTo(LogPosition.START);
    }

    @Test
    void whatARuleRefusesIsToldByLineToo() {
        var refused = refused(GOOD.formatted("a") + "\n" + UNKNOWN + GOOD.formatted("b"));
        assertThat(refused.getMessage())
                .isEqualTo(
                        """
                        [events.jsonl:3 /participants/samples/0] The sample (nobody) is not known.
                        Maybe register it first, or earlier in the same batch.\
                        """);
        assertThat(lab.log.head()).isEqualTo(LogPosition.START);
    }

    @Test
    void aFileOfNothingButFaultsIsNotReadForEver() {
        assertThat(refused("[]\n".repeat(1) + "x\n".repeat(500)).complaints())
                .hasSizeLessThanOrEqualTo(100);
        assertThat(refused("x\n".repeat(500)).complaints()).hasSize(100);
    }

    @Test
    void aFileThatWasCutOffIsNotRecorded() {
        assertThat(refused(GOOD.formatted("a") + GOOD.formatted("b").substring(0, 30)).getMessage())
                .startsWith("[events.jsonl:2] The last line ends in the middle");
        assertThat(lab.log.head()).isEqualTo(LogPosition.START);
    }
}
