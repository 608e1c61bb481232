package dev.lodestone.app;

import dev.lodestone.projections.translate.Iris;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/// What belongs to a data directory rather than to one start of a server: the file
/// `lodestone.properties` in it, over which the environment wins.
///
/// @param base of all IRIs (`base`, `LODESTONE_BASE`); changing it builds the graphs anew
/// @param neo4j where the property graph is kept (`neo4j`, `LODESTONE_NEO4J`), if anywhere
public record Settings(String base, Optional<String> neo4j) {
    private static final String FILE = "lodestone.properties";
    private static final Set<String> KNOWN = Set.of("base", "neo4j");

    /// Reads the settings of a data directory.
    ///
    /// @throws IllegalArgumentException for a key that is not known
    public static Settings of(Path dataDirectory) throws IOException {
        var file = dataDirectory.resolve(FILE);
        var properties = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                properties.load(in);
            }
        }
        for (var key : properties.stringPropertyNames()) {
            if (!KNOWN.contains(key)) {
                throw new IllegalArgumentException(
                        """
                        The setting (%s) in (%s) is unknown.
                        Maybe one of %s.\
                        """
                                .formatted(
                                        key,
                                        file,
                                        String.join(", ", KNOWN.stream().sorted().toList())));
            }
        }
        return new Settings(
                find(properties, "base", "LODESTONE_BASE").orElse(Iris.DEFAULT_BASE),
                find(properties, "neo4j", "LODESTONE_NEO4J"));
    }

    private static Optional<String> find(Properties file, String key, String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .or(() -> Optional.ofNullable(file.getProperty(key)))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
