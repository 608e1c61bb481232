package dev.lodestone.benchmarks;

import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.SourceLocation;
import java.nio.file.Path;

/// One import of something large into a store in this process: how long it took, and with how much
/// memory. What was read is held against what there is.
final class LargeImport {
    private final Options options;
    private final Report report;

    LargeImport(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    /// @param entries how many the source has
    /// @param bytes how many it has, or 0 if that is not known
    void run(String importer, SourceLocation source, ImportOptions how, long entries, long bytes) {
        boolean graph = options.text("graph").orElse("yes").equals("yes");
        Path data = Folders.fresh(options.work().resolve("large-import"));
        var importing = new Timings();
        var following = new Timings();
        try (var memory = new Memory();
                var store = new FollowedStore(data, graph)) {
            importing.time(() -> {
                var read = store.run(importer, source, how).entries().mapped();
                if (read != entries) {
                    throw new IllegalStateException(
                            "%d entries were expected, %d mapped".formatted(entries, read));
                }
            });
            following.time(store::await);
            report.result(
                    importer,
                    "entries",
                    entries,
                    "mb",
                    bytes / 1e6,
                    "events",
                    store.log().head().value(),
                    "graph",
                    graph ? "follows" : "none",
                    "imported_s",
                    importing.seconds(),
                    "entries_per_s",
                    entries / importing.seconds(),
                    "mb_per_s",
                    bytes / 1e6 / importing.seconds(),
                    "graph_behind_s",
                    following.seconds());
            memory.tell(importer + " memory", report);
        }
    }
}
