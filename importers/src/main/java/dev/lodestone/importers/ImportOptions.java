package dev.lodestone.importers;

import java.util.Map;
import java.util.Optional;

/// What the one who imports asks for.
///
/// @param dryRun map and compare, write nothing
/// @param remap correct records whose source is unchanged where the mapping now says something else
/// @param part what is given is only a part of the source, so nothing has vanished
/// @param restricted import entries under a non-commercial licence or embargo as well
/// @param settings the importer's own, by name
public record ImportOptions(
        boolean dryRun,
        boolean remap,
        boolean part,
        boolean restricted,
        Map<String, String> settings) {
    /// Nothing special.
    public static final ImportOptions DEFAULT =
            new ImportOptions(false, false, false, false, Map.of());

    public ImportOptions {
        settings = Map.copyOf(settings);
    }

    /// The same, writing nothing.
    public ImportOptions withDryRun() {
        return new ImportOptions(true, remap, part, restricted, settings);
    }

    /// The same, correcting by the mapping.
    public ImportOptions withRemap() {
        return new ImportOptions(dryRun, true, part, restricted, settings);
    }

    /// The same, of a part of the source.
    public ImportOptions withPart() {
        return new ImportOptions(dryRun, remap, true, restricted, settings);
    }

    /// The same, with restricted entries.
    public ImportOptions withRestricted() {
        return new ImportOptions(dryRun, remap, part, true, settings);
    }

    /// The same with one more setting.
    public ImportOptions with(String setting, String value) {
        var more = new java.util.HashMap<>(settings);
        more.put(setting, value);
        return new ImportOptions(dryRun, remap, part, restricted, more);
    }

    /// A setting, if it was given.
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }
}
