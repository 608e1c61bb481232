package dev.lodestone.importers.optimade;

import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.Importer;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.http.HttpSettings;
import dev.lodestone.importers.http.Since;
import dev.lodestone.importers.json.JsonFiles;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads structures and references of any database that answers in OPTIMADE.
public final class OptimadeImporter implements Importer {
    @Override
    public String name() {
        return "optimade";
    }

    @Override
    public String title() {
        return "OPTIMADE";
    }

    @Override
    public String description() {
        return "Structures and references of any database with an OPTIMADE interface, from saved"
                + " answers, from the JSON Lines of a whole database, or by HTTP: a material with"
                + " its structure, lattice, symmetry and composition, and the database's own values"
                + " that have a term.";
    }

    @Override
    public List<String> accepts() {
        return List.of("*.json", "*.json.gz", "*.jsonl", "*.jsonl.gz", "*/");
    }

    @Override
    public Map<String, String> settings() {
        return HttpSettings.and(
                Map.of(
                        "provider",
                        "which database, where the answers do not say; without a path it is asked: "
                                + ProviderTable.builtIn().names(),
                        "database",
                        "which one of several of a provider, the same at each import of it",
                        "filter",
                        "by HTTP: which structures, in the filter language (elements HAS \"Li\")",
                        Since.NAME,
                        "by HTTP: only what the database says it changed since a date or time",
                        Address.ENTRIES,
                        "by HTTP: structures, with the references they cite, or references; structures unless given",
                        "page-limit",
                        "by HTTP: how many entries to ask for at a time; 50 unless given",
                        PartialData.SETTING,
                        "by HTTP: the most MiB of a value that is given elsewhere and fetched; 4"
                                + " unless given, none to leave them"));
    }

    @Override
    public Optional<SourceLocation> location(ImportOptions options) {
        return options.setting("provider")
                .map(name ->
                        new SourceLocation.Online(
                                URI.create(
                                        ProviderTable.builtIn()
                                                .address(name, options.setting("database")))));
    }

    @Override
    public SourceReading open(SourceLocation location, ImportContext context) {
        return switch (location) {
            case SourceLocation.Online(var uri) -> OptimadeService.open(uri, context);
            case SourceLocation.OnDisk(var path) -> {
                for (var name : List.of("filter", Since.NAME, Address.ENTRIES)) {
                    context.options()
                            .setting(name)
                            .ifPresent(given -> {
                                throw new UnreadableSource(
                                        path.toString(),
                                        "The setting %s (%s) is for a server, and this is a path."
                                                .formatted(name, given),
                                        "give the address of the database, or leave it out.");
                            });
                }
                yield OptimadeReading.open(path, JsonFiles.under(path), context.options());
            }
        };
    }
}
