package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.events.RecordId;
import dev.lodestone.importers.CheckpointFiles;
import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.ImportProgress;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.ImportRun;
import dev.lodestone.importers.ImportUndo;
import dev.lodestone.importers.Importer;
import dev.lodestone.importers.Importers;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.importers.SuggestsMapping;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// Imports a source, or lists the importers, or withdraws a run.
@Command(
        name = "import",
        description = {
            "Import a source and say what was mapped, kept, dropped and refused.",
            "Importing again writes only what changed; a run that was cut off is finished by running it again."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand extends StoreVerb {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SOURCE",
            description = "One of `lodestone import --list`.")
    private @Nullable String source;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PATH",
            description = {
                "The file or directory; or the URL of a service.",
                "Left out, the source's own service is asked, if it has one."
            })
    private @Nullable String path;

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

    @Option(names = "--list", description = "List the importers.")
    private boolean list;

    @Option(names = "--dry-run", description = "Map and compare; write nothing.")
    private boolean dryRun;

    @Option(
            names = "--remap",
            description = "Correct records whose source is unchanged but whose mapping is not.")
    private boolean remap;

    @Option(
            names = "--part",
            description = "The file is a part of the source: nothing has vanished from it.")
    private boolean part;

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
            names = "--suggest",
            description =
                    "Print a draft of the mapping for a table, and how sure it is; import nothing.")
    private boolean suggest;

    @Option(
            names = "--sheet",
            paramLabel = "NAME",
            description = "With --suggest: the sheet of a workbook; else the first.")
    private @Nullable String sheet;

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

    @Option(
            names = "--undo",
            paramLabel = "RUN",
            description = "Withdraw everything an import run recorded.")
    private @Nullable String undo;

    @Option(names = "--because", paramLabel = "TEXT", description = "Why a run is withdrawn.")
    private @Nullable String because;

    @Override
    public Store.Needs needs() {
        return list || suggest ? Store.Needs.NOTHING : Store.Needs.LOG;
    }

    @Override
    protected int run(Store store) throws Exception {
        if (list) {
            return list();
        } else if (undo != null) {
            return undo(store, RecordId.of(undo));
        }
        if (source == null) {
            throw new ParameterException(
                    commandLine(), "A source and a path are due, or --list, or --undo RUN.");
        }
        var importer = Importers.named(source);
        var options = options();
        var location = location(importer, options);
        if (suggest) {
            return suggest(importer, location);
        }
        try (var bar = ProgressLine.on(err(), "importing")) {
            var report =
                    new ImportRun(store.log(), store.intake(), store.files())
                            .run(
                                    importer,
                                    location,
                                    new ImportContext(options, Secrets::find)
                                            .with(checkpoints(store)),
                                    new Shown(bar, limit == null ? Long.MAX_VALUE : limit));
            String text = json() ? report.json() : report.text();
            out().println(text);
            return report.unfinished().isPresent() || isAllRefused(report.entries()) ? 1 : 0;
        }
    }

    private static boolean isAllRefused(ImportReport.Entries entries) {
        return entries.refused() > 0 && entries.refused() == entries.read();
    }

    private int suggest(Importer importer, SourceLocation table) {
        if (!(importer instanceof SuggestsMapping drafts)) {
            throw new ParameterException(
                    commandLine(),
                    "The importer (%s) needs no mapping. Maybe csv or xlsx is meant."
                            .formatted(importer.name()));
        }
        out().print(drafts.suggest(table.path(), Optional.ofNullable(sheet)));
        return 0;
    }

    /// A bar that says how far an import is.
    private record Shown(ProgressLine bar, long most) implements ImportProgress {
        @Override
        public void at(long entries, long written) {
            bar.at(entries, "entries, %,d records written".formatted(written));
        }

        @Override
        public void expected(long entries) {
            bar.expect(Math.min(entries, most));
        }

        @Override
        public void fetched(long entries) {
            bar.at(entries, "entries fetched");
        }
    }

    private ImportOptions options() {
        var options = new ImportOptions(dryRun, remap, part, restricted, settings);
        if (query != null) {
            options = options.with("query", query);
        }
        if (provider != null) {
            options = options.with("provider", provider);
        }
        if (filter != null) {
            options = options.with("filter", filter);
        }
        if (since != null) {
            options = options.with("since", since);
        }
        if (allowPrivate) {
            options = options.with("allow-private", "true");
        }
        return limit == null ? options : options.withLimit(limit);
    }

    private static CheckpointFiles checkpoints(Store store) {
        return new CheckpointFiles(store.directory().resolve("imports"));
    }

    private SourceLocation location(Importer importer, ImportOptions options) {
        if (path == null) {
            return importer.location(options)
                    .orElseThrow(() ->
                            new ParameterException(
                                    commandLine(),
                                    "A path is due: %s has no service of its own."
                                            .formatted(importer.title())));
        }
        return switch (SourceLocation.of(path)) {
            case SourceLocation.OnDisk(Path given) -> new SourceLocation.OnDisk(resolved(given));
            case SourceLocation.Online online -> online;
        };
    }

    private int list() {
        for (Importer importer : Importers.all()) {
            out().printf("%-20s %s%n", importer.name(), importer.title());
            out().printf("%-20s %s%n", "", importer.description());
            out().printf("%-20s reads %s%n", "", String.join(", ", importer.accepts()));
            importer.service()
                    .ifPresent(uri -> out().printf("%-20s or the service at %s%n", "", uri));
            new TreeMap<>(importer.settings())
                    .forEach(
                            (name, what) -> out().printf("%-20s --set %s=…: %s%n", "", name, what));
        }
        return 0;
    }

    private int undo(Store store, RecordId run) {
        var undone =
                new ImportUndo(store.log(), store.intake())
                        .undo(run, Optional.ofNullable(because).orElse("The import is undone."));
        checkpoints(store).clear();
        if (json()) {
            out().println(WholeJson.write(undone));
        } else {
            out().printf(
                            "Withdrew %,d records of the run %s in %d entries; %,d had been withdrawn or replaced before.%n",
                            undone.retracted(), run, undone.retractions(), undone.left());
        }
        return 0;
    }
}
