/// What was planned against what was done.
@NullMarked
package dev.lodestone.query.plans;

import org.jspecify.annotations.NullMarked;
