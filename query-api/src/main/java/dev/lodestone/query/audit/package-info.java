/// What stands behind a prediction, down to cells, events and sources, and whether it still does.
/// Answers come from the log alone, so that they need no graph to have caught up.
@NullMarked
package dev.lodestone.query.audit;

import org.jspecify.annotations.NullMarked;
