package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.UnreadableSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A collection of the service, with what its address takes: a parameter that it does not know is
/// an error of the service's.
enum MpCollection {
    SUMMARY(100, 1_000, "material_id", true),
    TASKS(10, 1_000, "", false),
    THERMO(100, 1_000, "thermo_id", false),
    MAGNETISM(100, 1_000, "material_id", false),
    PROVENANCE(100, 1_000, "", true),
    INSERTION_ELECTRODES(20, 1_000, "", false),
    SYNTHESIS(10, 10, "", false);

    private final int usualPage;
    private final int largestPage;
    private final String sortedBy;
    private final boolean hidesDeprecated;

    MpCollection(int usualPage, int largestPage, String sortedBy, boolean hidesDeprecated) {
        this.usualPage = usualPage;
        this.largestPage = largestPage;
        this.sortedBy = sortedBy;
        this.hidesDeprecated = hidesDeprecated;
    }

    /// The collection of a name.
    ///
    /// @param place how the name is named in messages
    /// @throws UnreadableSource if there is none, or it is not imported
    static MpCollection of(String name, String place) {
        return Arrays.stream(values())
                .filter(collection -> collection.text().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new UnreadableSource(
                                place,
                                "(%s) is not imported.".formatted(name),
                                "one of " + all() + "."));
    }

    /// Their names.
    static String all() {
        return Arrays.stream(values()).map(MpCollection::text).collect(Collectors.joining(", "));
    }

    /// As it stands in addresses.
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    int usualPage() {
        return usualPage;
    }

    int largestPage() {
        return largestPage;
    }

    /// Whether its documents come with few fields unless all are asked for.
    boolean takesFields() {
        return this != SYNTHESIS;
    }

    /// Whether deprecated documents are given only when they are asked for, and then alone.
    boolean hidesDeprecated() {
        return hidesDeprecated;
    }

    /// The order to ask for, in which no two documents are equal: without one a page may show again
    /// what another showed, and another document never. None where the service takes none.
    ///
    /// @param newestFirst whether what was updated last is to come first
    Optional<String> order(boolean newestFirst) {
        return sortedBy.isEmpty()
                ? Optional.empty()
                : Optional.of(newestFirst ? "-last_updated," + sortedBy : sortedBy);
    }

    /// Whether documents can be had from a time on.
    boolean takesSince() {
        return this == TASKS || !sortedBy.isEmpty();
    }
}
