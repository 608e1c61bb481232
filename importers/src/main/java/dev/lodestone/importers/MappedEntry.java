package dev.lodestone.importers;

import java.util.List;
import java.util.Set;

/// What an entry of a source means: events, and what is lost.
///
/// @param items in an order in which they may be recorded: a thing is registered before it is
///   spoken of. Several entries may state the same item (the sample of several rows); it is
///   recorded once
/// @param mappedFields the source's fields that became part of an event
/// @param dropped the fields that became neither event nor verbatim text
/// @param findings what a reader should know and what is imported all the same
/// @param bearings what the entry says of items that other entries state
public record MappedEntry(
        List<MappedItem> items,
        Set<String> mappedFields,
        List<DroppedField> dropped,
        List<Finding> findings,
        Bearing.All bearings) {
    public MappedEntry {
        items = List.copyOf(items);
        mappedFields = Set.copyOf(mappedFields);
        dropped = List.copyOf(dropped);
        findings = List.copyOf(findings);
    }

    /// An entry that says nothing of items that other entries state.
    public MappedEntry(
            List<MappedItem> items,
            Set<String> mappedFields,
            List<DroppedField> dropped,
            List<Finding> findings) {
        this(items, mappedFields, dropped, findings, Bearing.All.NONE);
    }

    /// The same with what it says of items that other entries state.
    public MappedEntry bearing(Bearing.All on) {
        return new MappedEntry(items, mappedFields, dropped, findings, on);
    }
}
