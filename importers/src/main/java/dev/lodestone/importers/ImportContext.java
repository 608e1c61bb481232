package dev.lodestone.importers;

import java.util.Optional;
import java.util.function.Function;

/// What an importer is given besides the source.
///
/// @param secrets tokens by the name of their environment variable (`MP_API_KEY`); never an
///   argument, never in a report
public record ImportContext(ImportOptions options, Function<String, Optional<String>> secrets) {
    /// Without secrets.
    public static ImportContext of(ImportOptions options) {
        return new ImportContext(options, _ -> Optional.empty());
    }
}
