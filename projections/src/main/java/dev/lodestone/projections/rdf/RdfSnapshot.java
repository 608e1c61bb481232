package dev.lodestone.projections.rdf;

import dev.lodestone.projections.GraphBasis;
import org.apache.jena.sparql.core.DatasetGraph;

/// The graph at one moment, inside one read transaction: what is asked of it, and how far it was.
///
/// @param dataset to be used within the transaction and on its thread only
/// @param basis of this very transaction
public record RdfSnapshot(DatasetGraph dataset, GraphBasis basis) {}
