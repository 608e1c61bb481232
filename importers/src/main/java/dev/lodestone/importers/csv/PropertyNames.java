package dev.lodestone.importers.csv;

import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Property;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Finds the property that a column's name comes nearest to.
final class PropertyNames {
    /// Words that say too little where others stand before them.
    private static final Set<String> GENERAL =
            Set.of(
                    "temperature",
                    "pressure",
                    "time",
                    "rate",
                    "capacity",
                    "density",
                    "thickness",
                    "functional",
                    "frequency",
                    "valence",
                    "prototype",
                    "wavelength",
                    "precursor");

    private final List<Named> all = new ArrayList<>();

    private record Named(Property property, List<String> words, boolean oneLetter) {}

    /// A property, and how near the name comes to its own, up to 1.
    ///
    /// @param needsUnit whether the name says too little unless a unit is stated
    /// @param general whether it says little even then
    record Match(
            Property property,
            double nearness,
            String called,
            boolean needsUnit,
            boolean general) {}

    PropertyNames() {
        for (var property : Ontology.lodestone().properties()) {
            add(property, property.label());
            property.aliases().forEach(alias -> add(property, alias));
        }
    }

    private void add(Property property, String name) {
        var words = HeaderWords.full(name);
        if (!words.isEmpty()) {
            all.add(new Named(property, words, name.length() < 3));
        }
    }

    /// The nearest property whose values the given check lets through.
    Optional<Match> nearest(String name, java.util.function.Predicate<Match> fits) {
        var known = HeaderWords.known(name).flatMap(Ontology.lodestone()::findProperty);
        if (known.isPresent()) {
            boolean letter = name.strip().length() == 1;
            return known.map(property -> new Match(property, 1, name, letter, false)).filter(fits);
        }
        var words = HeaderWords.full(name);
        Match best = null;
        for (var named : all) {
            if (named.oneLetter()
                    && !name.strip().equalsIgnoreCase(String.join("", named.words()))) {
                continue;
            }
            double nearness = nearness(words, named.words());
            if (best == null || nearness > best.nearness()) {
                var match =
                        new Match(
                                named.property(),
                                nearness,
                                String.join(" ", named.words()).toLowerCase(Locale.ROOT),
                                named.oneLetter(),
                                isGeneral(named.words()));
                if (fits.test(match)) {
                    best = match;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isGeneral(List<String> property) {
        return property.size() == 1 && GENERAL.contains(property.getFirst());
    }

    /// How many words stand behind the last one in common: they make another thing of it.
    private static int behind(List<String> header, Set<String> common) {
        int last = header.size();
        while (last > 0 && !common.contains(header.get(last - 1))) {
            last--;
        }
        return last == 0 ? 0 : header.size() - last;
    }

    /// Words in common against all; words before the property's own count half, since they say of
    /// what it is.
    private static double nearness(List<String> header, List<String> property) {
        var common = new HashSet<>(header);
        common.retainAll(new HashSet<>(property));
        double more = header.size() - common.size();
        int from = header.size() - property.size();
        boolean atEnd = from > 0 && header.subList(from, header.size()).equals(property);
        if (atEnd && !isGeneral(property)) {
            more /= 2;
        } else {
            more += behind(header, common);
        }
        return 2.0 * common.size() / (property.size() + common.size() + more);
    }
}
