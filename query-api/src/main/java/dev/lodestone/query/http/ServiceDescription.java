package dev.lodestone.query.http;

import dev.lodestone.query.sparql.SparqlFormat;
import dev.lodestone.query.sparql.UnitFunctions;
import java.util.Map;
import java.util.stream.Collectors;

/// What the endpoint can do, in the words of SPARQL 1.1 Service Description.
final class ServiceDescription {
    private static final Map<SparqlFormat, String> W3C =
            Map.of(
                    SparqlFormat.JSON, "SPARQL_Results_JSON",
                    SparqlFormat.XML, "SPARQL_Results_XML",
                    SparqlFormat.CSV, "SPARQL_Results_CSV",
                    SparqlFormat.TSV, "SPARQL_Results_TSV",
                    SparqlFormat.TURTLE, "Turtle",
                    SparqlFormat.NTRIPLES, "N-Triples",
                    SparqlFormat.JSONLD, "JSON-LD",
                    SparqlFormat.TRIG, "TriG",
                    SparqlFormat.NQUADS, "N-Quads",
                    SparqlFormat.RDFXML, "RDF_XML");

    private ServiceDescription() {}

    static String turtle(String endpoint) {
        var formats =
                W3C.values().stream()
                        .sorted()
                        .map(name -> "<http://www.w3.org/ns/formats/" + name + ">")
                        .collect(Collectors.joining(", "));
        var functions =
                UnitFunctions.names().stream()
                        .map(name -> "<" + name + ">")
                        .collect(Collectors.joining(", "));
        return """
        @prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        [] a sd:Service ;
            sd:endpoint <%s> ;
            rdfs:label "Lodestone" ;
            sd:supportedLanguage sd:SPARQL11Query ;
            sd:resultFormat %s ;
            sd:extensionFunction %s ;
            sd:defaultDataset [
                a sd:Dataset ;
                rdfs:comment "The default graph holds what holds now; a named graph holds what a record said that holds no longer." ;
                sd:defaultGraph [ a sd:Graph ]
            ] .
        """
                .formatted(endpoint, formats, functions);
    }
}
