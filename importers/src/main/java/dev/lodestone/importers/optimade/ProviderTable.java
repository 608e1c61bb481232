package dev.lodestone.importers.optimade;

import dev.lodestone.importers.UnreadableSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The table of providers, as it stands in `providers.yaml`.
public final class ProviderTable {
    private final List<Provider> rows;

    private ProviderTable(List<Provider> rows) {
        this.rows = rows;
    }

    /// The table that comes with the program.
    public static ProviderTable builtIn() {
        return BuiltIn.TABLE;
    }

    /// All rows, in the order of the file.
    public List<Provider> rows() {
        return rows;
    }

    /// Chooses the database that is read.
    ///
    /// @param place how the source is named in messages
    /// @param asked the setting `provider`: a name or a prefix
    /// @param database the setting `database`
    /// @param prefixes what the answers say of their provider
    /// @param ownFields prefixes of providers' own fields that were seen, for the message
    /// @param urls where the answers say they come from
    /// @throws UnreadableSource if it cannot be told, with the choices
    public Provider choose(
            String place,
            Optional<String> asked,
            Optional<String> database,
            Collection<String> prefixes,
            Collection<String> ownFields,
            Collection<String> urls) {
        var wanted =
                asked.or(() -> prefixes.stream().findFirst())
                        .or(() -> at(urls).map(Provider::name));
        if (wanted.isEmpty()) {
            throw new UnreadableSource(
                    place,
                    "It does not say which provider it is from: there is no meta.provider.prefix.",
                    ownFields.isEmpty()
                            ? "name it with --set provider=, one of " + names(rows) + "."
                            : "--set provider=%s, because its own fields begin with (%s)."
                                    .formatted(
                                            String.join(" or ", ownFields),
                                            ownFields.stream()
                                                    .map(prefix -> "_" + prefix + "_")
                                                    .collect(Collectors.joining(", "))));
        }
        var row = row(place, wanted.get(), urls);
        if (database.isPresent() && !database.get().equals(row.name())) {
            return checked(place, row.database(database.get()));
        }
        if (row.several()) {
            throw severalDatabases(place, row.name());
        }
        return checked(place, row);
    }

    private Optional<Provider> at(Collection<String> urls) {
        return rows.stream().filter(row -> urls.stream().anyMatch(row::answersAt)).findFirst();
    }

    /// All names, for messages.
    String names() {
        return names(rows);
    }

    /// The base URL of a database.
    ///
    /// @param name its name, or a prefix that only it has
    /// @param database which of several
    /// @throws UnreadableSource if the table has none
    public String address(String name, Optional<String> database) {
        var place = "--set provider=" + name;
        var row = row(place, name, List.of());
        if (row.urls().isEmpty()) {
            throw new UnreadableSource(
                    place,
                    "No address of the provider (%s) is known.".formatted(name),
                    "give its base URL as the path, or one of %s.".formatted(names()));
        }
        var base = row.urls().getFirst();
        if (!row.several()) {
            return base;
        }
        return database.map(one -> base + "/" + one)
                .orElseThrow(() -> severalDatabases(place, row.name()));
    }

    private static UnreadableSource severalDatabases(String place, String name) {
        return new UnreadableSource(
                place,
                "The provider (%s) has several databases, and identifiers are unique only within one."
                        .formatted(name),
                "name it with --set database=NAME, the same at each import of it.");
    }

    private Provider row(String place, String wanted, Collection<String> urls) {
        var named = rows.stream().filter(row -> row.name().equals(wanted)).findFirst();
        var under = rows.stream().filter(row -> row.prefix().equals(wanted)).toList();
        if (named.isPresent()) {
            return named.get();
        } else if (under.isEmpty()) {
            return Provider.unlisted(wanted);
        } else if (under.size() == 1) {
            return under.getFirst();
        }
        return under.stream()
                .filter(row -> urls.stream().anyMatch(row::answersAt))
                .findFirst()
                .orElseThrow(() ->
                        new UnreadableSource(
                                place,
                                "The provider (%s) has several databases, and identifiers are unique only within one."
                                        .formatted(wanted),
                                "name it with --set provider=, one of " + names(under) + "."));
    }

    /// The name becomes part of identities, whose form is narrow.
    private static Provider checked(String place, Provider provider) {
        if (!provider.name().matches("[A-Za-z0-9._-]{1,60}")) {
            throw new UnreadableSource(
                    place,
                    "The name of the database (%s) is not 1 to 60 letters, digits, '-', '.' or '_'."
                            .formatted(provider.name()),
                    "choose a shorter one with --set provider= and --set database=.");
        }
        return provider;
    }

    private static String names(List<Provider> rows) {
        return String.join(", ", new TreeSet<>(rows.stream().map(Provider::name).toList()));
    }

    /// Read when it is first asked for.
    private static final class BuiltIn {
        static final ProviderTable TABLE = read();

        private static ProviderTable read() {
            try (var in =
                    Objects.requireNonNull(
                            ProviderTable.class.getResourceAsStream("providers.yaml"))) {
                return new ProviderTable(ProviderRows.read(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
