package dev.lodestone.query.sparql;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;

/// Counts how often single statements are looked up in a graph. Queries read past it.
public final class CountedReads implements GraphReader {
    private final GraphReader reader;
    private final AtomicLong count = new AtomicLong();

    public CountedReads(GraphReader reader) {
        this.reader = reader;
    }

    /// How many look-ups there were since the last [#reset()].
    public long count() {
        return count.get();
    }

    /// Begins to count anew.
    public void reset() {
        count.set(0);
    }

    @Override
    public <T> T read(Reading<T> reading) {
        return reader.read((graph, basis) -> reading.of(new Counted(graph), basis));
    }

    private final class Counted extends DatasetGraphWrapper {
        Counted(DatasetGraph graph) {
            super(graph);
        }

        @Override
        public Iterator<Quad> find(Node graph, Node subject, Node predicate, Node object) {
            count.incrementAndGet();
            return super.find(graph, subject, predicate, object);
        }

        @Override
        public boolean contains(Node graph, Node subject, Node predicate, Node object) {
            count.incrementAndGet();
            return super.contains(graph, subject, predicate, object);
        }
    }
}
