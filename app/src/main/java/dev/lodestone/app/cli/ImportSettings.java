package dev.lodestone.app.cli;

import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.Importer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// What of a source is imported, and how it is read.
final class ImportSettings {
    private static final String MAPPING = "mapping";

    @Option(
            names = "--query",
            paramLabel = "QUERY",
            description = "What of a service: in the words of its API; see docs/sources.")
    private @Nullable String query;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "Only what a service got or changed since a date or time.")
    private @Nullable String since;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Read at most so many entries; the run then counts as a part.")
    private @Nullable Long limit;

    @Option(
            names = "--allow-private",
            description = "The service may be on this machine or in a private network.")
    private boolean allowPrivate;

    @Option(
            names = "--restricted",
            description = "Also import entries under a non-commercial licence or an embargo.")
    private boolean restricted;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the importer; see --list.")
    private Map<String, String> settings = Map.of();

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description = "Which database, as --set provider=NAME; it may stand for the path.")
    private @Nullable String provider;

    @Option(
            names = "--filter",
            paramLabel = "TEXT",
            description = "Which entries to ask a server for, as --set filter=TEXT.")
    private @Nullable String filter;

    /// All of it.
    ///
    /// @param resolved a path as the caller means it
    /// @throws ParameterException if the importer does not take one of the options
    ImportOptions options(
            Importer importer,
            boolean dryRun,
            boolean remap,
            boolean part,
            CommandLine line,
            UnaryOperator<Path> resolved) {
        var options = new ImportOptions(dryRun, remap, part, restricted, paths(resolved));
        for (var option : given().entrySet()) {
            check(importer, option.getKey(), line);
            options = options.with(option.getKey(), option.getValue());
        }
        return limit == null ? options : options.withLimit(limit);
    }

    private Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        Optional.ofNullable(query).ifPresent(text -> given.put("query", text));
        Optional.ofNullable(provider).ifPresent(text -> given.put("provider", text));
        Optional.ofNullable(filter).ifPresent(text -> given.put("filter", text));
        Optional.ofNullable(since).ifPresent(text -> given.put("since", text));
        if (allowPrivate) {
            given.put("allow-private", "true");
        }
        return given;
    }

    private static void check(Importer importer, String name, CommandLine line) {
        var known = importer.settings();
        if (known.containsKey(name)) {
            return;
        }
        var takes =
                Stream.of("query", "provider", "filter", "since", "allow-private")
                        .filter(known::containsKey)
                        .map(each -> "--" + each)
                        .collect(Collectors.joining(", "));
        throw new ParameterException(
                line,
                "The importer (%s) takes no --%s.%nMaybe %s."
                        .formatted(
                                importer.name(),
                                name,
                                takes.isEmpty()
                                        ? "leave it out: it reads files only"
                                        : "one of " + takes));
    }

    /// The settings, with the file of a mapping as the caller means it, who may be in another
    /// directory than the process that reads it.
    private Map<String, String> paths(UnaryOperator<Path> resolved) {
        var mapping = settings.get(MAPPING);
        if (mapping == null || !Files.exists(resolved.apply(Path.of(mapping)))) {
            return settings;
        }
        var all = new LinkedHashMap<>(settings);
        all.put(MAPPING, resolved.apply(Path.of(mapping)).toString());
        return all;
    }
}
