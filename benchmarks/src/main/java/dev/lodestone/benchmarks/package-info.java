/// Measurements: ratios of one run, each with the baseline it is compared with.
@NullMarked
package dev.lodestone.benchmarks;

import org.jspecify.annotations.NullMarked;
