/// The words: vocabulary, kinds, properties, units and shapes, read from Turtle.
@NullMarked
package dev.lodestone.ontology;

import org.jspecify.annotations.NullMarked;
