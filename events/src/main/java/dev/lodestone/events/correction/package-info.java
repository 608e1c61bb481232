/// Correcting many events by one rule.
@NullMarked
package dev.lodestone.events.correction;

import org.jspecify.annotations.NullMarked;
