package dev.lodestone.importers.http;

import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.UnreadableSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// How patient and how trusting a client is.
///
/// @param deadline for one request, from the question to the last byte of the body
/// @param largestBody the most bytes of one answer, unzipped
/// @param deepest how deep JSON may be nested
/// @param attempts how often a request that failed is tried in all
/// @param longestWait the most between two attempts; a server that asks for more is given up
/// @param allowPrivate whether a source may be on this machine or in a private network
public record HttpSettings(
        Duration deadline,
        long largestBody,
        int deepest,
        int attempts,
        Duration longestWait,
        boolean allowPrivate) {
    /// Unless something else is asked for.
    public static final HttpSettings DEFAULT =
            new HttpSettings(
                    Duration.ofMinutes(2), 64L << 20, 200, 5, Duration.ofMinutes(2), false);

    /// The settings an importer that uses this client has, besides its own; for
    /// [dev.lodestone.importers.Importer#settings].
    public static final Map<String, String> NAMES =
            Map.of(
                    "deadline",
                    "seconds that one request may take with its body; 120 unless given",
                    "max-body",
                    "the most MiB of one answer; 64 unless given",
                    "max-depth",
                    "how deep the JSON of an answer may be nested; 200 unless given",
                    "attempts",
                    "how often a request that fails is tried; 5 unless given",
                    "max-wait",
                    "the most seconds between two attempts; 120 unless given",
                    "allow-private",
                    "true: the source may be on this machine or in a private network");

    /// An importer's settings together with these.
    public static Map<String, String> and(Map<String, String> own) {
        var all = new TreeMap<>(NAMES);
        all.putAll(own);
        return Map.copyOf(all);
    }

    /// What the options ask for.
    ///
    /// @throws UnreadableSource if a setting is not of its kind
    public static HttpSettings of(ImportOptions options) {
        return new HttpSettings(
                seconds(options, "deadline", DEFAULT.deadline),
                options.setting("max-body")
                        .map(text ->
                                positive("max-body", text)
                                        .multiply(BigDecimal.valueOf(1 << 20))
                                        .longValue())
                        .orElse(DEFAULT.largestBody),
                options.setting("max-depth")
                        .map(text -> positive("max-depth", text).intValue())
                        .orElse(DEFAULT.deepest),
                options.setting("attempts")
                        .map(text -> positive("attempts", text).intValue())
                        .orElse(DEFAULT.attempts),
                seconds(options, "max-wait", DEFAULT.longestWait),
                options.setting("allow-private").filter(HttpSettings::isTrue).isPresent());
    }

    private static Duration seconds(ImportOptions options, String name, Duration otherwise) {
        return options.setting(name)
                .map(text -> Duration.ofMillis(positive(name, text).movePointRight(3).longValue()))
                .orElse(otherwise);
    }

    private static BigDecimal positive(String name, String text) {
        try {
            var number = new BigDecimal(text.strip());
            if (number.signum() > 0 && number.compareTo(BigDecimal.valueOf(1_000_000)) <= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through: it is as wrong as a negative number
        }
        throw new UnreadableSource(
                "setting " + name,
                "(%s) is not a number above 0 and up to 1,000,000.".formatted(text),
                "write " + name + "=30.");
    }

    private static boolean isTrue(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new UnreadableSource(
                "setting allow-private", "(%s) is neither true nor false.".formatted(text), "");
    }
}
