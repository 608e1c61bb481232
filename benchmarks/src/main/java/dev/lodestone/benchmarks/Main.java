package dev.lodestone.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Runs one benchmark: `Main NAME [--option value …]`.
public final class Main {
    private static final Map<String, Benchmark> BENCHMARKS =
            new TreeMap<>(
                    Map.of(
                            "append", new AppendBenchmark(),
                            "groupcommit", new GroupCommitBenchmark(),
                            "rebuild", new RebuildBenchmark(),
                            "queries", new QueriesBenchmark(),
                            "sizes", new SizesBenchmark(),
                            "impact", new ImpactBenchmark(),
                            "import", new ImportBenchmark(),
                            "library", new LibraryBenchmark(),
                            "plate", new PlateBenchmark(),
                            "million", new MillionBenchmark()));

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
