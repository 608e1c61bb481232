package dev.lodestone.query.sparql;

import dev.lodestone.query.Basis;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;

/// A graph in memory, from TriG, for tests.
public final class MemoryGraph implements GraphReader {
    private final DatasetGraph graph = DatabaseMgr.createDatasetGraph();
    private final Basis basis;

    private MemoryGraph(Basis basis) {
        this.basis = basis;
    }

    /// Reads TriG; the store's prefixes and `s:`, `e:`, `r:` … need not be declared.
    public static MemoryGraph of(long position, String trig) {
        var made = new MemoryGraph(Basis.at(position));
        made.graph.begin(ReadWrite.WRITE);
        var prefixes = new StringBuilder();
        QueryText.prefixes()
                .getNsPrefixMap()
                .forEach((p, iri) -> prefixes.append("@prefix %s: <%s> .%n".formatted(p, iri)));
        for (var folder :
                java.util.List.of("sample", "event", "record", "state", "datum", "agent")) {
            prefixes.append(
                    "@prefix %s: <https://lodestone.local/id/%s/> .%n".formatted(folder, folder));
        }
        RDFParser.fromString(prefixes + trig, Lang.TRIG).parse(made.graph);
        made.graph.commit();
        made.graph.end();
        return made;
    }

    @Override
    public <T> T read(Reading<T> reading) {
        graph.begin(ReadWrite.READ);
        try {
            return reading.of(graph, basis);
        } finally {
            graph.end();
        }
    }
}
