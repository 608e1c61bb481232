package dev.lodestone.importers.http;

/// A service whose entries refer to each other, so that all pages are needed before the first entry
/// can be mapped. Read it with [GatheredReading#open].
public interface GatheredSource extends PagedService {
    /// The most bytes of all pages together, as JSON text.
    long largest();

    /// Begins to note what has to be known of all pages.
    Gathering gathering();

    /// Completes what was noted, when the last page is there, by further questions if need be.
    default void complete(Gathering gathering) {}
}
