package dev.lodestone.importers.optimade;

import dev.lodestone.events.HowKnown;
import dev.lodestone.events.MaterialId;
import dev.lodestone.events.SourceId;
import dev.lodestone.importers.Hashes;
import dev.lodestone.importers.optimade.FieldRule.Condition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A database that answers in OPTIMADE: a row of the table of providers.
///
/// @param name unique among all databases; part of the source's identity
/// @param prefix of its provider, `oqmd` in `_oqmd_band_gap`
/// @param urls its base URLs
/// @param several whether identifiers are unique only within one of several databases
/// @param restricted whether its data are not free for all uses
/// @param basis how its values are known
/// @param condition what all its values hold under that say nothing else
public record Provider(
        String name,
        String prefix,
        String title,
        List<String> urls,
        boolean several,
        Optional<String> licence,
        Optional<String> attribution,
        Optional<String> doi,
        boolean restricted,
        HowKnown basis,
        Optional<Condition> condition,
        List<FieldRule> fields) {
    private static final int LONGEST_ID = 128;

    public Provider {
        urls = List.copyOf(urls);
        fields = List.copyOf(fields);
    }

    /// A provider that the table does not have: nobody can tell how its values are known.
    static Provider unlisted(String prefix) {
        return new Provider(
                prefix,
                prefix,
                prefix + ", by OPTIMADE",
                List.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                HowKnown.UNVERIFIED,
                Optional.empty(),
                List.of());
    }

    /// One database of several.
    Provider database(String database) {
        return new Provider(
                name + "." + database,
                prefix,
                title + ", " + database,
                urls,
                false,
                licence,
                attribution,
                doi,
                restricted,
                basis,
                condition,
                fields);
    }

    /// The source all its entries belong to.
    public SourceId source() {
        return new SourceId("optimade." + name);
    }

    /// Whose names its identifiers are.
    public String scope() {
        return "optimade/" + name;
    }

    /// The identity of the material that an entry's identifier names. Other signs than letters,
    /// digits, `-`, `.` and `_` are spelt by their bytes, so that two identifiers never meet.
    public MaterialId material(String id) {
        var text = new StringBuilder(name).append('~');
        for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) b;
            if (b > 0 && (Character.isLetterOrDigit(c) || "-._".indexOf(c) >= 0)) {
                text.append(c);
            } else {
                text.append(String.format(Locale.ROOT, "~%02X", b & 0xff));
            }
        }
        return new MaterialId(
                text.length() <= LONGEST_ID
                        ? text.toString()
                        : text.substring(0, LONGEST_ID - 42)
                                + "~~"
                                + Hashes.sha256(id).substring(0, 40));
    }

    /// Whether its values come from calculations, so that each has an origin that could be named.
    boolean isComputed() {
        return basis == HowKnown.SIMULATED || basis == HowKnown.PREDICTED;
    }

    /// Whether a URL lies below one of its base URLs.
    boolean answersAt(String url) {
        var plain = plain(url);
        return urls.stream()
                .map(Provider::plain)
                .anyMatch(base -> plain.equals(base) || plain.startsWith(base + "/"));
    }

    private static String plain(String url) {
        return url.replaceFirst("^https?://", "").replaceFirst("/+$", "");
    }
}
