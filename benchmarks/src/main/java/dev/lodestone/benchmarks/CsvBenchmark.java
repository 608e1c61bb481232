package dev.lodestone.benchmarks;

import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/// A large table through a mapping into a store, in a small heap. The table is made once, and kept.
final class CsvBenchmark implements Benchmark {
    private static final String MAPPING =
            """
            mapping: large-table
            version: 1
            file: {decimal: point}
            source: {title: A table made for measurements, licence: CC0-1.0, whole: true}
            sample: {key: [sample], form: lsk:Powder, name: "{sample}"}
            row: {key: [run]}
            events:
              sintering: {kind: process, type: lsk:Sintering, of: sample, after: [registration]}
              cycling: {kind: measurement, type: lsk:GalvanostaticCycling, of: row, after: [sintering]}
            columns:
              sample: {identity: true}
              run: {identity: true}
              temperature: {in: sintering, as: parameter, property: lsp:sinteringTemperature, unit: °C, basis: Recorded, mode: Setpoint}
              time: {in: sintering, as: parameter, property: lsp:sinteringTime, unit: unit:HR, basis: Recorded, mode: Setpoint}
              c_rate: {in: cycling, as: condition, property: lsp:cRate, unit: unit:UNITLESS, basis: Recorded}
              capacity: {in: cycling, as: result, property: lsp:specificDischargeCapacity, unit: mAh/g, basis: Measured}
              remark: {verbatimIn: cycling}
            """;

    @Override
    public void run(Options options, Report report) throws Exception {
        long bytes = options.number("mb", 1_000) * 1_000_000L;
        var directory = Files.createDirectories(options.work().resolve("csv"));
        var table = directory.resolve("table-%d.csv".formatted(bytes));
        long rows;
        try {
            rows = Long.parseLong(Files.readString(counted(table)));
        } catch (IOException e) {
            report.progress("writing " + table);
            rows = write(table, bytes);
        }
        var mapping = Files.writeString(directory.resolve("mapping.yaml"), MAPPING);
        new LargeImport(options, report)
                .run(
                        "csv",
                        SourceLocation.of(table.toString()),
                        ImportOptions.DEFAULT.with("mapping", mapping.toString()),
                        rows,
                        Files.size(table));
    }

    private static Path counted(Path table) {
        return table.resolveSibling(table.getFileName() + ".rows");
    }

    /// Each sample has two rows, which say the same of how it was made.
    private static long write(Path table, long bytes) throws IOException {
        var random = new SplittableRandom(5);
        long written = 0;
        long rows = 0;
        int temperature = 0;
        int time = 0;
        try (var out = Files.newBufferedWriter(table)) {
            out.write("sample,run,temperature,time,c_rate,capacity,remark\n");
            while (written < bytes) {
                if (rows % 2 == 0) {
                    temperature = 700 + random.nextInt(200);
                    time = 4 + random.nextInt(20);
                }
                var row =
                        String.format(
                                Locale.ROOT,
                                "S-%08d,%d,%d,%d,0.%d,%.2f,%s%n",
                                rows / 2,
                                rows % 2 + 1,
                                temperature,
                                time,
                                1 + random.nextInt(9),
                                120 + 100 * random.nextDouble(),
                                "cell %08d of the rack held at rest for an hour before "
                                        .formatted(rows)
                                        .repeat(2)
                                        .strip());
                out.write(row);
                written += row.length();
                rows++;
            }
        }
        Files.writeString(counted(table), Long.toString(rows));
        return rows;
    }
}
