/// The graph of what the log means as RDF, in Jena's TDB2.
@NullMarked
package dev.lodestone.projections.rdf;

import org.jspecify.annotations.NullMarked;
