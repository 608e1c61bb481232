package dev.lodestone.app.cli;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON of what the verbs did, of which nothing is left out; answers of the graph are written by
/// [dev.lodestone.query.Json].
final class WholeJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private WholeJson() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
