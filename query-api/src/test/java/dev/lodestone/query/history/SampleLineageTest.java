package dev.lodestone.query.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.LabTime;
import dev.lodestone.events.SampleId;
import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.QueryLimits;
import dev.lodestone.query.history.Lineage.Direction;
import dev.lodestone.query.history.Lineage.Link;
import dev.lodestone.query.lab.FixtureLab;
import dev.lodestone.query.sparql.CountedReads;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// A lot of 3,368 aliquots, three of them destroyed, one of them split again and mixed with another
/// lot.
@TestInstance(Lifecycle.PER_CLASS)
class SampleLineageTest {
    private static final int ALIQUOTS = 3368;
    private static final EnumSet<Direction> DOWN = EnumSet.of(Direction.DOWN);
    private static final EnumSet<Direction> UP = EnumSet.of(Direction.UP);

    private FixtureLab lab;
    private CountedReads reads;
    private SampleLineage lineages;

    @BeforeAll
    void open(@TempDir Path directory) {
        lab = FixtureLab.empty(directory);
        var bench = lab.lab();
        var lot = bench.sample("lot");
        var other = bench.sample("other");
        bench.split(
                LabTime.order(1),
                lot,
                IntStream.rangeClosed(1, ALIQUOTS)
                        .mapToObj("a%04d"::formatted)
                        .toArray(String[]::new));
        bench.destroy(LabTime.order(2), sample(7), sample(8), sample(9));
        bench.split(LabTime.order(2), sample(1), "b1", "b2");
        bench.merge(LabTime.order(3), "mix", new SampleId("b1"), other);
        reads = new CountedReads(lab.reader());
        lineages = new SampleLineage(new GraphQueries(reads, QueryLimits.DEFAULT), FixtureLab.BASE);
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    void siblingsAreTakenTogetherAndTheEndedOnesCounted() {
        var lineage = lineages.of("lot", DOWN, 20);
        assertThat(lineage.groups())
                .extracting(group ->
                        "%d %d %ss of %s"
                                .formatted(
                                        group.depth(),
                                        group.samples(),
                                        group.noun(),
                                        group.ofLabel()))
                .containsExactly(
                        "1 3368 aliquots of lot", "2 2 aliquots of a0001", "3 1 blends of b1");
        assertThat(lineage.groups().getFirst().lifecycles())
                .containsEntry("Destroyed", 3L)
                .containsEntry("Active", 3365L);
        assertThat(lineage.text())
                .contains("3,368 aliquots of lot, 3 of them destroyed (a0001, a0002, a0003 …)")
                .contains("\n    b1, by ")
                .contains("\n      mix, by ");
        assertThat(lineage.text().lines()).hasSizeLessThan(12);
    }

    @Test
    void whatASampleWasMadeOfIsToldOneByOneWhereItIsLittle() {
        var lineage = lineages.of("mix", UP, 20);
        assertThat(lineage.links())
                .extracting(link -> link.depth() + " " + link.label())
                .containsExactly("1 b1", "1 other", "2 a0001", "3 lot");
        assertThat(lineage.text()).contains("Made from", "b1, by", "lot, by");
    }

    @Test
    void theWalkAndTheCannedQueriesAgree() {
        for (var word : List.of("lot", "a0001", "b1")) {
            assertThat(
                            lineages.page(word, DOWN, 1, Optional.empty(), 10_000).links().stream()
                                    .map(SampleLineageTest::told))
                    .containsExactlyInAnyOrderElementsOf(asked("sample-children", word));
        }
        assertThat(
                        lineages.page("mix", UP, 1, Optional.empty(), 10).links().stream()
                                .map(SampleLineageTest::told))
                .containsExactlyInAnyOrderElementsOf(asked("sample-parents", "mix"));
    }

    @Test
    void pagesJoinedAreTheWholeAndEndWithoutANext() {
        var whole = new ArrayList<Link>();
        assertThat(lineages.each("lot", DOWN, 20, whole::add)).isFalse();
        assertThat(whole).hasSize(ALIQUOTS + 3);
        assertThat(new HashSet<>(whole)).hasSameSizeAs(whole);
        var joined = new ArrayList<Link>();
        var next = Optional.<String>empty();
        do {
            var page = lineages.page("lot", DOWN, 20, next, 700);
            joined.addAll(page.links());
            next = page.next();
        } while (next.isPresent());
        assertThat(joined).isEqualTo(whole);
        assertThat(lineages.of("lot", DOWN, 20).links()).isEqualTo(whole.subList(0, 1000));
    }

    @Test
    void whatIsRecordedBetweenTwoPagesMovesNothing(@TempDir Path directory) {
        try (var growing = FixtureLab.empty(directory)) {
            var bench = growing.lab();
            var lot = bench.sample("lot");
            bench.split(LabTime.order(1), lot, "b", "d", "f");
            var first =
                    new SampleLineage(growing.queries(), FixtureLab.BASE)
                            .page("lot", DOWN, 20, Optional.empty(), 2);
            bench.split(LabTime.order(2), lot, "a", "e");
            var second =
                    new SampleLineage(growing.queries(), FixtureLab.BASE)
                            .page("lot", DOWN, 20, first.next(), 2);
            assertThat(first.links()).extracting(Link::label).containsExactly("b", "d");
            assertThat(second.links()).extracting(Link::label).containsExactly("e", "f");
        }
    }

    @Test
    void aLargeLotCostsAFewReadsForEachAliquot() {
        reads.reset();
        lineages.of("lot", DOWN, 20);
        // One for its children and a few to say what it is; the first page is told with labels.
        assertThat(reads.count()).isBetween((long) ALIQUOTS, 5L * ALIQUOTS + 5000);
    }

    @Test
    void aPageReadsNoFurtherThanItsLevel() {
        reads.reset();
        lineages.page("lot", DOWN, 20, Optional.empty(), 10);
        // Eleven links are looked at, ten are told; no aliquot is asked for its own aliquots.
        assertThat(reads.count()).isLessThan(200);
    }

    @Test
    void theDepthCutsAndSaysSo() {
        var cut = lineages.of("lot", DOWN, 1);
        assertThat(cut.cut()).isTrue();
        assertThat(cut.groups()).hasSize(1);
        assertThat(lineages.of("lot", DOWN, 3).cut()).isFalse();
        assertThat(lineages.each("lot", DOWN, 2, _ -> {})).isTrue();
    }

    @Test
    void aWithdrawnSplitIsNoLineage(@TempDir Path directory) {
        try (var other = FixtureLab.empty(directory)) {
            var bench = other.lab();
            var split = bench.split(LabTime.order(1), bench.sample("lot"), "a");
            bench.retract(split);
            var lineage =
                    new SampleLineage(other.queries(), FixtureLab.BASE)
                            .of("lot", EnumSet.allOf(Direction.class), 20);
            assertThat(lineage.links()).isEmpty();
            assertThat(lineage.text()).contains("No split or merge is known.");
        }
    }

    @Test
    void wrongPagesAreRefusedInWords() {
        assertThatThrownBy(() -> lineages.page("lot", DOWN, 20, Optional.of("?"), 10))
                .isInstanceOf(Incorrect.class)
                .hasMessageContaining("(?)")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> lineages.page("lot", DOWN, 20, Optional.empty(), 0))
                .isInstanceOf(Incorrect.class);
        for (var cursor : List.of("", "RE9XTg", "VVAgMSBh")) {
            assertThatThrownBy(() -> lineages.page("lot", DOWN, 20, Optional.of(cursor), 10))
                    .isInstanceOf(Incorrect.class);
        }
    }

    private List<String> asked(String query, String sample) {
        var about = new Parameter.Iri(FixtureLab.BASE + "/sample/" + sample);
        return lab.queries().ask(session -> session.rows(query, Map.of("sample", about))).stream()
                .map(row ->
                        "%s %s %s %s %s"
                                .formatted(
                                        row.get("other"),
                                        row.text("label").orElse(Samples.id(row.get("other"))),
                                        row.get("event"),
                                        row.get("position"),
                                        row.isTrue("orderAssumed")))
                .toList();
    }

    private static String told(Link link) {
        return "%s %s %s %s %s"
                .formatted(
                        link.other(),
                        link.label(),
                        link.event().orElse(""),
                        link.position().orElse(0L),
                        link.orderAssumed());
    }

    private static SampleId sample(int n) {
        return new SampleId("a%04d".formatted(n));
    }
}
