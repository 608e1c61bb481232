package dev.lodestone.importers.csv;

import java.util.Locale;

/// How alike two names are.
final class Likeness {
    private Likeness() {}

    /// The share of pairs of neighbouring letters that two names have in common, from 0 to 1.
    static double of(String one, String other) {
        int pairs = one.length() + other.length() - 2;
        return pairs <= 0 ? 0 : (double) (common(one, other) + common(other, one)) / pairs;
    }

    /// How many pairs of neighbouring letters of a name stand in another.
    static int common(String one, String other) {
        int count = 0;
        var lower = other.toLowerCase(Locale.ROOT);
        var name = one.toLowerCase(Locale.ROOT);
        for (int i = 0; i + 2 <= name.length(); i++) {
            if (lower.contains(name.substring(i, i + 2))) {
                count++;
            }
        }
        return count;
    }
}
