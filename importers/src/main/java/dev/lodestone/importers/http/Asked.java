package dev.lodestone.importers.http;

import dev.lodestone.importers.Checkpoints;
import dev.lodestone.importers.Hashes;
import dev.lodestone.importers.ImportContext;

/// A question to a service, as what is kept of its answers is found again. An import that writes
/// nothing, or does not want all of the source, keeps nothing.
///
/// @param sha256 of all that tells the question from others
record Asked(Checkpoints checkpoints, String sha256) {
    private static final int NAME = 32;

    static Asked of(PagedService service, ImportContext context) {
        var options = context.options();
        return new Asked(
                options.dryRun() || options.limit().isPresent()
                        ? Checkpoints.NONE
                        : context.checkpoints(),
                Hashes.sha256(service.question() + (options.remap() ? "\nremap" : "")));
    }

    /// Under which name its checkpoint is kept.
    String name() {
        return sha256.substring(0, NAME);
    }
}
