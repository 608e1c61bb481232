/// The meanings: graphs kept in step with the log. Every graph is disposable; the log is not.
@NullMarked
package dev.lodestone.projections;

import org.jspecify.annotations.NullMarked;
