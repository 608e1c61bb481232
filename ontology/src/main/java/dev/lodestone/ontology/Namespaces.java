package dev.lodestone.ontology;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// The namespaces in use, and the way between a full IRI and its short form ("lsp:sinteringTime").
/// Each base is written here and nowhere else.
public final class Namespaces {
    /// Lodestone's own classes and properties.
    public static final String LS = "https://w3id.org/lodestone/ns#";

    /// Quantities and qualities that can be stated of a sample.
    public static final String LSP = "https://w3id.org/lodestone/property/";

    /// Kinds: techniques, forms, outcomes and the other lists.
    public static final String LSK = "https://w3id.org/lodestone/kind/";

    /// Units that QUDT lacks.
    public static final String LSU = "https://w3id.org/lodestone/unit/";

    /// Functions that SPARQL queries may call.
    public static final String LSF = "https://w3id.org/lodestone/function/";

    /// Rows of the relation table.
    public static final String LSR = "https://w3id.org/lodestone/relation/";

    /// Names of SHACL shapes.
    public static final String LSH = "https://w3id.org/lodestone/shape/";

    /// Units of QUDT.
    public static final String UNIT = "http://qudt.org/vocab/unit/";

    /// The schema of QUDT.
    public static final String QUDT = "http://qudt.org/schema/qudt/";

    /// The dimension vectors of QUDT.
    public static final String QKDV = "http://qudt.org/vocab/dimensionvector/";

    /// W3C PROV-O.
    public static final String PROV = "http://www.w3.org/ns/prov#";

    /// W3C/OGC SOSA.
    public static final String SOSA = "http://www.w3.org/ns/sosa/";

    /// RDF.
    public static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    /// RDF Schema.
    public static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";

    /// OWL, for declarations only.
    public static final String OWL = "http://www.w3.org/2002/07/owl#";

    /// XML Schema datatypes.
    public static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    /// SKOS.
    public static final String SKOS = "http://www.w3.org/2004/02/skos/core#";

    /// Dublin Core terms.
    public static final String DCTERMS = "http://purl.org/dc/terms/";

    /// DCAT 3.
    public static final String DCAT = "http://www.w3.org/ns/dcat#";

    /// ODRL 2.2.
    public static final String ODRL = "http://www.w3.org/ns/odrl/2/";

    /// schema.org.
    public static final String SCHEMA = "http://schema.org/";

    /// SHACL.
    public static final String SH = "http://www.w3.org/ns/shacl#";

    /// Vocabulary status.
    public static final String VS = "http://www.w3.org/2003/06/sw-vocab-status/ns#";

    private static final Map<String, String> PREFIXES = prefixTable();
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?");

    private Namespaces() {}

    /// Prefix to namespace, in a fixed order; what the SPARQL endpoint knows without being told.
    public static Map<String, String> prefixes() {
        return PREFIXES;
    }

    /// The full IRI of a short form; an absolute IRI is returned as it is.
    ///
    /// @throws IllegalArgumentException if the prefix is not known
    public static String expand(String curie) {
        if (isAbsolute(curie)) {
            return curie;
        }
        var colon = curie.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(
                    """
                    The name (%s) has no prefix, so it cannot be told which term is meant.
                    Maybe lsp:%s, lsk:%s or a full IRI.\
                    """
                            .formatted(curie, curie, curie));
        }
        var namespace = PREFIXES.get(curie.substring(0, colon));
        if (namespace == null) {
            throw new IllegalArgumentException(
                    """
                    The prefix (%s) of (%s) is not known.
                    Maybe one of %s, or a full IRI.\
                    """
                            .formatted(
                                    curie.substring(0, colon),
                                    curie,
                                    String.join(", ", PREFIXES.keySet())));
        }
        return namespace + curie.substring(colon + 1);
    }

    /// The short form of an IRI, or the IRI itself where no prefix fits.
    public static String shorten(String iri) {
        var best = "";
        var bestLength = 0;
        for (var entry : PREFIXES.entrySet()) {
            var namespace = entry.getValue();
            if (namespace.length() > bestLength
                    && iri.startsWith(namespace)
                    && LOCAL.matcher(iri).region(namespace.length(), iri.length()).matches()) {
                best = entry.getKey();
                bestLength = namespace.length();
            }
        }
        return bestLength == 0 ? iri : best + ":" + iri.substring(bestLength);
    }

    static boolean isAbsolute(String text) {
        return text.startsWith("http://") || text.startsWith("https://") || text.startsWith("urn:");
    }

    private static Map<String, String> prefixTable() {
        var table = new LinkedHashMap<String, String>();
        table.put("ls", LS);
        table.put("lsp", LSP);
        table.put("lsk", LSK);
        table.put("lsu", LSU);
        table.put("lsf", LSF);
        table.put("lsr", LSR);
        table.put("lsh", LSH);
        table.put("unit", UNIT);
        table.put("qudt", QUDT);
        table.put("qkdv", QKDV);
        table.put("prov", PROV);
        table.put("sosa", SOSA);
        table.put("rdf", RDF);
        table.put("rdfs", RDFS);
        table.put("owl", OWL);
        table.put("xsd", XSD);
        table.put("skos", SKOS);
        table.put("dcterms", DCTERMS);
        table.put("dcat", DCAT);
        table.put("odrl", ODRL);
        table.put("schema", SCHEMA);
        table.put("sh", SH);
        table.put("vs", VS);
        return Collections.unmodifiableMap(table);
    }
}
