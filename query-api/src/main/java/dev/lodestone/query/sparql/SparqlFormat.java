package dev.lodestone.query.sparql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The forms an answer can take.
public enum SparqlFormat {
    /// SPARQL 1.1 results as JSON.
    JSON(
            Shape.TABLE,
            "json",
            "application/sparql-results+json",
            "application/json",
            "application/x-sparqlstar-results+json",
            "text/javascript"),
    /// SPARQL results as XML.
    XML(Shape.TABLE, "xml", "application/sparql-results+xml", "application/xml", "text/xml"),
    /// Comma-separated values.
    CSV(Shape.TABLE, "csv", "text/csv"),
    /// Tab-separated values, terms in Turtle's spelling.
    TSV(Shape.TABLE, "tsv", "text/tab-separated-values"),
    /// A table for people.
    TABLE(Shape.TABLE, "table", "text/plain"),
    /// Turtle.
    TURTLE(Shape.GRAPH, "ttl", "text/turtle", "application/turtle", "application/x-turtle"),
    /// N-Triples.
    NTRIPLES(Shape.GRAPH, "nt", "application/n-triples", "text/plain"),
    /// JSON-LD 1.1.
    JSONLD(Shape.GRAPH, "jsonld", "application/ld+json", "application/json"),
    /// TriG.
    TRIG(Shape.GRAPH, "trig", "application/trig"),
    /// N-Quads.
    NQUADS(Shape.GRAPH, "nq", "application/n-quads"),
    /// RDF/XML.
    RDFXML(Shape.GRAPH, "rdfxml", "application/rdf+xml", "application/xml", "text/xml");

    private final Shape shape;
    private final String name;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> mediaTypes;

    SparqlFormat(Shape shape, String name, String... mediaTypes) {
        this.shape = shape;
        this.name = name;
        this.mediaTypes = List.of(mediaTypes);
    }

    /// Whether an answer is a table (SELECT, ASK) or a graph (CONSTRUCT, DESCRIBE).
    public enum Shape {
        /// Rows, or yes and no.
        TABLE,
        /// Statements.
        GRAPH
    }

    /// The form nobody need ask for.
    public static SparqlFormat usual(Shape shape) {
        return shape == Shape.TABLE ? JSON : TURTLE;
    }

    /// The forms for a shape, the usual one first.
    public static List<SparqlFormat> of(Shape shape) {
        return Arrays.stream(values()).filter(format -> format.shape == shape).toList();
    }

    /// The form of that shape with a short name (`csv`, `ttl`, `turtle`) or a media type.
    public static Optional<SparqlFormat> find(Shape shape, String nameOrMediaType) {
        var wanted = nameOrMediaType.toLowerCase(Locale.ROOT).strip();
        return of(shape).stream()
                .filter(format ->
                        format.name.equals(wanted)
                                || format.mediaTypes.contains(wanted)
                                || format.alias().equals(wanted))
                .findFirst();
    }

    /// Whether answers of that shape can be written so.
    public boolean fits(Shape other) {
        return shape == other;
    }

    /// The short name: `json`, `ttl`.
    public String shortName() {
        return name;
    }

    /// Media types that ask for it; the first is the one it is sent with.
    public List<String> mediaTypes() {
        return mediaTypes;
    }

    /// What an answer is sent with.
    public String contentType() {
        return mediaTypes.getFirst() + (isText() ? "; charset=utf-8" : "");
    }

    private boolean isText() {
        return mediaTypes.getFirst().startsWith("text/");
    }

    private String alias() {
        return switch (this) {
            case TURTLE -> "turtle";
            case NTRIPLES -> "n-triples";
            case JSONLD -> "json-ld";
            case NQUADS -> "n-quads";
            case RDFXML -> "rdf+xml";
            case TABLE -> "text";
            case JSON, XML, CSV, TSV, TRIG -> name;
        };
    }
}
