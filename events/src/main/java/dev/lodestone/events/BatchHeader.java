package dev.lodestone.events;

/// What leads a batch of corrections: the rule, and to how many events it came. The corrections and
/// retractions of the batch name the record that says so.
///
/// @param events how many events were corrected
public record BatchHeader(BatchRule rule, long events) {}
