package dev.lodestone.query.http;

import dev.lodestone.events.correction.BatchPlan.Include;
import dev.lodestone.events.intake.Refused;
import dev.lodestone.events.intake.Rejection;
import dev.lodestone.query.Json;
import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.corrections.CorrectionAnswer;
import dev.lodestone.query.corrections.Corrections;
import dev.lodestone.query.impact.Impact;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `/api/v1/corrections`: correcting many events by one rule.
final class CorrectionRoutes {
    private static final int MOST_ERRORS = 100;

    private final Doors doors;
    private final HttpOptions options;
    private final Corrections corrections;

    CorrectionRoutes(Doors doors, HttpOptions options) {
        this.doors = doors;
        this.options = options;
        this.corrections = new Corrections(doors.log(), doors.intake());
    }

    List<Route> routes() {
        return List.of(Route.post("/api/v1/corrections", this::correct));
    }

    private void correct(Exchange exchange) throws IOException {
        var include =
                new Include(
                        yes(exchange, "undated", "include"), yes(exchange, "corrected", "include"));
        var dryRun = yes(exchange, "dryRun", "true");
        var request = corrections.read(exchange.text());
        if (dryRun) {
            exchange.await(doors.graphs(), options.longestAwait());
            var impact = new Impact(doors.queries(), doors.iris().base());
            answer(exchange, 200, corrections.dryRun(request, include, impact));
            return;
        }
        CorrectionAnswer answer;
        try {
            answer = corrections.correct(request, include);
        } catch (Refused refused) {
            refuse(exchange, refused);
            return;
        }
        boolean recorded = answer.outcome().equals("recorded");
        if (recorded) {
            exchange.set("Location", "/api/v1/records/" + answer.header().orElseThrow());
        }
        answer(exchange, recorded ? 201 : 200, answer);
    }

    private static void answer(Exchange exchange, int status, CorrectionAnswer answer)
            throws IOException {
        exchange.set(Exchange.BASIS, Long.toString(answer.basis()));
        exchange.send(status, "application/json", Json.write(answer));
    }

    private static boolean yes(Exchange exchange, String name, String word) {
        var given = exchange.query(name);
        if (given.isPresent() && !given.get().equals(word) && !given.get().equals("false")) {
            throw new Incorrect(
                    "parameter",
                    "The parameter %s (%s) is not known.\nMaybe %s=%s, or leave it out."
                            .formatted(name, given.get(), name, word));
        }
        return given.filter(word::equals).isPresent();
    }

    private static void refuse(Exchange exchange, Refused refused) throws IOException {
        boolean conflict = refused.conflict();
        var problem =
                new Problem(
                        conflict ? 409 : 422,
                        conflict ? "correction-overtaken" : "correction-refused",
                        conflict
                                ? "A batch correction that was overtaken"
                                : "A batch correction that may not be recorded",
                        "Nothing of the batch was recorded: "
                                + refused.rejections().getFirst().text(),
                        Map.of(
                                "errors",
                                refused.rejections().stream()
                                        .limit(MOST_ERRORS)
                                        .map(CorrectionRoutes::error)
                                        .toList()));
        exchange.send(problem.status(), Problem.MEDIA_TYPE, problem.json(exchange.requestId()));
    }

    private static Map<String, Object> error(Rejection rejection) {
        var error = new LinkedHashMap<String, Object>();
        error.put("rule", rejection.rule());
        error.put("pointer", rejection.pointer());
        error.put("detail", rejection.problem());
        if (!rejection.maybe().isEmpty()) {
            error.put("maybe", rejection.maybe());
        }
        return error;
    }
}
