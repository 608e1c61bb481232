/// Where samples and containers are, and who has them.
@NullMarked
package dev.lodestone.query.places;

import org.jspecify.annotations.NullMarked;
