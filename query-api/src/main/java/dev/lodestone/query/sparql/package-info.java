/// SPARQL over the graph of what holds: read only, inside the store, bounded in time, rows and
/// bytes. Jena shows here and nowhere else in this module.
@NullMarked
package dev.lodestone.query.sparql;

import org.jspecify.annotations.NullMarked;
