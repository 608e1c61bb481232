package dev.lodestone.importers.nomad;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A reference from one section to another, in any of the forms NOMAD writes: `#/run/0/system/-1`,
/// `../upload/raw/x.archive.json#data`, `../upload/archive/<entry>#/data`,
/// `../upload/archive/mainfile/<path>#/data`, `../uploads/<upload>/archive/<entry>#/data`,
/// `../uploads/<upload>/raw/<path>#/data`, and the same after `https://<host>/...`.
///
/// @param target which entry
/// @param path the steps within it; an index below zero counts from the end
public record NomadRef(Target target, List<String> path) {
    /// Which entry is meant.
    public sealed interface Target {
        /// The one the reference stands in.
        record Itself() implements Target {}

        /// A file.
        ///
        /// @param upload another upload than the one the reference stands in, if it says so
        record RawFile(Optional<String> upload, String file) implements Target {}

        /// An entry by its id.
        record ById(Optional<String> upload, String entry) implements Target {}
    }

    private static final Pattern FORM =
            Pattern.compile(
                    "(?:https?://[^/]+/.*?/|\\.\\./)?"
                            + "(?:upload|uploads/(?<upload>[^/#]+))/"
                            + "(?:raw/(?<raw>[^#]+)|archive/mainfile/(?<main>[^#]+)|archive/(?<entry>[^/#]+))"
                            + "(?:#(?<path>.*))?");

    public NomadRef {
        path = List.copyOf(path);
    }

    /// Reads a reference.
    ///
    /// @return nothing where the text is none
    public static Optional<NomadRef> find(String text) {
        if (text.startsWith("#/")) {
            return Optional.of(new NomadRef(new Target.Itself(), steps(text.substring(1))));
        }
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var upload = Optional.ofNullable(matcher.group("upload"));
        var file =
                Optional.ofNullable(matcher.group("raw"))
                        .or(() -> Optional.ofNullable(matcher.group("main")))
                        .map(NomadRef::decoded);
        var target =
                file.<Target>map(f -> new Target.RawFile(upload, f))
                        .orElseGet(() -> new Target.ById(upload, matcher.group("entry")));
        return Optional.of(
                new NomadRef(target, steps(Optional.ofNullable(matcher.group("path")).orElse(""))));
    }

    private static List<String> steps(String path) {
        var steps = new ArrayList<String>();
        for (var step : path.split("/", -1)) {
            if (!step.isEmpty()) {
                steps.add(step);
            }
        }
        return steps;
    }

    private static String decoded(String file) {
        try {
            return URLDecoder.decode(file.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return file;
        }
    }
}
