package dev.lodestone.importers.http;

import dev.lodestone.importers.SourceEntry;
import java.util.Iterator;
import java.util.function.IntFunction;

/// What a service has to know of all its pages before it maps the first entry. Pages themselves are
/// kept on disk: none that is given is to be held, nor what stands in it, since entries are taken
/// by the hundred before they are mapped.
public interface Gathering {
    /// Notes what is needed of a page. Told of every page once, in their order, before any entry is
    /// asked for.
    void note(Page page);

    /// The entries of all pages, in their order.
    ///
    /// @param pages any page by its number, read again from disk
    Iterator<SourceEntry> entries(IntFunction<Page> pages);
}
