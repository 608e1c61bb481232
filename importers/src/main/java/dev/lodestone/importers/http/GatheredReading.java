package dev.lodestone.importers.http;

import dev.lodestone.importers.Checkpoints;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.Hashes;
import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.json.JsonFiles;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// A service read to its end before anything is mapped. Pages are kept with the checkpoints as they
/// come, so that a reading that was cut off fetches only those that are missing; they are removed
/// once all entries are recorded.
public final class GatheredReading implements SourceReading {
    private final GatheredSource service;
    private final Checkpoints checkpoints;
    private final String name;
    private final String request;
    private final long most;
    private final List<Page> pages = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Iterator<SourceEntry> entries;
    private long size;
    private String sha256 = "";
    private boolean walked;

    /// Fetches all pages.
    ///
    /// @throws UnreadableSource if one cannot be had; those before it are kept for the next time
    public static GatheredReading open(GatheredSource service, ImportContext context) {
        try {
            return new GatheredReading(service, context);
        } catch (RuntimeException e) {
            service.http().close();
            throw e;
        }
    }

    private GatheredReading(GatheredSource service, ImportContext context) {
        var options = context.options();
        this.service = service;
        this.checkpoints =
                options.dryRun() || options.limit().isPresent()
                        ? Checkpoints.NONE
                        : context.checkpoints();
        this.most = options.limit().orElse(Long.MAX_VALUE);
        this.request = Hashes.sha256(service.first().text());
        this.name = request.substring(0, 32);
        gather(context);
        this.entries = service.entries(List.copyOf(pages)).iterator();
    }

    private void gather(ImportContext context) {
        var start = checkpoints.read(name).flatMap(PageCheckpoint::read).filter(this::restore);
        start.ifPresent(checkpoint ->
                find(
                        "%d pages were fetched before, when the import was cut off; what the source changed in them since is not seen."
                                .formatted(checkpoint.pages())));
        var walk =
                new PageWalk(
                        service.http(),
                        service.paging(),
                        start.orElseGet(() -> PageCheckpoint.start(service.first())));
        while (walk.hasNext() && walk.entries() < most) {
            var step = walk.step();
            var page = step.page();
            take(page, page.answer().toString());
            step.after()
                    .ifPresent(checkpoint -> {
                        checkpoints.write(pageName(page.number()), page.answer().toString());
                        checkpoints.write(name, checkpoint.json());
                    });
            service.paging().total(page.answer()).ifPresent(context.progress()::expected);
            context.progress().fetched(walk.entries());
        }
        sha256 = walk.sha256();
        var counted = service.paging().total(pages.getLast().answer());
        if (!walk.hasNext() && counted.orElse(0) > walk.entries()) {
            find(
                    "The service counts %,d entries but gave %,d."
                            .formatted(counted.getAsLong(), walk.entries()));
        }
    }

    /// Takes the pages of a checkpoint in; false where they are not all there any more.
    private boolean restore(PageCheckpoint checkpoint) {
        for (int number = 1; number <= checkpoint.pages(); number++) {
            var kept = checkpoints.read(pageName(number));
            try {
                var text = kept.orElseThrow(() -> new RefusedEntry(name, "It is gone.", ""));
                var answer = JsonFiles.parse(text, name);
                take(new Page(number, service.first(), service.paging().pointer(), answer), text);
            } catch (RefusedEntry e) {
                pages.clear();
                size = 0;
                return false;
            }
        }
        return true;
    }

    private void take(Page page, String text) {
        size += text.length();
        if (size > service.largest()) {
            throw new UnreadableSource(
                    service.first().uri().toString(),
                    "The %d pages so far are larger than %,d bytes together; they have to fit into memory."
                            .formatted(page.number(), service.largest()),
                    "ask for less at a time.");
        }
        pages.add(page);
    }

    private String pageName(int number) {
        return name + "-" + number;
    }

    private void find(String what) {
        findings.add(new Finding(service.first().uri().toString(), what));
    }

    @Override
    public SourceDescription source() {
        return service.describe(Optional.empty(), walked ? sha256 : request);
    }

    @Override
    public Iterator<SourceEntry> entries() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                walked = !entries.hasNext();
                return !walked;
            }

            @Override
            public SourceEntry next() {
                return entries.next();
            }
        };
    }

    @Override
    public void recorded() {
        if (walked) {
            checkpoints.remove(name);
            for (int number = 1; number <= pages.size(); number++) {
                checkpoints.remove(pageName(number));
            }
        }
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
