package dev.lodestone.importers.tensile;

import dev.lodestone.importers.FileProblems;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.json.JsonFiles;
import dev.lodestone.importers.tensile.TensileEntry.Blank;
import dev.lodestone.importers.tensile.TensileEntry.Delivery;
import dev.lodestone.importers.tensile.TensileEntry.HeatTreatment;
import dev.lodestone.importers.tensile.TensileEntry.Rod;
import dev.lodestone.importers.tensile.TensileEntry.TestFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The data set being read: the production table at once, the machine's files one after another.
final class TensileReading implements SourceReading {
    private static final long LARGEST_FILE = 64L << 20;

    private final SourceDescription source;
    private final ProductionTable table;
    private final List<Path> tests;
    private final List<String> notRead;

    private TensileReading(
            SourceDescription source,
            ProductionTable table,
            List<Path> tests,
            List<String> notRead) {
        this.source = source;
        this.table = table;
        this.tests = List.copyOf(tests);
        this.notRead = List.copyOf(notRead);
    }

    static TensileReading open(Path path, ImportOptions options) {
        boolean whole = Files.isDirectory(path);
        var all = whole ? files(path) : List.of(path);
        var tables = all.stream().filter(file -> ends(file, ".json")).toList();
        if (tables.size() != 1) {
            throw new UnreadableSource(
                    path.toString(),
                    "One production table (*.json) is due here; there are %d."
                            .formatted(tables.size()),
                    "the directory of the data set is meant, with refdataproject_production.json and the machine's files (*.csv).");
        }
        var tests = all.stream().filter(file -> ends(file, ".csv")).toList();
        var read = new ArrayList<>(tables);
        read.addAll(tests);
        return new TensileReading(
                new SourceDescription(
                        ProductionMapping.SOURCE,
                        "Tensile tests of 42CrMoS4 with the production history of their specimens",
                        path.toString(),
                        JsonFiles.sha256(read),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("CC BY 4.0"),
                        Optional.of(
                                "Fraunhofer IWM Freiburg and Leibniz-IWT Bremen, Plattform"
                                        + " MaterialDigital (PMD) reference dataset"),
                        "tensile-42crmos4 1",
                        whole && !options.part()),
                ProductionTable.read(tables.getFirst()),
                tests,
                all.stream()
                        .filter(file -> !read.contains(file))
                        .map(TensileReading::name)
                        .toList());
    }

    @Override
    public SourceDescription source() {
        return source;
    }

    @Override
    public Iterator<SourceEntry> entries() {
        var treatments = table.treatments();
        var shared = new ArrayList<TensileEntry>();
        shared.add(new Rod(table.place(), table.blanks(), notRead));
        shared.addAll(treatments);
        shared.add(new Delivery(table.place(), table.blanks(), treatments));
        shared.addAll(table.blanks());
        return Stream.concat(shared.stream().map(this::entry), tests.stream().map(this::test))
                .iterator();
    }

    @Override
    public void close() {}

    private SourceEntry test(Path file) {
        var name = name(file);
        try {
            return entry(new TestFile(name, name, text(file)));
        } catch (RefusedEntry e) {
            return SourceEntry.refused(e);
        }
    }

    private SourceEntry entry(TensileEntry entry) {
        return SourceEntry.of(
                entry.place(),
                () ->
                        switch (entry) {
                            case Rod rod -> ProductionMapping.map(rod);
                            case HeatTreatment treatment -> ProductionMapping.map(treatment);
                            case Delivery delivery -> ProductionMapping.map(delivery);
                            case Blank blank -> ProductionMapping.map(blank);
                            case TestFile file -> TestMapping.map(file, table);
                        });
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new RefusedEntry(
                        name(file),
                        "The file has %,d bytes; the most is %,d."
                                .formatted(Files.size(file), LARGEST_FILE),
                        "it is not a file of the testing machine.");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RefusedEntry(
                    name(file),
                    "The file is not text in UTF-8 (%s).".formatted(e.getMessage()),
                    "it was saved in another encoding.");
        } catch (IOException e) {
            throw new RefusedEntry(name(file), FileProblems.problem("file", e), "");
        }
    }

    private static List<Path> files(Path directory) {
        try (var list = Files.list(directory)) {
            return list.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UnreadableSource(
                    directory.toString(), FileProblems.problem("directory", e), "", e);
        }
    }

    private static boolean ends(Path file, String with) {
        return name(file).toLowerCase(Locale.ROOT).endsWith(with);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
