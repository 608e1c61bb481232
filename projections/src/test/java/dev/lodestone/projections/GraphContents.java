package dev.lodestone.projections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.RecordId;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.projections.rdf.RdfSpelling;
import dev.lodestone.projections.translate.Meaning;
import dev.lodestone.projections.translate.Statement;
import dev.lodestone.projections.translate.StatementSink;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Everything a graph says, for comparing.
public record GraphContents(Set<Statement> live, Map<RecordId, Set<Statement>> shelved) {
    public static GraphContents of(KeptGraph graph) {
        var collected = new Collected();
        graph.contents(collected);
        return new GraphContents(collected.live, collected.shelved);
    }

    public static GraphContents of(Meaning meaning, LogPosition upTo) {
        var collected = new Collected();
        meaning.whole(upTo, collected);
        return new GraphContents(collected.live, collected.shelved);
    }

    /// Fails with the statements that one of them has and the other has not.
    public void requireSameAs(GraphContents expected) {
        var missing = new HashSet<>(expected.live);
        missing.removeAll(live);
        var tooMany = new HashSet<>(live);
        tooMany.removeAll(expected.live);
        assertThat(missing).as("statements that the graph lacks").isEmpty();
        assertThat(tooMany).as("statements that the graph should not have").isEmpty();
        assertThat(shelved.keySet()).isEqualTo(expected.shelved.keySet());
        shelved.forEach((record, said) ->
                assertThat(said).containsExactlyInAnyOrderElementsOf(expected.shelved.get(record)));
    }

    private static final class Collected implements StatementSink {
        private final Set<Statement> live = new HashSet<>();
        private final Map<RecordId, Set<Statement>> shelved = new HashMap<>();

        @Override
        public void statement(Statement statement) {
            live.add(RdfSpelling.canonical(statement));
        }

        @Override
        public void shelved(RecordId record, Statement statement) {
            shelved.computeIfAbsent(record, _ -> new HashSet<>())
                    .add(RdfSpelling.canonical(statement));
        }
    }
}
