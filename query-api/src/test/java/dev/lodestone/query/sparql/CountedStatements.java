package dev.lodestone.query.sparql;

import dev.lodestone.query.Basis;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;

/// A copy of a graph that counts the statements that queries read.
public final class CountedStatements implements GraphReader {
    private final Counted graph;
    private final Basis basis;
    private final AtomicLong count = new AtomicLong();

    public CountedStatements(GraphReader reader) {
        var copy = DatasetGraphFactory.createGeneral();
        this.basis =
                reader.read((read, at) -> {
                    read.find().forEachRemaining(copy::add);
                    return at;
                });
        this.graph = new Counted(copy);
    }

    /// How many statements were read since the last [#reset()].
    public long count() {
        return count.get();
    }

    /// Begins to count anew.
    public void reset() {
        count.set(0);
    }

    @Override
    public <T> T read(Reading<T> reading) {
        return reading.of(graph, basis);
    }

    private final class Counted extends DatasetGraphWrapper implements DatasetGraphWrapperView {
        Counted(DatasetGraph graph) {
            super(graph);
        }

        @Override
        public Graph getDefaultGraph() {
            return GraphView.createDefaultGraph(this);
        }

        @Override
        public Graph getGraph(Node name) {
            return GraphView.createNamedGraph(this, name);
        }

        @Override
        public Iterator<Quad> find(Quad quad) {
            return counted(super.find(quad));
        }

        @Override
        public Iterator<Quad> find(Node graph, Node subject, Node predicate, Node object) {
            return counted(super.find(graph, subject, predicate, object));
        }

        @Override
        public Iterator<Quad> findNG(Node graph, Node subject, Node predicate, Node object) {
            return counted(super.findNG(graph, subject, predicate, object));
        }

        private Iterator<Quad> counted(Iterator<Quad> found) {
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return found.hasNext();
                }

                @Override
                public Quad next() {
                    count.incrementAndGet();
                    return found.next();
                }
            };
        }
    }
}
