/// Correcting many events by one rule, and what rests on them.
@NullMarked
package dev.lodestone.query.corrections;

import org.jspecify.annotations.NullMarked;
