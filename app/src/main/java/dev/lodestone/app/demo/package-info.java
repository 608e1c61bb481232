/// A first look at real data on a fresh clone.
@NullMarked
package dev.lodestone.app.demo;

import org.jspecify.annotations.NullMarked;
