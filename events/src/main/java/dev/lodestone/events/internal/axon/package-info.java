/// The port on the event framework: the one place that knows Axon.
@NullMarked
package dev.lodestone.events.internal.axon;

import org.jspecify.annotations.NullMarked;
