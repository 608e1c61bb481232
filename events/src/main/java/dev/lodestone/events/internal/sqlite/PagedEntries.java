package dev.lodestone.events.internal.sqlite;

import dev.lodestone.events.log.LogEntries;
import dev.lodestone.events.log.LogEntry;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// A walk that fetches a page when the last is used up. Between pages it holds no connection, so a
/// slow reader keeps neither others nor the writer's clean-up waiting; as entries never change, the
/// pages fit together.
final class PagedEntries implements LogEntries {
    private final ReaderPool readers;
    private final JournalOptions options;
    private final List<Criterion> anyOf;
    private final long upTo;

    private long after;
    private Iterator<LogEntry> page = List.<LogEntry>of().iterator();

    PagedEntries(
            ReaderPool readers,
            JournalOptions options,
            List<Criterion> anyOf,
            long after,
            long upTo) {
        this.readers = readers;
        this.options = options;
        this.anyOf = anyOf;
        this.after = after;
        this.upTo = anyOf.isEmpty() ? after : upTo;
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && after < upTo) {
            page = fetch().iterator();
        }
        return page.hasNext();
    }

    private List<LogEntry> fetch() {
        List<LogEntry> fetched =
                readers.read(reader ->
                        reader.page(
                                anyOf, after, upTo, options.pageEntries(), options.pageBytes()));
        after = fetched.isEmpty() ? upTo : fetched.getLast().position().value();
        return fetched;
    }

    @Override
    public LogEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The walk is over at position (%d)".formatted(upTo));
        }
        return page.next();
    }

    @Override
    public void close() {
        after = upTo;
        page = List.<LogEntry>of().iterator();
    }
}
