/// What events mean, in statements that both graphs can spell. Pure: no clock, no random, no I/O.
@NullMarked
package dev.lodestone.projections.translate;

import org.jspecify.annotations.NullMarked;
