package dev.lodestone.query.sparql;

import java.io.OutputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/// Runs a query and writes its answer. Tables are written as their rows come; graphs are gathered
/// first, so that no statement is written twice.
final class AnswerWriter {
    private final SparqlFormat format;
    private final long mostRows;

    AnswerWriter(SparqlFormat format, long mostRows) {
        this.format = format;
        this.mostRows = mostRows;
    }

    /// How much was written.
    record Written(long rows, boolean cut) {}

    Written write(Query query, QueryExec execution, OutputStream out) {
        if (query.isAskType()) {
            writeBoolean(execution.ask(), out);
            return new Written(1, false);
        }
        if (query.isSelectType()) {
            return writeRows(execution.select(), out);
        }
        return writeGraph(query, execution, out);
    }

    private void writeBoolean(boolean answer, OutputStream out) {
        if (format == SparqlFormat.TABLE) {
            TextTable.write(answer, out);
        } else {
            var lang = tableLang();
            RowSetWriterRegistry.getFactory(lang).create(lang).write(out, answer, null);
        }
    }

    private Written writeRows(RowSet rows, OutputStream out) {
        var counted = new Counted(rows, mostRows);
        var limited = RowSetStream.create(rows.getResultVars(), counted);
        if (format == SparqlFormat.TABLE) {
            TextTable.write(limited, out, () -> counted.cut);
        } else {
            var lang = tableLang();
            RowSetWriterRegistry.getFactory(lang).create(lang).write(out, limited, null);
        }
        return new Written(counted.count, counted.cut);
    }

    private Written writeGraph(Query query, QueryExec execution, OutputStream out) {
        DatasetGraph gathered = DatasetGraphFactory.create();
        var count = 0L;
        var cut = false;
        var quads =
                query.isConstructType()
                        ? execution.constructQuads()
                        : quads(execution.describeTriples());
        while (quads.hasNext()) {
            var quad = quads.next();
            if (gathered.contains(quad)) {
                continue;
            }
            if (count == mostRows) {
                cut = true;
                break;
            }
            gathered.add(quad);
            count++;
        }
        writeGathered(query, gathered, out);
        return new Written(count, cut);
    }

    private void writeGathered(Query query, DatasetGraph gathered, OutputStream out) {
        query.getPrefixMapping()
                .getNsPrefixMap()
                .forEach((prefix, iri) -> {
                    gathered.prefixes().add(prefix, iri);
                    gathered.getDefaultGraph().getPrefixMapping().setNsPrefix(prefix, iri);
                });
        StatementText.write(gathered, format, out);
    }

    private Lang tableLang() {
        return switch (format) {
            case XML -> ResultSetLang.RS_XML;
            case CSV -> ResultSetLang.RS_CSV;
            case TSV -> ResultSetLang.RS_TSV;
            case JSON, TABLE, TURTLE, NTRIPLES, JSONLD, TRIG, NQUADS, RDFXML ->
                    ResultSetLang.RS_JSON;
        };
    }

    private static Iterator<Quad> quads(Iterator<org.apache.jena.graph.Triple> triples) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return triples.hasNext();
            }

            @Override
            public Quad next() {
                return Quad.create(Quad.defaultGraphIRI, triples.next());
            }
        };
    }

    /// Rows up to the limit, and whether there was another.
    private static final class Counted implements Iterator<Binding> {
        private final RowSet rows;
        private final long most;
        private long count;
        private boolean cut;

        Counted(RowSet rows, long most) {
            this.rows = rows;
            this.most = most;
        }

        @Override
        public boolean hasNext() {
            if (count < most) {
                return rows.hasNext();
            }
            cut = cut || rows.hasNext();
            return false;
        }

        @Override
        public Binding next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            count++;
            return rows.next();
        }
    }
}
