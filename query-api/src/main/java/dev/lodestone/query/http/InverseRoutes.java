package dev.lodestone.query.http;

import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.LodestoneException.Unsupported;
import dev.lodestone.query.inverse.InverseDesign;
import dev.lodestone.query.inverse.InverseQuery;
import dev.lodestone.query.inverse.StructureJoin;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `/api/v1/inverse-queries`: from a property wished for to the processing that led to it.
final class InverseRoutes {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> MEMBERS = List.of("targets", "where", "join", "limit");

    private final Doors doors;
    private final HttpOptions options;
    private final InverseDesign design;

    InverseRoutes(Doors doors, HttpOptions options) {
        this.doors = doors;
        this.options = options;
        this.design = new InverseDesign(doors.queries());
    }

    List<Route> routes() {
        return List.of(Route.post("/api/v1/inverse-queries", this::ask));
    }

    private void ask(Exchange exchange) throws IOException {
        if (!exchange.contentType().equals("application/json")) {
            throw new Unsupported(
                    "media-type",
                    "A question is application/json, not (%s).".formatted(exchange.contentType()),
                    Map.of());
        }
        exchange.await(doors.graphs(), options.longestAwait());
        exchange.tell(design.ask(question(exchange.text())));
    }

    private static InverseQuery question(String text) {
        JsonNode tree;
        try {
            tree = JSON.readTree(text);
        } catch (JacksonException e) {
            throw new Incorrect("json", "This is not JSON: " + e.getOriginalMessage() + ".");
        }
        for (var name : tree.propertyNames()) {
            if (!MEMBERS.contains(name)) {
                throw new Incorrect(
                        "inverse-member",
                        "The member (%s) is unknown.\nMaybe one of %s."
                                .formatted(name, String.join(", ", MEMBERS)));
            }
        }
        var query = InverseQuery.parse(texts(tree, "targets"), texts(tree, "where"));
        var join = tree.path("join");
        if (join.isBoolean() && join.booleanValue()) {
            query = query.joined(StructureJoin.usual());
        } else if (join.isArray()) {
            query = query.joined(StructureJoin.parse(texts(tree, "join")));
        }
        var limit = tree.path("limit");
        return limit.isMissingNode()
                ? query
                : query.limitedTo(limit.isInt() ? limit.intValue() : 0);
    }

    private static List<String> texts(JsonNode tree, String name) {
        var node = tree.path(name);
        if (node.isMissingNode()) {
            return List.of();
        }
        if (!node.isArray()
                || !IntStream.range(0, node.size()).allMatch(i -> node.get(i).isString())) {
            throw new Incorrect(
                    "inverse-member",
                    "The member (%s) is not a list of texts.\nMaybe [\"specificDischargeCapacity>=200 mAh/g\"]."
                            .formatted(name));
        }
        return IntStream.range(0, node.size()).mapToObj(i -> node.get(i).stringValue()).toList();
    }
}
