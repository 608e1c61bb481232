package dev.lodestone.query;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonInclude.Value;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes answers as JSON. The names of an answer's record components are the names in the JSON;
/// what is absent or empty is left out.
public final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            _ -> Value.construct(Include.NON_EMPTY, Include.NON_EMPTY))
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build();

    private static final JsonMapper LINES =
            MAPPER.rebuild().disable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /// The JSON of an answer, for people and programs.
    public static String write(Object answer) {
        return MAPPER.writeValueAsString(answer) + "\n";
    }

    /// The same on one line, without its end.
    public static String line(Object answer) {
        return LINES.writeValueAsString(answer);
    }
}
