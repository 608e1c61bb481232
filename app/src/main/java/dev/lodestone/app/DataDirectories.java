package dev.lodestone.app;

import dev.lodestone.app.cli.StoreVerb.WithoutStore;
import dev.lodestone.events.log.EventLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is found where a data directory is looked for.
final class DataDirectories {
    private static final int SHOWN = 5;

    private DataDirectories() {}

    /// Work on a data directory.
    @FunctionalInterface
    interface Work {
        int on(Path directory) throws IOException;
    }

    /// Whether something was ever recorded there, or was about to be.
    static boolean holdsStore(Path directory) {
        return Files.exists(directory.resolve(EventLogs.FILE));
    }

    /// Why a verb cannot run there; absent where it can.
    static Optional<String> missing(Path directory, WithoutStore otherwise) throws IOException {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            return Optional.of(
                    "The data directory (%s) is a file.%n%s."
                            .formatted(directory, otherOnes(directory)));
        }
        return otherwise != WithoutStore.REFUSE || holdsStore(directory)
                ? Optional.empty()
                : Optional.of(
                        "There is no store in (%s).%n%s; `lodestone record` and `lodestone import` make one."
                                .formatted(directory, otherOnes(directory)));
    }

    /// Work on an empty directory that is gone afterwards.
    static int inPassing(Work work) throws IOException {
        var directory = Files.createTempDirectory("lodestone-");
        try {
            return work.on(directory);
        } finally {
            remove(directory);
        }
    }

    private static void remove(Path directory) throws IOException {
        List<Path> all;
        try (var files = Files.walk(directory)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (var file : all) {
            Files.deleteIfExists(file);
        }
    }

    private static String otherOnes(Path directory) throws IOException {
        var near = near(directory);
        return "Maybe --data names another directory" + (near.isEmpty() ? "" : ", such as " + near);
    }

    /// How many letters two names have in common at their beginning.
    private static int alike(Path one, Path other) {
        var names = List.of(one.getFileName().toString(), other.getFileName().toString());
        int same = 0;
        while (same < names.getFirst().length()
                && same < names.getLast().length()
                && names.getFirst().charAt(same) == names.getLast().charAt(same)) {
            same++;
        }
        return same;
    }

    private static String near(Path directory) throws IOException {
        var parent = directory.getParent();
        if (parent == null || !Files.isReadable(parent) || !Files.isDirectory(parent)) {
            return "";
        }
        try (var beside = Files.list(parent)) {
            return beside.filter(DataDirectories::holdsStore)
                    .sorted(
                            Comparator.comparingInt((Path one) -> -alike(one, directory))
                                    .thenComparing(Comparator.naturalOrder()))
                    .limit(SHOWN)
                    .map(Path::toString)
                    .collect(Collectors.joining(", "));
        }
    }
}
