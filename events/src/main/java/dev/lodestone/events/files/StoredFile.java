package dev.lodestone.events.files;

/// A file that the store keeps.
///
/// @param sha256 of its bytes, in lower-case hex; its name
/// @param bytes how long it is
public record StoredFile(String sha256, long bytes) {}
