/// Tables as comma-separated text. What the columns of a table mean stands in a mapping, a YAML
/// file: a mapping is a source, and a new table needs no Java. Lost: the order of the rows, the
/// layout, cells that mark a missing value, and columns the mapping gives a reason to leave out.
@NullMarked
package dev.lodestone.importers.csv;

import org.jspecify.annotations.NullMarked;
