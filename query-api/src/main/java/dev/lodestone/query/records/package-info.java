/// Single records of the log: what was written, whether it holds, and what it says by itself.
@NullMarked
package dev.lodestone.query.records;

import org.jspecify.annotations.NullMarked;
