package dev.lodestone.importers.nomad;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Whom the laboratory ids mean by which an entry names others: the one such entry of its own
/// upload. Laboratories number their samples from 001 on, so an id says nothing outside of its
/// upload, and where two have it, it says nothing at all.
final class LaboratoryIds {
    private final Gathered into;
    private final EntryLookup entries;
    private final LinkedEntries linked;

    LaboratoryIds(Gathered into, EntryLookup entries, LinkedEntries linked) {
        this.into = into;
        this.entries = entries;
        this.linked = linked;
    }

    /// An entry that has the id.
    ///
    /// @param known what it is; nothing if it cannot be read, or not from here
    private record Candidate(NomadEntry entry, Optional<LinkedEntry> known) {}

    /// Who is meant.
    ///
    /// @param entry the key of the entry
    record Meant(String entry, LinkedEntry what) {}

    /// The only entry with a laboratory id; otherwise a finding.
    ///
    /// @param pointer where the id stands
    /// @param sort what is looked for, in words
    /// @param which tells it from other entries with the id
    Optional<Meant> find(String id, String pointer, String sort, Predicate<LinkedEntry> which) {
        var candidates =
                entries.byLabId(into.entry(), id)
                        .map(entry -> new Candidate(entry, linked.of(entry)))
                        .filter(candidate ->
                                candidate.known().filter(which).isPresent()
                                        || candidate.known().isEmpty())
                        .toList();
        if (candidates.size() == 1 && candidates.getFirst().known().isPresent()) {
            var only = candidates.getFirst();
            return Optional.of(new Meant(only.entry().key(), only.known().orElseThrow()));
        }
        into.find(pointer, complaint(id, sort, candidates));
        return Optional.empty();
    }

    private static String complaint(String id, String sort, List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return "No %s of the upload that was read has the laboratory id (%s)."
                    .formatted(sort, id);
        }
        var files =
                String.join(
                        ", ",
                        candidates.stream().map(c -> "(" + c.entry().mainfile() + ")").toList());
        return candidates.size() == 1
                ? "The laboratory id (%s) is that of %s, which cannot be read as a %s."
                        .formatted(id, files, sort)
                : "The laboratory id (%s) is that of %d entries, %s; none of them is taken."
                        .formatted(id, candidates.size(), files);
    }
}
