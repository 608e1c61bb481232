package dev.lodestone.importers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.Draft;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.RecordEvent.Annotated;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.intake.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shortcut of a first import is taken only where it cannot be seen in the log.
class FirstImportTest {
    @TempDir private Path directory;
    @AutoClose private TestLog log;

    @BeforeEach
    void open() {
        log = new TestLog(directory.resolve("data"));
    }

    private FirstImport first() {
        return new FirstImport(log.log(), new KeyStates(log.log(), LinesImporter.SOURCE));
    }

    private Path file(List<String> lines) throws IOException {
        return Files.write(directory.resolve("lines.txt"), lines);
    }

    private static Draft remark(int number) {
        return Draft.of(
                new RecordId(new UUID(0x7000L, 0x8000000000000000L + number)),
                new Annotated(
                        Occurrence.UNKNOWN, List.of(), List.of(), "remark " + number, List.of()));
    }

    private List<Receipt> record(int... numbers) {
        return record(log, numbers);
    }

    private static List<Receipt> record(TestLog log, int... numbers) {
        return log.intake()
                .record(IntStream.of(numbers).mapToObj(FirstImportTest::remark).toList());
    }

    @Test
    void theFirstImportIntoAnEmptyLogIsOne() {
        assertThat(first().holds()).isTrue();
    }

    @Test
    void whatIsNotOfTheSourceDoesNotMatter() {
        record(1, 2);
        assertThat(first().holds()).isTrue();
    }

    @Test
    void anImportOfWhatTheLogHasSomethingOfIsNone() throws IOException {
        log.run(new LinesImporter(), file(List.of("a=A")));
        assertThat(first().holds()).isFalse();
    }

    @Test
    void whatWasWithdrawnWasThere() throws IOException {
        var run = log.run(new LinesImporter(), file(List.of("a=A"))).run().orElseThrow();
        log.undo(run);
        assertThat(first().holds()).isFalse();
    }

    @Test
    void itGoesOnWhileTheRunAloneWrites() {
        var first = first();
        first.wrote(record(1, 2));
        assertThat(first.holds()).isTrue();
        first.wrote(record(3));
        assertThat(first.holds()).isTrue();
    }

    @Test
    void itEndsForGoodWhenSomebodyElseWrites() {
        var first = first();
        first.wrote(record(1));
        record(2);
        assertThat(first.holds()).isFalse();
        first.wrote(record(3));
        assertThat(first.holds()).isFalse();
    }

    @Test
    void itEndsWhenSomebodyElseWroteJustBeforeTheRun() {
        var first = first();
        record(1);
        first.wrote(record(2));
        assertThat(first.holds()).isFalse();
    }

    @Test
    void itEndsWhenWhatTheRunWritesWasThere() {
        record(1);
        var first = first();
        first.wrote(record(1, 2));
        assertThat(first.holds()).isFalse();
    }

    /// The same file twice into logs of their own. In one of them somebody else writes after the
    /// first batch, so that from there on every key is looked for.
    @Test
    void theLogIsTheSameAsWithoutTheShortcut() throws IOException {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 900; i++) {
            lines.add("s%d=N%d: x y x".formatted(i, i % 7));
        }
        lines.add("s3=N3: x y x");
        lines.add("s4=other");
        lines.add("no name");
        var file = file(lines);
        var alone = log.run(new LinesImporter(), file);
        try (var other = new TestLog(directory.resolve("other"))) {
            var held = new ArrayList<Boolean>();
            var disturbed =
                    new ImportRun(other.log(), other.intake(), other.files())
                            .run(
                                    new LinesImporter(),
                                    new SourceLocation.OnDisk(file),
                                    ImportContext.of(ImportOptions.DEFAULT),
                                    (_, _) -> {
                                        if (held.isEmpty()) {
                                            record(other, 1);
                                        }
                                        held.add(true);
                                    });
            assertThat(held).as("batches").hasSizeGreaterThan(2);
            assertThat(disturbed).isEqualTo(alone);
            assertThat(drafts(other)).isEqualTo(drafts(log));
        }
        assertThat(alone.entries().read()).isEqualTo(903);
        assertThat(alone.entries().alreadyKnown()).isEqualTo(1);
        assertThat(alone.refused()).hasSize(2);
    }

    private static List<Draft> drafts(TestLog log) {
        return log.all().stream()
                .map(recorded -> recorded.draft())
                .filter(draft -> !draft.record().equals(remark(1).record()))
                .toList();
    }
}
