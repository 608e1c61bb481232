/// Two histories, recipes or executions side by side.
@NullMarked
package dev.lodestone.query.compare;

import org.jspecify.annotations.NullMarked;
