package dev.lodestone.importers;

import dev.lodestone.events.RecordId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Adds up what becomes of a run. Lists of places are cut at a length a person might still read;
/// counts are not.
final class Tally {
    private static final int LONGEST_LIST = 10_000;

    long entriesRead;
    long entriesMapped;
    long entriesKnown;
    long entriesRefused;
    long entriesEventless;
    long fresh;
    long known;
    long corrected;
    long retracted;

    private final Map<String, Long> byKind = new HashMap<>();
    private final Map<String, Long> mapped = new HashMap<>();
    private final Map<String, Long> verbatim = new HashMap<>();
    private final Map<DroppedField, Long> dropped = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Set<Finding> findings = new LinkedHashSet<>();
    private long moreFindings;

    void kind(String kind) {
        byKind.merge(kind, 1L, Long::sum);
    }

    void fields(MappedEntry entry) {
        entry.mappedFields().forEach(field -> mapped.merge(field, 1L, Long::sum));
        entry.dropped().forEach(field -> dropped.merge(field, 1L, Long::sum));
        entry.items().stream()
                .flatMap(item -> item.verbatim().keySet().stream())
                .distinct()
                .forEach(field -> verbatim.merge(field, 1L, Long::sum));
    }

    void find(Finding finding) {
        if (findings.size() < LONGEST_LIST) {
            findings.add(finding);
        } else {
            moreFindings++;
        }
    }

    void refuse(Refusal refusal) {
        entriesRefused++;
        if (refusals.size() < LONGEST_LIST) {
            refusals.add(refusal);
        }
    }

    /// For the run's own record.
    Map<String, Long> counts() {
        var counts = new HashMap<String, Long>();
        counts.put("entriesRead", entriesRead);
        counts.put("entriesMapped", entriesMapped);
        counts.put("entriesAlreadyKnown", entriesKnown);
        counts.put("entriesRefused", entriesRefused);
        counts.put("recordsNew", fresh);
        counts.put("recordsAlreadyKnown", known);
        counts.put("recordsCorrected", corrected);
        counts.put("recordsRetracted", retracted);
        return counts;
    }

    ImportReport report(
            String importer,
            SourceDescription source,
            boolean dryRun,
            Optional<RecordId> run,
            Optional<String> unfinished) {
        var shown = new ArrayList<>(findings);
        if (moreFindings > 0) {
            shown.add(new Finding("", "and %d more.".formatted(moreFindings)));
        }
        return new ImportReport(
                importer,
                source,
                dryRun,
                run,
                new ImportReport.Entries(
                        entriesRead, entriesMapped, entriesKnown, entriesRefused, entriesEventless),
                new ImportReport.Records(
                        dryRun ? 0 : fresh + corrected, fresh, known, corrected, retracted, byKind),
                mapped,
                verbatim,
                dropped.entrySet().stream()
                        .map(field ->
                                new ImportReport.Dropped(
                                        field.getKey().field(),
                                        field.getValue(),
                                        field.getKey().why()))
                        .toList(),
                refusals,
                shown,
                unfinished);
    }
}
