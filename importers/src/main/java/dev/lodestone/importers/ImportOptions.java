package dev.lodestone.importers;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What the one who imports asks for.
///
/// @param dryRun map and compare, write nothing
/// @param remap correct records whose source is unchanged where the mapping now says something else
/// @param part what is given is only a part of the source, so nothing has vanished
/// @param restricted import entries under a non-commercial licence or embargo as well
/// @param limit the most entries to read; the run then counts as a part
/// @param settings the importer's own, by name
public record ImportOptions(
        boolean dryRun,
        boolean remap,
        boolean part,
        boolean restricted,
        OptionalLong limit,
        Map<String, String> settings) {
    /// Nothing special.
    public static final ImportOptions DEFAULT =
            new ImportOptions(false, false, false, false, Map.of());

    public ImportOptions {
        if (limit.isPresent() && limit.getAsLong() < 1) {
            throw new UnreadableSource(
                    "limit",
                    "(%d) entries cannot be read.".formatted(limit.getAsLong()),
                    "write a number above 0.");
        }
        part = part || limit.isPresent();
        settings = Map.copyOf(settings);
    }

    /// Without a limit.
    public ImportOptions(
            boolean dryRun,
            boolean remap,
            boolean part,
            boolean restricted,
            Map<String, String> settings) {
        this(dryRun, remap, part, restricted, OptionalLong.empty(), settings);
    }

    /// The same, writing nothing.
    public ImportOptions withDryRun() {
        return new ImportOptions(true, remap, part, restricted, limit, settings);
    }

    /// The same, correcting by the mapping.
    public ImportOptions withRemap() {
        return new ImportOptions(dryRun, true, part, restricted, limit, settings);
    }

    /// The same, of a part of the source.
    public ImportOptions withPart() {
        return new ImportOptions(dryRun, remap, true, restricted, limit, settings);
    }

    /// The same, with restricted entries.
    public ImportOptions withRestricted() {
        return new ImportOptions(dryRun, remap, part, true, limit, settings);
    }

    /// The same, reading at most so many entries.
    public ImportOptions withLimit(long entries) {
        return new ImportOptions(
                dryRun, remap, part, restricted, OptionalLong.of(entries), settings);
    }

    /// The same with one more setting.
    public ImportOptions with(String setting, String value) {
        var more = new java.util.HashMap<>(settings);
        more.put(setting, value);
        return new ImportOptions(dryRun, remap, part, restricted, limit, more);
    }

    /// A setting, if it was given.
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }
}
