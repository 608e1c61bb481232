package dev.lodestone.importers.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lodestone.importers.UnreadableSource;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The parameters of an address, as people write them after `?`: `chemsys=Li-Fe-O&is_stable=true`.
/// Immutable.
///
/// @param parameters decoded, in their order
public record QueryText(List<Parameter> parameters) {
    public QueryText {
        parameters = List.copyOf(parameters);
    }

    /// A parameter.
    public record Parameter(String name, String value) {}

    /// Reads parameters.
    ///
    /// @param place how the text is named in messages
    /// @throws UnreadableSource if it is not of that form
    public static QueryText parse(String text, String place) {
        var parameters = new ArrayList<Parameter>();
        for (var pair : text.strip().split("&", -1)) {
            if (pair.isBlank()) {
                continue;
            }
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new UnreadableSource(
                        place,
                        "(%s) is no parameter.".formatted(pair),
                        "write name=value&name=value.");
            }
            parameters.add(
                    new Parameter(
                            decoded(pair.substring(0, equals).strip(), place),
                            decoded(pair.substring(equals + 1).strip(), place)));
        }
        return new QueryText(parameters);
    }

    /// The parameters of an address; none if it has none.
    public static QueryText of(URI uri) {
        return parse(Optional.ofNullable(uri.getRawQuery()).orElse(""), uri.toString());
    }

    /// Whether there is a parameter.
    public boolean has(String name) {
        return get(name).isPresent();
    }

    /// The value of a parameter.
    public Optional<String> get(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .findFirst();
    }

    /// The same with one value for a parameter, in the place of any others.
    public QueryText with(String name, String value) {
        var others = new ArrayList<>(without(name).parameters);
        others.add(new Parameter(name, value));
        return new QueryText(others);
    }

    /// The same without a parameter.
    public QueryText without(String name) {
        return new QueryText(
                parameters.stream().filter(parameter -> !parameter.name().equals(name)).toList());
    }

    /// The same with all of another after them.
    public QueryText and(QueryText other) {
        var all = new ArrayList<>(parameters);
        all.addAll(other.parameters);
        return new QueryText(all);
    }

    /// An address with these parameters in the place of its own.
    public URI on(URI address) {
        var text = address.toString();
        int end = text.indexOf('?');
        var bare = end < 0 ? text : text.substring(0, end);
        return URI.create(parameters.isEmpty() ? bare : bare + "?" + this);
    }

    @Override
    public String toString() {
        return String.join(
                "&",
                parameters.stream()
                        .map(p -> encoded(p.name()) + "=" + encoded(p.value()))
                        .toList());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("%2C", ",");
    }

    private static String decoded(String text, String place) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw new UnreadableSource(
                    place,
                    "(%s) cannot be decoded (%s).".formatted(text, e.getMessage()),
                    "write %25 for a percent sign.",
                    e);
        }
    }
}
