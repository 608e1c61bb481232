package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.events.RecordId;
import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.ImportProgress;
import dev.lodestone.importers.ImportRun;
import dev.lodestone.importers.ImportUndo;
import dev.lodestone.importers.Importer;
import dev.lodestone.importers.Importers;
import dev.lodestone.importers.SourceLocation;
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
            description = "The file, directory or URL.")
    private @Nullable String path;

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
        return list ? Store.Needs.NOTHING : Store.Needs.LOG;
    }

    @Override
    protected int run(Store store) throws Exception {
        if (list) {
            return list();
        } else if (undo != null) {
            return undo(store, RecordId.of(undo));
        }
        if (source == null) {
            throw missing();
        }
        var importer = Importers.named(source);
        var options = new ImportOptions(dryRun, remap, part, restricted, allSettings());
        var location =
                path == null
                        ? importer.location(options).orElseThrow(this::missing)
                        : location(path);
        try (var bar = ProgressLine.on(err(), "importing")) {
            ImportProgress progress =
                    (entries, written) ->
                            bar.at(entries, "entries, %,d records written".formatted(written));
            var report =
                    new ImportRun(store.log(), store.intake(), store.files())
                            .run(
                                    importer,
                                    location,
                                    new ImportContext(options, Secrets::find),
                                    progress);
            String text = json() ? report.json() : report.text();
            out().println(text);
            return 0;
        }
    }

    private ParameterException missing() {
        return new ParameterException(
                commandLine(), "A source and a path are due, or --list, or --undo RUN.");
    }

    private Map<String, String> allSettings() {
        var all = new TreeMap<>(settings);
        if (provider != null) {
            all.put("provider", provider);
        }
        if (filter != null) {
            all.put("filter", filter);
        }
        return all;
    }

    private SourceLocation location(String pathOrUrl) {
        return switch (SourceLocation.of(pathOrUrl)) {
            case SourceLocation.OnDisk(Path given) -> new SourceLocation.OnDisk(resolved(given));
            case SourceLocation.Online online -> online;
        };
    }

    private int list() {
        for (Importer importer : Importers.all()) {
            out().printf("%-20s %s%n", importer.name(), importer.title());
            out().printf("%-20s %s%n", "", importer.description());
            out().printf("%-20s reads %s%n", "", String.join(", ", importer.accepts()));
            importer.settings()
                    .forEach(
                            (name, what) -> out().printf("%-20s --set %s=…: %s%n", "", name, what));
        }
        return 0;
    }

    private int undo(Store store, RecordId run) {
        var undone =
                new ImportUndo(store.log(), store.intake())
                        .undo(run, Optional.ofNullable(because).orElse("The import is undone."));
        if (json()) {
            out().println(Json.write(undone));
        } else {
            out().printf(
                            "Withdrew %,d records of the run %s in %d entries; %,d had been withdrawn or replaced before.%n",
                            undone.retracted(), run, undone.retractions(), undone.left());
        }
        return 0;
    }
}
