package dev.lodestone.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Runs one benchmark: `Main NAME [--option value …]`.
public final class Main {
    private static final Map<String, Benchmark> BENCHMARKS =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("append", new AppendBenchmark()),
                            Map.entry("groupcommit", new GroupCommitBenchmark()),
                            Map.entry("rebuild", new RebuildBenchmark()),
                            Map.entry("follow", new FollowBenchmark()),
                            Map.entry("queries", new QueriesBenchmark()),
                            Map.entry("sizes", new SizesBenchmark()),
                            Map.entry("impact", new ImpactBenchmark()),
                            Map.entry("import", new ImportBenchmark()),
                            Map.entry("import-csv", new CsvBenchmark()),
                            Map.entry("import-http", new StructuresBenchmark()),
                            Map.entry("library", new LibraryBenchmark()),
                            Map.entry("plate", new PlateBenchmark()),
                            Map.entry("million", new MillionBenchmark())));

    private Main() {}

    public static void main(String[] args) throws Exception {
        var benchmark = args.length == 0 ? null : BENCHMARKS.get(args[0]);
        if (benchmark == null) {
            System.err.println("Name one of " + BENCHMARKS.keySet() + ".");
            System.exit(2);
            return;
        }
        benchmark.run(
                Options.parse(List.of(args).subList(1, args.length)),
                new Report(args[0], System.out));
    }
}
