/// For tests: a lab whose events are quickly written, and logs made at random.
@NullMarked
package dev.lodestone.testkit;

import org.jspecify.annotations.NullMarked;
