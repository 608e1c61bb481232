package dev.lodestone.importers.csv;

import dev.lodestone.importers.Finding;
import dev.lodestone.ontology.Term;
import java.util.List;
import java.util.Map;

/// What was found in a row, for the report and for the values of its cells.
///
/// @param notices by the column of the file
record Noticed(List<Finding> findings, Map<String, List<Notice>> notices) {
    /// Nothing.
    static final Noticed NOTHING = new Noticed(List.of(), Map.of());

    Noticed {
        findings = List.copyOf(findings);
        notices = Map.copyOf(notices);
    }

    /// What a value is flagged with.
    ///
    /// @param finding a kind of finding
    /// @param note in words
    record Notice(Term finding, String note) {}

    List<Notice> of(String column) {
        return notices.getOrDefault(column, List.of());
    }
}
