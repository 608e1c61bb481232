/// How a verb reaches the process that owns the data directory.
@NullMarked
package dev.lodestone.app.control;

import org.jspecify.annotations.NullMarked;
