package dev.lodestone.importers.materialsproject;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An identifier of the Materials Project. It has two spellings: with a decimal number (`mp-149`),
/// and, since 2026, with the same number in base 26, `a` for 0, most significant letter first
/// (`mp-ft`; padding with `a` changes nothing). Two identifiers are one where prefix and number
/// are.
///
/// @param prefix `mp`, or `mvc` of an old collection with numbers of its own
/// @param number what identifies
public record MpId(String prefix, long number) implements Comparable<MpId> {
    private static final Pattern FORM =
            Pattern.compile("(?:([A-Za-z]+)[-:_])?([0-9]{1,18}|[a-z]{1,12})");

    /// Reads either spelling; a bare number or bare letters, as tasks are sometimes written, count
    /// as `mp`.
    ///
    /// @return nothing where it is neither spelling
    public static Optional<MpId> find(String text) {
        var matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var prefix = Optional.ofNullable(matcher.group(1)).orElse("mp").toLowerCase(Locale.ROOT);
        var rest = matcher.group(2);
        if (Character.isDigit(rest.charAt(0))) {
            return Optional.of(new MpId(prefix, Long.parseLong(rest)));
        }
        long number = 0;
        for (int i = 0; i < rest.length(); i++) {
            number = number * 26 + (rest.charAt(i) - 'a');
        }
        return Optional.of(new MpId(prefix, number));
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
