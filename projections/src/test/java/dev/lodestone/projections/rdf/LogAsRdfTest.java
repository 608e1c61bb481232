package dev.lodestone.projections.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.GraphContents;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.LogMeaning;
import dev.lodestone.testkit.Lab;
import dev.lodestone.testkit.LogGenerator;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real logs, with corrections and withdrawals, in the real vocabulary.
class LogAsRdfTest {
    @TempDir private Path data;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyBatchesGiveWhatTheLogMeans(long seed) {
        try (var lab = Lab.in(data.resolve("lab"), seed);
                var graph = Tdb2Graph.open(data, Iris.DEFAULT, _ -> {})) {
            new LogGenerator(lab, seed).generate(80);
            var meaning = new LogMeaning(lab.log(), Ontology.lodestone(), Iris.DEFAULT);
            var random = new SplittableRandom(seed);
            var at = LogPosition.START;
            while (lab.head().isAfter(at)) {
                long next = at.value() + random.nextInt(1, 30);
                var to = new LogPosition(Math.min(lab.head().value(), next));
                graph.apply(meaning.delta(at, to), new GraphBasis(to, meaning.fingerprint()));
                at = to;
            }
            var meant = GraphContents.of(meaning, lab.head());
            assertThat(meant.shelved()).isNotEmpty();
            GraphContents.of(graph).requireSameAs(meant);
            graph.rebuild(
                    sink -> meaning.whole(lab.head(), sink),
                    new GraphBasis(lab.head(), meaning.fingerprint()));
            GraphContents.of(graph).requireSameAs(meant);
            graph.compact();
            GraphContents.of(graph).requireSameAs(meant);
        }
    }
}
