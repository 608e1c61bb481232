package dev.lodestone.importers.csv;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.csv.CheckedRows.Checked;
import dev.lodestone.importers.csv.Noticed.Notice;
import dev.lodestone.importers.csv.SheetMapping.ValueColumn;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What can only be said of a row when all rows are known: which others say the same, and what was
/// found of its sample in other rows. Keeps 16 bytes a row, and what was found.
final class Survey {
    private static final Term STATED_TWICE = Term.of("lsk:StatedTwice");

    private final SheetMapping mapping;
    private final CellNumbers numbers;
    private final Map<String, Map<String, Set<Notice>>> ofSamples = new HashMap<>();
    private long[] contents = new long[256];
    private long[] rows = new long[256];
    private int size;
    private Map<Long, List<Long>> repeated = Map.of();

    Survey(SheetMapping mapping) {
        this.mapping = mapping;
        this.numbers = new CellNumbers(mapping.form());
    }

    /// Takes all rows in.
    void of(CheckedRows all) {
        while (all.hasNext()) {
            try {
                add(all.next());
            } catch (RefusedEntry _) {
                // It is reported when it is read to be imported.
            }
        }
        repeated = repeated();
    }

    private void add(Checked checked) {
        var cells = new SheetCells(mapping, numbers, checked.row(), Noticed.NOTHING);
        if (mapping.checks().duplicates()) {
            if (size == contents.length) {
                contents = Arrays.copyOf(contents, size * 2);
                rows = Arrays.copyOf(rows, size * 2);
            }
            contents[size] = content(cells);
            rows[size++] = checked.row().row();
        }
        checked.noticed()
                .notices()
                .forEach((column, notices) -> {
                    if (isOfSample(column)) {
                        ofSamples
                                .computeIfAbsent(cells.sample(), _ -> new LinkedHashMap<>())
                                .computeIfAbsent(column, _ -> new LinkedHashSet<>())
                                .addAll(notices);
                    }
                });
    }

    private static long content(SheetCells cells) {
        return Long.parseUnsignedLong(cells.contentHash(), 16);
    }

    /// The rows of each content that stands more than once.
    private Map<Long, List<Long>> repeated() {
        var sorted = Arrays.copyOf(contents, size);
        Arrays.sort(sorted);
        var twice = new HashSet<Long>();
        for (int i = 1; i < size; i++) {
            if (sorted[i] == sorted[i - 1]) {
                twice.add(sorted[i]);
            }
        }
        var found = new HashMap<Long, List<Long>>();
        for (int i = 0; i < size; i++) {
            if (twice.contains(contents[i])) {
                found.computeIfAbsent(contents[i], _ -> new ArrayList<>()).add(rows[i]);
            }
        }
        contents = new long[0];
        rows = new long[0];
        return found;
    }

    /// What is odd about a row, given all others.
    Noticed complete(Checked checked) {
        if (repeated.isEmpty() && ofSamples.isEmpty()) {
            return checked.noticed();
        }
        var findings = new ArrayList<>(checked.noticed().findings());
        var notices = new LinkedHashMap<>(checked.noticed().notices());
        try {
            var cells = new SheetCells(mapping, numbers, checked.row(), Noticed.NOTHING);
            if (!ofSamples.isEmpty()) {
                ofSamples
                        .getOrDefault(cells.sample(), Map.of())
                        .forEach((column, all) -> notices.put(column, List.copyOf(all)));
            }
            if (!repeated.isEmpty()) {
                Optional.ofNullable(repeated.get(content(cells)))
                        .ifPresent(all -> repeats(checked.row(), all, findings, notices));
            }
        } catch (RefusedEntry _) {
            return checked.noticed();
        }
        return new Noticed(findings, notices);
    }

    private void repeats(
            TableRow row,
            List<Long> all,
            List<Finding> findings,
            Map<String, List<Notice>> notices) {
        if (row.row() != all.getFirst()) {
            findings.add(
                    new Finding(
                            row.locator(),
                            "The row says the same as row %d; it is recorded once."
                                    .formatted(all.getFirst())));
        }
        var note =
                "stands in the rows "
                        + all.stream().map(String::valueOf).collect(Collectors.joining(", "));
        mapping.columns().keySet().stream()
                .filter(this::isOfRow)
                .map(row::real)
                .distinct()
                .forEach(column -> {
                    var more = new ArrayList<>(notices.getOrDefault(column, List.of()));
                    more.add(new Notice(STATED_TWICE, note));
                    notices.put(column, more);
                });
    }

    private boolean isOfSample(String column) {
        return mapping.columns().get(column) instanceof ValueColumn value
                && !Objects.requireNonNull(mapping.events().get(value.role())).ofRow();
    }

    private boolean isOfRow(String column) {
        return mapping.columns().get(column) instanceof ValueColumn value
                && Objects.requireNonNull(mapping.events().get(value.role())).ofRow();
    }
}
