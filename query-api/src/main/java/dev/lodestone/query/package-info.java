/// The questions: what may be asked of the graphs, how long and how much, and why not. No framework
/// shows in this package.
@NullMarked
package dev.lodestone.query;

import org.jspecify.annotations.NullMarked;
