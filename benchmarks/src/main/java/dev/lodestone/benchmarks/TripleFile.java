package dev.lodestone.benchmarks;

import dev.lodestone.events.RecordId;
import dev.lodestone.projections.rdf.RdfSpelling;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.Statement;
import dev.lodestone.projections.translate.StatementSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;

/// Writes statements as N-Quads, which are N-Triples as long as nothing is shelved.
final class TripleFile implements StatementSink, AutoCloseable {
    private final BufferedOutputStream out;
    private final StreamRDF stream;
    private long count;

    TripleFile(Path file) {
        try {
            this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.stream = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
        stream.start();
    }

    @Override
    public void statement(Statement statement) {
        stream.triple(RdfSpelling.triple(statement));
        count++;
    }

    @Override
    public void shelved(RecordId record, Statement statement) {
        stream.quad(
                Quad.create(
                        NodeFactory.createURI(Iris.DEFAULT.of(record)),
                        RdfSpelling.triple(statement)));
        count++;
    }

    /// How many statements were written.
    long count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        stream.finish();
        out.close();
    }
}
