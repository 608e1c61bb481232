package dev.lodestone.benchmarks;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What was given on the command line: `--name value` pairs.
record Options(Map<String, String> given) {
    /// @throws IllegalArgumentException if a name has no value
    static Options parse(Iterable<String> arguments) {
        var given = new TreeMap<String, String>();
        var words = arguments.iterator();
        while (words.hasNext()) {
            var name = words.next();
            if (!name.startsWith("--") || !words.hasNext()) {
                throw new IllegalArgumentException(
                        "The option (%s) is not of the form --name value.".formatted(name));
            }
            given.put(name.substring(2), words.next());
        }
        return new Options(given);
    }

    /// Where files are made; what is there from an earlier run is used again.
    Path work() {
        return Path.of(text("work").orElse("/tmp/lodestone-bench"));
    }

    int number(String name, int otherwise) {
        return text(name).map(Integer::parseInt).orElse(otherwise);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name));
    }
}
