package dev.lodestone.importers.materialsproject;

import java.util.Locale;
import java.util.Optional;

/// An identifier of the Materials Project. It has two spellings: with a decimal number (`mp-149`),
/// and, since 2026, with the same number in base 26, `a` for 0, most significant letter first
/// (`mp-ft`; padding with `a` changes nothing). Two identifiers are one where prefix and number
/// are.
///
/// @param prefix `mp`, or `mvc` of an old collection with numbers of its own
/// @param number what identifies
public record MpId(String prefix, long number) implements Comparable<MpId> {
    private static final int MOST_DIGITS = 18;
    private static final int MOST_LETTERS = 12;

    /// Reads either spelling; a bare number or bare letters, as tasks are sometimes written, count
    /// as `mp`.
    ///
    /// @return nothing where it is neither spelling
    public static Optional<MpId> find(String text) {
        var all = text.strip();
        int before = 0;
        while (before < all.length() && isLetter(all.charAt(before))) {
            before++;
        }
        if (before == 0 || before == all.length() || "-:_".indexOf(all.charAt(before)) < 0) {
            return number(all).map(number -> new MpId("mp", number));
        }
        var prefix = all.substring(0, before).toLowerCase(Locale.ROOT);
        return number(all.substring(before + 1)).map(number -> new MpId(prefix, number));
    }

    /// A decimal number, or one in letters. A loop, since documents name many tasks.
    private static Optional<Long> number(String text) {
        boolean decimal = !text.isEmpty() && text.charAt(0) <= '9';
        char zero = decimal ? '0' : 'a';
        int base = decimal ? 10 : 26;
        if (text.isEmpty() || text.length() > (decimal ? MOST_DIGITS : MOST_LETTERS)) {
            return Optional.empty();
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - zero;
            if (digit < 0 || digit >= base) {
                return Optional.empty();
            }
            number = number * base + digit;
        }
        return Optional.of(number);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /// With the decimal number: `mp-149`.
    public String decimal() {
        return prefix + "-" + number;
    }

    /// With letters, unpadded: `mp-ft`.
    public String letters() {
        var text = new StringBuilder();
        long left = number;
        do {
            text.append((char) ('a' + left % 26));
            left /= 26;
        } while (left > 0);
        return prefix + "-" + text.reverse();
    }

    @Override
    public int compareTo(MpId other) {
        int byPrefix = prefix.compareTo(other.prefix);
        return byPrefix != 0 ? byPrefix : Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return decimal();
    }
}
