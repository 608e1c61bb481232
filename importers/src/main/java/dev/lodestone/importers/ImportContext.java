package dev.lodestone.importers;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// What an importer is given besides the source.
///
/// @param secrets tokens by the name of their environment variable (`MP_API_KEY`); never an
///   argument, never in a report
/// @param checkpoints where a reading keeps how far it got
/// @param waiting how it waits before it tries again
/// @param random spreads these waits
/// @param progress told how far the reading is
/// @param held what the log holds of sources' items
public record ImportContext(
        ImportOptions options,
        Function<String, Optional<String>> secrets,
        Checkpoints checkpoints,
        Waiting waiting,
        RandomGenerator random,
        ImportProgress progress,
        HeldItems held) {
    /// Without checkpoints, sleeping where it waits.
    public ImportContext(ImportOptions options, Function<String, Optional<String>> secrets) {
        this(
                options,
                secrets,
                Checkpoints.NONE,
                Waiting.ASLEEP,
                new SplittableRandom(),
                ImportProgress.SILENT,
                HeldItems.NONE);
    }

    /// Without secrets.
    public static ImportContext of(ImportOptions options) {
        return new ImportContext(options, _ -> Optional.empty());
    }

    /// The same, keeping checkpoints.
    public ImportContext with(Checkpoints kept) {
        return new ImportContext(options, secrets, kept, waiting, random, progress, held);
    }

    /// The same, waiting in another way.
    public ImportContext with(Waiting other, RandomGenerator spread) {
        return new ImportContext(options, secrets, checkpoints, other, spread, progress, held);
    }

    /// The same, told to somebody who looks.
    public ImportContext with(ImportProgress told) {
        return new ImportContext(options, secrets, checkpoints, waiting, random, told, held);
    }

    /// The same, knowing what the log holds.
    public ImportContext with(HeldItems known) {
        return new ImportContext(options, secrets, checkpoints, waiting, random, progress, known);
    }
}
