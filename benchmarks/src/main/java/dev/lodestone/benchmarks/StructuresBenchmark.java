package dev.lodestone.benchmarks;

import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.SourceLocation;

/// Many OPTIMADE structures over HTTP, from a server in this process, into a store in a small heap.
final class StructuresBenchmark implements Benchmark {
    @Override
    public void run(Options options, Report report) throws Exception {
        int structures = options.number("structures", 1_000_000);
        try (var server = new StructureServer(structures)) {
            new LargeImport(options, report)
                    .run(
                            "optimade",
                            new SourceLocation.Online(server.uri()),
                            ImportOptions.DEFAULT
                                    .with("allow-private", "true")
                                    .with("page-limit", "500"),
                            structures,
                            0);
        }
    }
}
