/// What holds between the parts.
@NullMarked
package dev.lodestone.it;

import org.jspecify.annotations.NullMarked;
