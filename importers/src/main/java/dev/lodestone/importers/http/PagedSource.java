package dev.lodestone.importers.http;

import dev.lodestone.importers.SourceEntry;
import java.util.List;

/// A service whose entries can be mapped page by page. Read it with [PagedReading#open].
public interface PagedSource extends PagedService {
    /// The entries of a page, in its order.
    List<SourceEntry> entries(Page page);
}
