/// Training sets frozen out of the record, models fitted to them, and what the models said. The log
/// is what is read and written; a graph is asked only for the selection.
@NullMarked
package dev.lodestone.query.learning;

import org.jspecify.annotations.NullMarked;
