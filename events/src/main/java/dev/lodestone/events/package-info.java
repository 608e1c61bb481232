/// The facts: what can happen to samples, materials, data, plans and models, and to the records
/// themselves. Plain records in sealed families; no framework.
@NullMarked
package dev.lodestone.events;

import org.jspecify.annotations.NullMarked;
