package dev.lodestone.importers.nomad;

import dev.lodestone.importers.http.PageRequest;
import dev.lodestone.importers.http.Paging;
import dev.lodestone.importers.json.JsonFiles;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The pages of NOMAD: each answer gives the value to go on after.
record NomadPaging() implements Paging {
    @Override
    public Optional<PageRequest> next(PageRequest asked, JsonNode answer) {
        var after = answer.at("/pagination/next_page_after_value");
        if (!after.isString() || answer.path("data").isEmpty()) {
            return Optional.empty();
        }
        var question =
                (ObjectNode) JsonFiles.parse(asked.body().orElseThrow(), asked.uri().toString());
        question.withObject("/pagination").put("page_after_value", after.stringValue());
        return Optional.of(PageRequest.post(asked.uri(), question.toString()));
    }

    @Override
    public OptionalLong total(JsonNode answer) {
        var total = answer.at("/pagination/total");
        return total.isIntegralNumber() ? OptionalLong.of(total.asLong()) : OptionalLong.empty();
    }
}
