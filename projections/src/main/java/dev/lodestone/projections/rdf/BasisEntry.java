package dev.lodestone.projections.rdf;

import dev.lodestone.events.log.LogPosition;
import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.GraphDamaged;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.sys.TDBInternal;

/// How far a database is, written in the transaction that writes the data.
///
/// It stands in the table of prefixes, under the name of a graph that does not exist. That table
/// takes part in TDB2's transactions like every index, and holds no quads: so no form of query,
/// `GRAPH ?g`, `FROM`, the union graph and property paths included, has a way to it, and nothing
/// needs filtering.
final class BasisEntry {
    private static final Node OWNER = NodeFactory.createURI("urn:lodestone:projection");
    private static final String NAME = "basis";
    private static final String SCHEME = "urn:lodestone:basis:";

    private BasisEntry() {}

    /// Within a transaction.
    static GraphBasis read(DatasetGraph dataset) {
        String text = TDBInternal.requireStorage(dataset).getStoragePrefixes().get(OWNER, NAME);
        if (text == null) {
            return GraphBasis.EMPTY;
        }
        int colon = text.indexOf(':', SCHEME.length());
        try {
            return new GraphBasis(
                    new LogPosition(Long.parseLong(text.substring(SCHEME.length(), colon))),
                    text.substring(colon + 1));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new GraphDamaged("The position of the RDF graph reads (%s).".formatted(text), e);
        }
    }

    /// Within a write transaction.
    static void write(DatasetGraph dataset, GraphBasis basis) {
        TDBInternal.requireStorage(dataset)
                .getStoragePrefixes()
                .add(OWNER, NAME, SCHEME + basis.position() + ":" + basis.fingerprint());
    }
}
