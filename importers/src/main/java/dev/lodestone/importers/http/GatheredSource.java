package dev.lodestone.importers.http;

import dev.lodestone.importers.SourceEntry;
import java.util.List;

/// A service whose entries refer to each other, so that all pages are needed before the first entry
/// can be mapped. Read it with [GatheredReading#open].
public interface GatheredSource extends PagedService {
    /// The most bytes of all pages together, as JSON text.
    long largest();

    /// The entries of all pages.
    List<SourceEntry> entries(List<Page> pages);
}
