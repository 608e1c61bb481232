/// What happened to a sample, and where it comes from: read from the graph, told with the event,
/// the record and the position that each line stands on.
@NullMarked
package dev.lodestone.query.history;

import org.jspecify.annotations.NullMarked;
