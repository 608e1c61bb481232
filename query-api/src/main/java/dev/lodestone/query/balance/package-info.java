/// How much of a sample there is, and what it consists of, worked out from what was recorded.
@NullMarked
package dev.lodestone.query.balance;

import org.jspecify.annotations.NullMarked;
