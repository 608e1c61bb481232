package dev.lodestone.query.sparql;

import dev.lodestone.query.QueryLimits;
import java.util.List;
import java.util.function.Function;

/// A question in SPARQL.
///
/// @param text the query; the prefixes of the store need not be declared
/// @param defaultGraphs named graphs of the store to take for the default graph, as the protocol's
///   `default-graph-uri`; empty for the query's own choice
/// @param namedGraphs the protocol's `named-graph-uri`
/// @param format chooses the form of the answer, once it is known whether that is a table or a
///   graph
/// @param limits what the question may take
public record SparqlRequest(
        String text,
        List<String> defaultGraphs,
        List<String> namedGraphs,
        Function<SparqlFormat.Shape, SparqlFormat> format,
        QueryLimits limits) {
    public SparqlRequest {
        defaultGraphs = List.copyOf(defaultGraphs);
        namedGraphs = List.copyOf(namedGraphs);
    }

    /// A query within the default limits.
    public static SparqlRequest of(String text, Function<SparqlFormat.Shape, SparqlFormat> format) {
        return new SparqlRequest(text, List.of(), List.of(), format, QueryLimits.DEFAULT);
    }

    /// A query whose answer is wanted in a certain form, or in the nearest one that fits.
    public static SparqlRequest of(String text, SparqlFormat format) {
        return of(text, shape -> format.fits(shape) ? format : SparqlFormat.usual(shape));
    }
}
