/// Raw data files, kept beside the log and named by their content.
@NullMarked
package dev.lodestone.events.files;

import org.jspecify.annotations.NullMarked;
