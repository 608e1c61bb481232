/// What sources say of crystals in their own shapes, as values: cells, space groups, compositions.
@NullMarked
package dev.lodestone.importers.crystal;

import org.jspecify.annotations.NullMarked;
