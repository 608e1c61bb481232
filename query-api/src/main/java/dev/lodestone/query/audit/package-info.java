/// Which samples, measurements and sources stand behind a prediction.
@NullMarked
package dev.lodestone.query.audit;

import org.jspecify.annotations.NullMarked;
