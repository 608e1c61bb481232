/// The states of samples, which of them are the same under rules, and for how long a condition
/// held.
@NullMarked
package dev.lodestone.query.states;

import org.jspecify.annotations.NullMarked;
