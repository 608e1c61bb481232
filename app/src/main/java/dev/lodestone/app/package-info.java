/// Composition root: what is wired to what, configuration, and the way in.
@NullMarked
package dev.lodestone.app;

import org.jspecify.annotations.NullMarked;
