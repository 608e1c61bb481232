package dev.lodestone.importers;

/// A field of the source that is not imported.
///
/// @param field under the source's own name
/// @param why in words
public record DroppedField(String field, String why) {}
