package dev.lodestone.query.http;

import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.Told;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.SparqlService;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/// The state of the graph that a request asks: as it is now, or as it was at a log position.
final class AskedGraph {
    /// The query parameter that names the position.
    static final String AS_OF = "asOf";

    private final Doors doors;
    private final HttpOptions options;

    AskedGraph(Doors doors, HttpOptions options) {
        this.doors = doors;
        this.options = options;
    }

    /// Tells the answer to a question.
    void tell(Exchange exchange, Function<GraphQueries, Told> question) throws IOException {
        exchange.tell(ask(exchange, question));
    }

    /// The answer to a question.
    <T> T ask(Exchange exchange, Function<GraphQueries, T> question) {
        exchange.await(doors.graphs(), options.longestAwait());
        var position = position(exchange.queryAll(AS_OF));
        return position.isEmpty()
                ? question.apply(doors.queries())
                : doors.past()
                        .at(
                                position.getAsLong(),
                                graph -> question.apply(doors.queries().on(graph)));
    }

    /// What SPARQL answers.
    ///
    /// @param given the positions given: one, or none
    <T> T sparql(Exchange exchange, List<String> given, Function<SparqlService, T> question) {
        exchange.await(doors.graphs(), options.longestAwait());
        var position = position(given);
        return position.isEmpty()
                ? question.apply(doors.sparql())
                : doors.past()
                        .at(
                                position.getAsLong(),
                                graph -> question.apply(doors.sparql().on(graph)));
    }

    /// The parameter once more, for a link to the next page.
    static String again(Exchange exchange) {
        return position(exchange.queryAll(AS_OF)).stream()
                .mapToObj(position -> "&" + AS_OF + "=" + position)
                .findFirst()
                .orElse("");
    }

    /// Refuses a position, so that nothing is answered as of another one than was asked.
    static void refuse(Exchange exchange) {
        if (!exchange.queryAll(AS_OF).isEmpty()) {
            throw new Incorrect(
                    "as-of",
                    """
                    The parameter asOf (%s) is not taken here.
                    Maybe leave it out; /openapi.json says where it is taken.\
                    """
                            .formatted(exchange.query(AS_OF).orElse("")));
        }
    }

    private static OptionalLong position(List<String> given) {
        if (given.isEmpty()) {
            return OptionalLong.empty();
        }
        var text = String.join(", ", given);
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new Incorrect(
                    "as-of",
                    """
                    The parameter asOf (%s) is not a log position.
                    Maybe one whole number, such as the Lodestone-Basis of an answer.\
                    """
                            .formatted(text));
        }
    }
}
