package dev.lodestone.importers.optimade;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.http.PagedReading;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// A server being read, with what was odd about its answers.
record OptimadeOnline(PagedReading pages, OptimadeService service) implements SourceReading {
    @Override
    public SourceDescription source() {
        return pages.source();
    }

    @Override
    public Iterator<SourceEntry> entries() {
        return pages.entries();
    }

    @Override
    public void recorded() {
        pages.recorded();
    }

    @Override
    public boolean sawAll() {
        return pages.sawAll();
    }

    @Override
    public List<Finding> findings() {
        var all = new ArrayList<>(service.findings());
        all.addAll(pages.findings());
        return all;
    }

    @Override
    public void close() {
        pages.close();
    }
}
