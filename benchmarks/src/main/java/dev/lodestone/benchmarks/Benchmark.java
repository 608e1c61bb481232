package dev.lodestone.benchmarks;

/// One measurement, with its baseline.
@FunctionalInterface
interface Benchmark {
    void run(Options options, Report report) throws Exception;
}
