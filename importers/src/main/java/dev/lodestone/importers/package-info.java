/// The frame in which other people's data becomes events: what an importer is, and the run that
/// compares what it maps with what the log holds and writes the difference.
///
/// An importer only reads and maps. Identity, change, withdrawal, resumption, batches and the loss
/// report are the run's, so that they are the same for every source.
@NullMarked
package dev.lodestone.importers;

import org.jspecify.annotations.NullMarked;
