package dev.lodestone.importers.http;

import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.UnreadableSource;
import java.util.Optional;

/// Who asks: a key of the service, sent as a header to the source's own host only. It says nothing
/// of itself in text.
public final class HttpKey {
    private final String variable;
    private final String header;
    private final String prefix;
    private final Optional<String> value;

    private HttpKey(String variable, String header, String prefix, Optional<String> value) {
        this.variable = variable;
        this.header = header;
        this.prefix = prefix;
        this.value = value;
    }

    /// For a service that asks for none.
    public static HttpKey none() {
        return new HttpKey("", "", "", Optional.empty());
    }

    /// The key in an environment variable or in the file that it names; absent if there is none.
    ///
    /// @param variable `MP_API_KEY`; the file is named by `MP_API_KEY_FILE`
    /// @param header `X-API-KEY`
    /// @param prefix what stands before it in the header: `Bearer `, or nothing
    /// @throws UnreadableSource if it cannot be a header
    public static HttpKey find(
            ImportContext context, String variable, String header, String prefix) {
        var found = context.secrets().apply(variable).map(String::strip);
        found.filter(text -> !text.matches("[!-~]+"))
                .ifPresent(_ -> {
                    throw new UnreadableSource(
                            variable,
                            "The key is empty or holds characters that no key has.",
                            "a quotation mark or a line break was copied with it.");
                });
        return new HttpKey(variable, header, prefix, found);
    }

    /// The name of the environment variable.
    public String variable() {
        return variable;
    }

    /// Whether there is one.
    public boolean isPresent() {
        return value.isPresent();
    }

    String header() {
        return header;
    }

    Optional<String> headerValue() {
        return value.map(text -> prefix + text);
    }

    /// A text of the server's with the key blotted out, should it repeat it.
    String without(String text) {
        return value.map(key -> text.replace(key, "***")).orElse(text);
    }

    @Override
    public String toString() {
        return variable + (value.isPresent() ? " (given)" : " (not given)");
    }
}
