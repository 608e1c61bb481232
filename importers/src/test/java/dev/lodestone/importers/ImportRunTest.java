package dev.lodestone.importers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.Because;
import dev.lodestone.events.Draft;
import dev.lodestone.events.EventId;
import dev.lodestone.events.RecordEvent.Annotated;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordEvent.RecordRetracted;
import dev.lodestone.events.RecordEvent.SourceImported;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.SourceRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportRunTest {
    @TempDir private Path directory;
    @AutoClose private TestLog log;

    @BeforeEach
    void open() {
        log = new TestLog(directory.resolve("data"));
    }

    private ImportReport run(String... lines) {
        return run(new LinesImporter(), ImportOptions.DEFAULT, lines);
    }

    private ImportReport run(LinesImporter importer, ImportOptions options, String... lines) {
        try {
            var file = Files.write(directory.resolve("lines.txt"), List.of(lines));
            return log.run(importer, file, options);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// The names that hold, in the order of the log.
    private List<String> names() {
        return log.stated(SampleRegistered.class).stream()
                .flatMap(e -> e.samples().stream())
                .flatMap(s -> s.names().stream())
                .map(ScopedName::name)
                .toList();
    }

    private List<String> remarks() {
        return log.stated(Annotated.class).stream().map(Annotated::text).sorted().toList();
    }

    private List<RecordedEvent> recordsOf(String key) {
        return log.all().stream()
                .filter(r ->
                        r.draft().source().flatMap(SourceRef::key).filter(key::equals).isPresent())
                .toList();
    }

    @Test
    void equalContentIsKnownAndNotEvenTheRunIsWritten() {
        run("a=A", "b=B");
        long head = log.head();
        var again = run("a=A", "b=B");
        assertThat(log.head()).isEqualTo(head);
        assertThat(again.entries().alreadyKnown()).isEqualTo(2);
        assertThat(again.run()).isEmpty();
    }

    @Test
    void contentThatGoesForthAndBackIsThreeRecordsOfOneEvent() {
        run("a=A");
        run("a=B");
        var third = run("a=A");
        assertThat(third.records().corrected()).isEqualTo(1);
        assertThat(names()).containsExactly("A");
        var records = recordsOf("a#registration");
        assertThat(records).hasSize(3);
        assertThat(records).extracting(RecordedEvent::record).doesNotHaveDuplicates();
        assertThat(records)
                .extracting(RecordedEvent::event)
                .containsOnly(records.getFirst().event());
        assertThat(records.getLast().draft().body())
                .isInstanceOfSatisfying(
                        RecordCorrected.class,
                        c -> {
                            assertThat(c.because()).isEqualTo(Because.UPSTREAM_REVISION);
                            assertThat(c.supersedes()).containsExactly(records.get(1).record());
                        });
        long head = log.head();
        run("a=A");
        assertThat(log.head()).isEqualTo(head);
    }

    @Test
    void idsAreTheSameInEveryLog() {
        run("a=A");
        run("a=B");
        var here = recordsOf("a#registration").stream().map(RecordedEvent::record).toList();
        log.close();
        log = new TestLog(directory.resolve("other"));
        run("a=A");
        run("a=B");
        assertThat(recordsOf("a#registration").stream().map(RecordedEvent::record).toList())
                .isEqualTo(here);
        assertThat(here.getFirst())
                .isEqualTo(new ItemKey(LinesImporter.SOURCE, "a", "registration").firstRecord());
    }

    @Test
    void anUndoneImportCanBeImportedAgain() {
        var run = run("a=A: x", "b=B").run().orElseThrow();
        var undone = log.undo(run);
        assertThat(undone.retracted()).isEqualTo(4);
        assertThat(undone.retractions()).isEqualTo(1);
        assertThat(names()).isEmpty();
        assertThat(log.stated(SourceImported.class)).isEmpty();
        assertThat(log.undo(run).retractions()).isZero();

        var again = run("a=A: x", "b=B");
        assertThat(again.records().fresh()).isEqualTo(3);
        assertThat(again.run().orElseThrow()).isNotEqualTo(run);
        assertThat(names()).containsExactly("A", "B");
        var records = recordsOf("a#registration");
        assertThat(records).hasSize(2);
        assertThat(records.get(1).event()).isEqualTo(records.get(0).event());
        assertThat(records.get(1).record()).isNotEqualTo(records.get(0).record());
    }

    @Test
    void anUndoneCorrectionComesAgainUnderAnotherId() {
        run("a=A");
        var second = run("a=B").run().orElseThrow();
        log.undo(second);
        assertThat(names()).containsExactly("A");
        run("a=B");
        assertThat(names()).containsExactly("B");
        assertThat(recordsOf("a#registration")).hasSize(3);
    }

    @Test
    void undoingARunBringsBackWhatItWithdrew() {
        run("a=A", "b=B");
        run("a=C", "b=B");
        var third = run("b=B").run().orElseThrow();
        assertThat(names()).containsExactly("B");
        log.undo(third);
        assertThat(names()).containsExactlyInAnyOrder("C", "B");
    }

    @Test
    void aLargeImportIsUndoneInOneAppendOfRetractionsOfAThousandEach() {
        var lines =
                java.util.stream.IntStream.range(0, 2_500)
                        .mapToObj(i -> "s" + i + "=n" + i)
                        .toArray(String[]::new);
        var run = run(lines).run().orElseThrow();
        var undone = log.undo(run);
        assertThat(undone.retracted()).isEqualTo(2_501);
        assertThat(undone.retractions()).isEqualTo(3);
        assertThat(names()).isEmpty();
    }

    @Test
    void insertingIntoAListLeavesItsOtherItemsAlone() {
        run("a=A: x y z");
        var report = run("a=A: x new y z");
        assertThat(report.records().fresh()).isEqualTo(1);
        assertThat(report.records().corrected() + report.records().retracted()).isZero();
        var twice = run("a=A: x new y y z");
        assertThat(twice.records().fresh()).isEqualTo(1);
        assertThat(twice.records().corrected() + twice.records().retracted()).isZero();
    }

    @Test
    void whatVanishedIsRetractedAndComesBackUnderItsEvent() {
        run("a=A", "b=B");
        var without = run("a=A");
        assertThat(without.records().retracted()).isEqualTo(1);
        assertThat(names()).containsExactly("A");
        assertThat(log.stated(RecordRetracted.class))
                .singleElement()
                .satisfies(r -> assertThat(r.because()).isEqualTo(Because.UPSTREAM_REVISION));
        var back = run("a=A", "b=B");
        assertThat(back.records().fresh()).isEqualTo(1);
        assertThat(names()).containsExactly("A", "B");
        assertThat(recordsOf("b#registration"))
                .extracting(RecordedEvent::event)
                .containsOnly(new ItemKey(LinesImporter.SOURCE, "b", "registration").event());
    }

    @Test
    void whatVanishedAfterACorrectionIsNotRevivedByItsRetraction() {
        run("a=A", "b=B1");
        run("a=A", "b=B2");
        run("a=A");
        assertThat(names()).containsExactly("A");
        run("a=A", "b=B1");
        assertThat(names()).containsExactly("A", "B1");
    }

    @Test
    void nothingVanishesWhenOnlyAPartWasSeen() {
        run("a=A", "b=B");
        run(new LinesImporter(), ImportOptions.DEFAULT.withPart(), "a=A2");
        run(new LinesImporter(1, false), ImportOptions.DEFAULT, "a=A3");
        assertThat(names()).containsExactlyInAnyOrder("A3", "B");
    }

    @Test
    void nothingVanishesWhenAnEntryWasRefused() {
        run("a=A", "b=B");
        var report = run("a=A2", "broken");
        assertThat(report.records().retracted()).isZero();
        assertThat(names()).containsExactlyInAnyOrder("A2", "B");
        assertThat(report.findings()).singleElement().asString().contains("1 records are kept");
    }

    @Test
    void oneEntryRefusedAtTheDoorDoesNotHoldTheOthersUp() {
        var report = run("a=A", "b=form-Powdr", "c=C", "no name", "d=D");
        assertThat(report.entries()).isEqualTo(new ImportReport.Entries(5, 3, 0, 2));
        assertThat(names()).containsExactly("A", "C", "D");
        assertThat(report.refused()).hasSize(2);
        assertThat(report.text()).contains("The term (lsk:Powdr) is not").contains("Maybe one of");
    }

    @Test
    void twoEntriesThatContradictEachOtherAreNotACorrection() {
        var report = run("a=A", "a=B");
        assertThat(report.entries()).isEqualTo(new ImportReport.Entries(2, 1, 0, 1));
        assertThat(report.refused().getFirst().problem()).contains("a#registration");
        assertThat(names()).containsExactly("A");
    }

    @Test
    void aBetterMappingOfTheSameFileIsAppliedOnlyWhenAsked() {
        run("a=A: x y");
        long head = log.head();
        var quiet = run(new LinesImporter(2, true), ImportOptions.DEFAULT, "a=A: x y");
        assertThat(log.head()).isEqualTo(head);
        assertThat(quiet.findings())
                .singleElement()
                .asString()
                .contains("Maybe import with --remap");
        var remapped =
                run(new LinesImporter(2, true), ImportOptions.DEFAULT.withRemap(), "a=A: x y");
        assertThat(remapped.records().corrected()).isEqualTo(2);
        assertThat(remarks()).containsExactly("X", "Y");
        long then = log.head();
        run(new LinesImporter(2, true), ImportOptions.DEFAULT.withRemap(), "a=A: x y");
        assertThat(log.head()).isEqualTo(then);
    }

    @Test
    void remappingSupersedesManyByMany() {
        run("a=A: x y");
        var remapped =
                run(new LinesImporter(3, true), ImportOptions.DEFAULT.withRemap(), "a=A: x y");
        assertThat(remarks()).containsExactly("X", "Y");
        assertThat(remapped.records().corrected()).isEqualTo(1);
        assertThat(remapped.records().fresh()).isEqualTo(1);
        assertThat(remapped.records().retracted()).isZero();
        long head = log.head();
        run(new LinesImporter(3, true), ImportOptions.DEFAULT, "a=A: x y");
        assertThat(log.head()).isEqualTo(head);
    }

    @Test
    void aCorrectionByHandStandsUntilTheSourceChanges() {
        run("a=A");
        var first = recordsOf("a#registration").getFirst();
        var byHand =
                new RecordCorrected(
                        dev.lodestone.events.Occurrence.UNKNOWN,
                        List.of(first.record()),
                        Because.ERROR,
                        java.util.Optional.empty(),
                        new SampleRegistered(
                                dev.lodestone.events.Occurrence.UNKNOWN,
                                List.of(
                                        dev.lodestone.events.SampleDescription.of(
                                                ItemKey.sample(LinesImporter.SOURCE, "a"),
                                                dev.lodestone.ontology.Term.of("lsk:Powder"),
                                                new ScopedName("lab", "right")))));
        log.intake().record(List.of(Draft.of(new RecordId(new UUID(1, 2)), byHand)));
        long head = log.head();
        run("a=A");
        assertThat(log.head()).isEqualTo(head);
        assertThat(names()).containsExactly("right");
        var report = run("a=A2");
        assertThat(names()).containsExactly("A2");
        assertThat(report.findings()).singleElement().asString().contains("made by hand");
        assertThat(recordsOf("a#registration").getLast().event())
                .isEqualTo(new EventId(first.record().value()));
    }

    @Test
    void aDryRunWritesNothing() {
        var report = run(new LinesImporter(), ImportOptions.DEFAULT.withDryRun(), "a=A", "b=B");
        assertThat(log.head()).isZero();
        assertThat(report.records().fresh()).isEqualTo(2);
        run("a=A", "b=B");
        long head = log.head();
        var gone = run(new LinesImporter(), ImportOptions.DEFAULT.withDryRun(), "a=C");
        assertThat(gone.records().corrected()).isEqualTo(1);
        assertThat(gone.records().retracted()).isEqualTo(1);
        assertThat(log.head()).isEqualTo(head);
    }

    @Test
    void anUnknownSettingIsRefused() {
        assertThatThrownBy(() ->
                        run(
                                new LinesImporter(),
                                ImportOptions.DEFAULT.with("colour", "blue"),
                                "a=A"))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("There is no setting (colour)");
    }

    @Test
    void undoingWhatIsNoRunSaysSo() {
        assertThatThrownBy(() -> log.undo(new RecordId(new UUID(7, 7))))
                .hasMessageContaining("No record is of the import run");
    }
}
