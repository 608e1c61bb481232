/// The log on SQLite: one file, one writer, group commit. Knows nothing of any event framework.
@NullMarked
package dev.lodestone.events.internal.sqlite;

import org.jspecify.annotations.NullMarked;
