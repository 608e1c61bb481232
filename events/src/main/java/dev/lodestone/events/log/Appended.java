package dev.lodestone.events.log;

/// Where the entries of one append stand: without a gap from first to last, in the order offered.
public record Appended(LogPosition first, LogPosition last) {}
