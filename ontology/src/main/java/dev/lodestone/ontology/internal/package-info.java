/// Reads the Turtle and runs the shapes. The only package of the ontology that knows Jena.
@NullMarked
package dev.lodestone.ontology.internal;

import org.jspecify.annotations.NullMarked;
