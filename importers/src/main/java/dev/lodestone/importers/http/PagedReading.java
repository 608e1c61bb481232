package dev.lodestone.importers.http;

import dev.lodestone.importers.Checkpoints;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.UnreadableSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;

/// A service being read page by page, one in memory at a time. A reading that was cut off is taken
/// up after the last page that was recorded whole.
///
/// Where the version of the service's data is another one than at the checkpoint, all is read
/// again; where it changes while pages are read, the reading goes on but is not taken for whole.
public final class PagedReading implements SourceReading {
    private final PagedSource service;
    private final Checkpoints checkpoints;
    private final String name;
    private final PageWalk walk;
    private final Optional<String> version;
    private final SourceDescription source;
    private final boolean resumed;
    private final List<Finding> findings = new ArrayList<>();

    private PageWalk.Step step;
    private List<SourceEntry> entries;
    private int given;
    private boolean ended;
    private boolean versionChanged;
    private boolean fewer;
    private boolean doubted;
    private Optional<PageCheckpoint> unsaved = Optional.empty();

    /// Asks for the version and the first page.
    ///
    /// @throws dev.lodestone.importers.UnreadableSource if they cannot be had
    public static PagedReading open(PagedSource service, ImportContext context) {
        try {
            return new PagedReading(service, context);
        } catch (RuntimeException e) {
            service.http().close();
            throw e;
        }
    }

    private PagedReading(PagedSource service, ImportContext context) {
        this.service = service;
        var asked = Asked.of(service, context);
        this.checkpoints = asked.checkpoints();
        this.name = asked.name();
        var told = service.version();
        var kept =
                checkpoints
                        .read(name)
                        .flatMap(PageCheckpoint::read)
                        .flatMap(checkpoint -> takeUp(checkpoint, told));
        this.resumed = kept.isPresent();
        var begun = kept.orElseGet(() -> begin(PageCheckpoint.start(service.first())));
        this.walk = begun.walk();
        this.step = begun.step();
        this.entries = service.entries(step.page());
        this.version = told.or(() -> service.paging().version(step.page().answer()));
        this.source = service.describe(version, asked.sha256());
        doubt();
        total().ifPresent(all -> context.progress().expected(all - begun.before()));
    }

    /// A walk with its first page, and how many entries came before that.
    private record Begun(PageWalk walk, PageWalk.Step step, long before) {}

    private Begun begin(PageCheckpoint start) {
        var fresh = new PageWalk(service.http(), service.paging(), start);
        return new Begun(fresh, fresh.step(), start.entries());
    }

    /// Goes on at a checkpoint; absent where all has to be read again.
    private Optional<Begun> takeUp(PageCheckpoint checkpoint, Optional<String> told) {
        if (isOther(checkpoint, told)) {
            return Optional.empty();
        }
        try {
            var begun = begin(checkpoint);
            if (isOther(checkpoint, service.paging().version(begun.step().page().answer()))) {
                return Optional.empty();
            }
            find(
                    "The import goes on after page %d, where it was cut off; what the source changed before that is not seen."
                            .formatted(checkpoint.pages()));
            return Optional.of(begun);
        } catch (UnreadableSource e) {
            if (service.http().mayPass()) {
                throw e;
            }
            find(
                    "The import cannot go on after page %d, where it was cut off, and begins anew. %s"
                            .formatted(
                                    checkpoint.pages(), e.text().lines().findFirst().orElse("")));
            return Optional.empty();
        }
    }

    private boolean isOther(PageCheckpoint checkpoint, Optional<String> told) {
        var kept = checkpoint.version();
        if (kept.isEmpty() || told.isEmpty() || kept.equals(told.get())) {
            return false;
        }
        find(
                "The version of the data changed from (%s) to (%s) since the import was cut off; it begins anew."
                        .formatted(kept, told.get()));
        return true;
    }

    private OptionalLong total() {
        return service.paging().total(step.page().answer());
    }

    @Override
    public SourceDescription source() {
        return ended ? service.describe(version, walk.sha256()) : source;
    }

    @Override
    public Iterator<SourceEntry> entries() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return advance();
            }

            @Override
            public SourceEntry next() {
                if (!advance()) {
                    throw new NoSuchElementException();
                }
                return entries.get(given++);
            }
        };
    }

    /// Turns pages until there is an entry.
    private boolean advance() {
        while (given >= entries.size() && !ended) {
            if (!walk.hasNext()) {
                compareVersions(service.version());
                compareCounts();
                ended = true;
                return false;
            }
            unsaved = step.after();
            step = walk.step();
            compareVersions(service.paging().version(step.page().answer()));
            doubt();
            entries = service.entries(step.page());
            given = 0;
        }
        return !ended;
    }

    private void compareVersions(Optional<String> now) {
        if (!versionChanged && now.isPresent() && version.isPresent() && !now.equals(version)) {
            versionChanged = true;
            find(
                    "The version of the data changed from (%s) to (%s) while it was read; nothing is taken to have vanished. Maybe import again."
                            .formatted(version.get(), now.get()));
        }
    }

    private void doubt() {
        var page = step.page();
        service.paging()
                .doubt(page.answer())
                .ifPresent(what -> {
                    doubted = true;
                    findings.add(
                            new Finding(
                                    page.asked().uri().toString(),
                                    "The answer %s; nothing is taken to have vanished."
                                            .formatted(what)));
                });
    }

    private void compareCounts() {
        long counted = total().orElse(0);
        fewer = counted > walk.entries();
        if (fewer) {
            find(
                    "The service counts %,d entries but gave %,d; nothing is taken to have vanished."
                            .formatted(counted, walk.entries()));
        }
    }

    private void find(String what) {
        findings.add(new Finding(service.first().uri().toString(), what));
    }

    @Override
    public void recorded() {
        if (ended) {
            checkpoints.remove(name);
        } else {
            unsaved.ifPresent(checkpoint ->
                    checkpoints.write(name, checkpoint.ofVersion(version.orElse("")).json()));
        }
        unsaved = Optional.empty();
    }

    @Override
    public boolean sawAll() {
        return !resumed && !versionChanged && !fewer && !doubted;
    }

    @Override
    public List<Finding> findings() {
        var all = new ArrayList<>(service.findings());
        all.addAll(findings);
        return all;
    }

    @Override
    public void close() {
        service.http().close();
    }
}
