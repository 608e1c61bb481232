/// For how long a condition held for a sample.
@NullMarked
package dev.lodestone.query.exposure;

import org.jspecify.annotations.NullMarked;
