/// The stored and wire form of events: strict, versioned JSON. Names are the ontology's, never
/// class names of anything but the kinds themselves.
@NullMarked
package dev.lodestone.events.json;

import org.jspecify.annotations.NullMarked;
