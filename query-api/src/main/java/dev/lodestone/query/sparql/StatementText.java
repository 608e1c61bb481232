package dev.lodestone.query.sparql;

import dev.lodestone.ontology.Namespaces;
import dev.lodestone.projections.rdf.RdfSpelling;
import dev.lodestone.projections.translate.Statement;
import java.io.OutputStream;
import java.util.Collection;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/// Writes statements in a graph format.
public final class StatementText {
    private StatementText() {}

    /// Writes the statements of one record.
    ///
    /// @param name the IRI of the named graph they are in, for the formats that have graphs
    public static void write(
            Collection<Statement> statements, String name, SparqlFormat format, OutputStream out) {
        var dataset = DatasetGraphFactory.create();
        var named = format == SparqlFormat.TRIG || format == SparqlFormat.NQUADS;
        var graph =
                named ? dataset.getGraph(NodeFactory.createURI(name)) : dataset.getDefaultGraph();
        statements.forEach(statement -> graph.add(RdfSpelling.triple(statement)));
        Namespaces.prefixes()
                .forEach((prefix, iri) -> {
                    dataset.prefixes().add(prefix, iri);
                    dataset.getDefaultGraph().getPrefixMapping().setNsPrefix(prefix, iri);
                });
        write(dataset, format, out);
    }

    /// Writes Turtle in another format. Relative IRIs stay relative to the store's root.
    public static void convert(String turtle, SparqlFormat format, OutputStream out) {
        var dataset = DatasetGraphFactory.create();
        RDFParser.fromString(turtle, Lang.TURTLE).base("http://localhost/").parse(dataset);
        write(dataset, format, out);
    }

    static void write(DatasetGraph dataset, SparqlFormat format, OutputStream out) {
        if (format == SparqlFormat.TRIG || format == SparqlFormat.NQUADS) {
            RDFWriter.source(dataset)
                    .lang(format == SparqlFormat.TRIG ? Lang.TRIG : Lang.NQUADS)
                    .output(out);
            return;
        }
        RDFWriter.source(dataset.getDefaultGraph()).format(graphFormat(format)).output(out);
    }

    private static RDFFormat graphFormat(SparqlFormat format) {
        return switch (format) {
            case NTRIPLES -> RDFFormat.NTRIPLES_UTF8;
            case JSONLD -> RDFFormat.JSONLD;
            case RDFXML -> RDFFormat.RDFXML_PLAIN;
            case TURTLE, TRIG, NQUADS, JSON, XML, CSV, TSV, TABLE -> RDFFormat.TURTLE_PRETTY;
        };
    }
}
