/// The durable, append-only log of records: the one truth from which everything else is rebuilt.
///
/// {@link EventLog} is the port; `EventLogs` opens one on a directory. Nothing here speaks of a
/// framework or a database.
@NullMarked
package dev.lodestone.events.log;

import org.jspecify.annotations.NullMarked;
