package dev.lodestone.importers.optimade;

import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.UnreadableSource;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The entries among what stands in answers, as they are of one database.
final class FoundEntries {
    static final String MAPPING = "optimade 2";

    private final Provider provider;
    private final Background background;

    private FoundEntries(Provider provider, Background background) {
        this.provider = provider;
        this.background = background;
    }

    /// Chooses the database by what is known of it.
    ///
    /// @param place how the source is named in messages
    /// @throws UnreadableSource if it cannot be told, or is not free for all uses and was not asked
    ///   for all the same
    static FoundEntries of(String place, ImportOptions options, Background background) {
        var provider =
                ProviderTable.builtIn()
                        .choose(
                                place,
                                options.setting("provider"),
                                options.setting("database"),
                                background.prefixes(),
                                background.ownFields(),
                                background.urls());
        if (provider.restricted() && !options.restricted()) {
            throw new UnreadableSource(
                    place,
                    "The data of (%s) are not free for all uses (%s)."
                            .formatted(provider.title(), provider.licence().orElse("no licence")),
                    "import with --restricted, if your agreement with them allows it.");
        }
        return new FoundEntries(provider, background);
    }

    /// The entry that was found; nothing where something else was.
    Optional<SourceEntry> entry(Found found) {
        return switch (found) {
            case Found.Resource(var place, var json, var prefix) ->
                    Optional.of(entry(place, json, prefix));
            case Found.Included(var place, var json) ->
                    Optional.of(entry(place, json, Optional.empty()));
            case Found.Unreadable(var why) -> Optional.of(SourceEntry.refused(why));
            case Found.Meta _, Found.InfoPage _, Found.Url _, Found.WholeDatabase _, Found.Odd _ ->
                    Optional.empty();
        };
    }

    private SourceEntry entry(String place, JsonNode json, Optional<String> prefix) {
        return new SourceEntry() {
            @Override
            public String locator() {
                return place;
            }

            @Override
            public MappedEntry map() {
                prefix.filter(other -> !other.equals(provider.prefix()))
                        .ifPresent(other -> {
                            throw new RefusedEntry(
                                    place,
                                    "The answer says it is from the provider (%s), and what is imported is from (%s)."
                                            .formatted(other, provider.prefix()),
                                    "import it by itself.");
                        });
                return licensed(
                        switch (Entry.of(json, place)) {
                            case Entry.Structure structure ->
                                    StructureMapping.map(structure, provider, background::unit);
                            case Entry.Reference reference ->
                                    ReferenceMapping.map(reference, provider);
                        });
            }
        };
    }

    /// What is not free for all uses says so on every record.
    private MappedEntry licensed(MappedEntry entry) {
        if (!provider.restricted() || provider.licence().isEmpty()) {
            return entry;
        }
        return new MappedEntry(
                entry.items().stream()
                        .map(item -> item.licensed(provider.licence().get()))
                        .toList(),
                entry.mappedFields(),
                entry.dropped(),
                entry.findings());
    }

    /// What is read, for the run's own record.
    SourceDescription describe(String location, String sha256, boolean whole) {
        return new SourceDescription(
                provider.source(),
                provider.title(),
                location,
                sha256,
                background.version(),
                provider.doi(),
                background.licence().or(provider::licence),
                provider.attribution(),
                MAPPING,
                whole);
    }
}
