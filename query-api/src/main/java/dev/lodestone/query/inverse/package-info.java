/// The inverse question: from a property wished for, through structure, to the processing that led
/// to it, with the evidence of every hop.
@NullMarked
package dev.lodestone.query.inverse;

import org.jspecify.annotations.NullMarked;
