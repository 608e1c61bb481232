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
import dev.lodestone.importers.SuggestsMapping;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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
        if (source == null || path == null) {
            throw new ParameterException(
                    commandLine(), "A source and a path are due, or --list, or --undo RUN.");
        }
        if (suggest) {
            return suggest(source, path);
        }
        var options = new ImportOptions(dryRun, remap, part, restricted, settings);
        try (var bar = ProgressLine.on(err(), "importing")) {
            ImportProgress progress =
                    (entries, written) ->
                            bar.at(entries, "entries, %,d records written".formatted(written));
            var report =
                    new ImportRun(store.log(), store.intake(), store.files())
                            .run(
                                    Importers.named(source),
                                    location(path),
                                    new ImportContext(options, Secrets::find),
                                    progress);
            String text = json() ? report.json() : report.text();
            out().println(text);
            return 0;
        }
    }

    private int suggest(String importer, String file) {
        if (!(Importers.named(importer) instanceof SuggestsMapping drafts)) {
            throw new ParameterException(
                    commandLine(),
                    "The importer (%s) needs no mapping. Maybe csv or xlsx is meant."
                            .formatted(importer));
        }
        out().print(drafts.suggest(location(file).path(), Optional.ofNullable(sheet)));
        return 0;
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
