/// The HTTP door. Vert.x shows in this package only. Every request runs on a virtual thread of its
/// own, so that what blocks holds up nobody else.
@NullMarked
package dev.lodestone.query.http;

import org.jspecify.annotations.NullMarked;
