package dev.lodestone.importers;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/// The importers there are.
public final class Importers {
    private Importers() {}

    /// All, by name.
    ///
    /// @throws IllegalStateException if two share a name
    public static List<Importer> all() {
        var all =
                ServiceLoader.load(Importer.class, Importers.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .sorted(Comparator.comparing(Importer::name))
                        .toList();
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).name().equals(all.get(i - 1).name())) {
                throw new IllegalStateException(
                        "Two importers are called (%s).".formatted(all.get(i).name()));
            }
        }
        return all;
    }

    /// The importer with this name.
    public static Optional<Importer> find(String name) {
        return all().stream().filter(importer -> importer.name().equals(name)).findFirst();
    }

    /// The importer with this name.
    ///
    /// @throws IllegalArgumentException with the names there are
    public static Importer named(String name) {
        return find(name)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                """
                                There is no importer (%s).
                                Maybe one of %s.\
                                """
                                        .formatted(
                                                name,
                                                String.join(
                                                        ", ",
                                                        all().stream()
                                                                .map(Importer::name)
                                                                .toList()))));
    }
}
