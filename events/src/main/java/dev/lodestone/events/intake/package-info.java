/// The gate in front of the log: what may be recorded. Rules are types, named for what must hold.
@NullMarked
package dev.lodestone.events.intake;

import org.jspecify.annotations.NullMarked;
