package dev.lodestone.importers.http;

import dev.lodestone.importers.Checkpoints;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.Hashes;
import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.SourceReading;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

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
        var options = context.options();
        this.service = service;
        this.checkpoints =
                options.dryRun() || options.limit().isPresent()
                        ? Checkpoints.NONE
                        : context.checkpoints();
        var request = Hashes.sha256(service.first().text());
        this.name = request.substring(0, 32);
        var told = service.version();
        var kept = checkpoints.read(name).flatMap(PageCheckpoint::read);
        var start = kept.filter(checkpoint -> isCurrent(checkpoint, told));
        this.resumed = start.isPresent();
        this.walk =
                new PageWalk(
                        service.http(),
                        service.paging(),
                        start.orElseGet(() -> PageCheckpoint.start(service.first(), "")));
        start.ifPresent(checkpoint ->
                find(
                        "The import goes on after page %d, where it was cut off; what the source changed before that is not seen."
                                .formatted(checkpoint.pages())));
        this.step = walk.step();
        this.entries = service.entries(step.page());
        this.version = told.or(() -> service.paging().version(step.page().answer()));
        this.source = service.describe(version, request);
    }

    private boolean isCurrent(PageCheckpoint checkpoint, Optional<String> told) {
        if (checkpoint.version().equals(told.orElse(checkpoint.version()))) {
            return true;
        }
        find(
                "The version of the data changed from (%s) to (%s) since the import was cut off; it begins anew."
                        .formatted(checkpoint.version(), told.orElse("")));
        return false;
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
            if (step.after().isEmpty()) {
                compareVersions(service.version());
                ended = true;
                return false;
            }
            unsaved = step.after();
            step = walk.step();
            compareVersions(service.paging().version(step.page().answer()));
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
        return !resumed && !versionChanged;
    }

    @Override
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    @Override
    public void close() {
        service.http().close();
    }
}
