package dev.lodestone.query.sparql;

import dev.lodestone.query.Basis;

/// What became of a question that was answered.
///
/// @param rows rows of the table, or statements of the graph
/// @param cut whether there were more than the limit allows, so that some are missing
public record SparqlOutcome(Basis basis, SparqlFormat format, long rows, boolean cut) {}
