/// The graph of what the log means as a property graph, in Neo4j.
@NullMarked
package dev.lodestone.projections.property;

import org.jspecify.annotations.NullMarked;
