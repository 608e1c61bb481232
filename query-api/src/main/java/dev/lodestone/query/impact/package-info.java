/// What rests on an event, an instrument or a source.
@NullMarked
package dev.lodestone.query.impact;

import org.jspecify.annotations.NullMarked;
