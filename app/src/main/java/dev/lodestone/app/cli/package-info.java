/// The command line, one file a verb.
@NullMarked
package dev.lodestone.app.cli;

import org.jspecify.annotations.NullMarked;
