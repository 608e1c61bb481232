package dev.lodestone.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Where a record came from: `"origin"` in its JSON.
///
/// @param source the paper, sheet or database; described by the `SourceImported` of the run
/// @param run the import run that wrote the record: the id of its `SourceImported` record
/// @param key the stable identity of the entry in its source, with the role of this record in it:
///   what makes a second import find the first
/// @param contentHash SHA-256 of the entry's content: what makes a second import see a change
/// @param locator where in the source (`row 12`, a JSON pointer, a page)
/// @param licence under which the source gives it
/// @param credit who made it and is to be named with it; agents, so that their names stand in
///   registrations of their own
/// @param verbatim what the source says that has no term here, under the source's own keys
public record SourceRef(
        SourceId source,
        Optional<RecordId> run,
        Optional<String> key,
        Optional<String> contentHash,
        Optional<String> locator,
        Optional<String> licence,
        List<AgentId> credit,
        Map<String, String> verbatim) {
    public SourceRef {
        credit = List.copyOf(credit);
        if (key.filter(k -> k.isBlank() || ControlCharacters.areIn(k)).isPresent()) {
            throw new IllegalArgumentException(
                    "The key (%s) is blank or holds a control character.".formatted(key.get()));
        }
        verbatim = java.util.Collections.unmodifiableMap(new TreeMap<>(verbatim));
    }

    /// From a source that names nobody.
    public SourceRef(
            SourceId source,
            Optional<RecordId> run,
            Optional<String> key,
            Optional<String> contentHash,
            Optional<String> locator,
            Optional<String> licence,
            Map<String, String> verbatim) {
        this(source, run, key, contentHash, locator, licence, List.of(), verbatim);
    }

    /// Only the source is known.
    public static SourceRef of(SourceId source) {
        return new SourceRef(
                source,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }
}
