package dev.lodestone.query.http;

import dev.lodestone.events.Draft;
import dev.lodestone.events.InvalidEvent;
import dev.lodestone.events.intake.Receipt;
import dev.lodestone.events.intake.Refused;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.query.Json;
import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.LodestoneException.Unsupported;
import dev.lodestone.query.records.Records;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// `/api/v1/events`: recording events, and reading one back.
final class EventRoutes {
    static final String PATH = "/api/v1/events";

    private static final int MOST_ERRORS = 100;

    private final Doors doors;
    private final Records records;

    EventRoutes(Doors doors) {
        this.doors = doors;
        this.records = new Records(doors.log(), doors.iris());
    }

    List<Route> routes() {
        return List.of(Route.post(PATH, this::record), Route.get(PATH + "/{event}", this::event));
    }

    private void event(Exchange exchange) throws IOException {
        exchange.tell(records.event(exchange.path("event")));
    }

    /// What a batch became.
    record Recorded(long basis, int recorded, int alreadyKnown, List<Line> receipts) {}

    /// What one event of a batch became.
    record Line(String record, String event, long position, boolean alreadyKnown) {}

    private void record(Exchange exchange) throws IOException {
        var batch = batch(exchange);
        if (batch.drafts.isEmpty() && batch.errors.isEmpty()) {
            throw new Incorrect("events-none", "The body has no events.");
        }
        if (!batch.errors.isEmpty()) {
            refuse(exchange, 400, "events-invalid", "Events that cannot be read", batch.errors);
            return;
        }
        List<Receipt> receipts;
        try {
            receipts = doors.intake().record(batch.drafts);
        } catch (Refused refused) {
            var conflict = refused.conflict();
            refuse(
                    exchange,
                    conflict ? 409 : 422,
                    conflict ? "events-overtaken" : "events-refused",
                    conflict ? "Events that were overtaken" : "Events that may not be recorded",
                    batch.errors(refused));
            return;
        }
        accepted(exchange, receipts);
    }

    private void accepted(Exchange exchange, List<Receipt> receipts) throws IOException {
        var known = (int) receipts.stream().filter(Receipt::alreadyKnown).count();
        var basis =
                receipts.stream().mapToLong(receipt -> receipt.position().value()).max().orElse(0);
        exchange.set(Exchange.BASIS, Long.toString(basis));
        if (receipts.size() == 1) {
            exchange.set("Location", PATH + "/" + receipts.getFirst().event());
        }
        var lines =
                receipts.stream()
                        .map(receipt ->
                                new Line(
                                        receipt.record().toString(),
                                        receipt.event().toString(),
                                        receipt.position().value(),
                                        receipt.alreadyKnown()))
                        .toList();
        exchange.send(
                known == receipts.size() ? 200 : 201,
                "application/json",
                Json.write(new Recorded(basis, receipts.size() - known, known, lines)));
    }

    private static void refuse(
            Exchange exchange,
            int status,
            String code,
            String title,
            List<Map<String, Object>> errors)
            throws IOException {
        var problem =
                new Problem(
                        status,
                        code,
                        title,
                        "Nothing of the batch was recorded: %d thing%s in its way. The first: %s"
                                .formatted(
                                        errors.size(),
                                        errors.size() == 1 ? " stands" : "s stand",
                                        errors.getFirst().get("detail")),
                        Map.of("errors", errors.subList(0, Math.min(errors.size(), MOST_ERRORS))));
        exchange.send(status, Problem.MEDIA_TYPE, problem.json(exchange.requestId()));
    }

    /// The drafts of a body, and what of it cannot be read.
    private static final class Batch {
        private final boolean lines;
        private final boolean single;
        private final List<Draft> drafts = new ArrayList<>();
        private final List<Integer> lineNumbers = new ArrayList<>();
        private final List<Map<String, Object>> errors = new ArrayList<>();

        Batch(boolean lines, boolean single) {
            this.lines = lines;
            this.single = single;
        }

        Map<String, Object> at(int index, String pointer, int line) {
            var error = new LinkedHashMap<String, Object>();
            error.put("index", index);
            if (lines) {
                error.put("line", line);
            }
            error.put("pointer", single || lines ? pointer : "/" + index + pointer);
            return error;
        }

        void add(int index, int line, InvalidEvent invalid) {
            var error = at(index, invalid.pointer(), line);
            error.put("detail", invalid.problem());
            invalid.maybe().ifPresent(maybe -> error.put("maybe", maybe));
            errors.add(error);
        }

        List<Map<String, Object>> errors(Refused refused) {
            var all = new ArrayList<Map<String, Object>>();
            for (var rejection : refused.rejections()) {
                var line = lines ? lineNumbers.get(rejection.index()) : 0;
                var error = at(rejection.index(), rejection.pointer(), line);
                error.put("rule", rejection.rule());
                error.put("detail", rejection.problem());
                if (!rejection.maybe().isEmpty()) {
                    error.put("maybe", rejection.maybe());
                }
                all.add(error);
            }
            return all;
        }
    }

    private Batch batch(Exchange exchange) {
        return switch (exchange.contentType()) {
            case "application/json" -> json(exchange.text());
            case "application/jsonl",
                    "application/x-jsonl",
                    "application/jsonlines",
                    "application/x-ndjson",
                    "application/ndjson" ->
                    jsonLines(exchange.text());
            default ->
                    throw new Unsupported(
                            "media-type",
                            """
                            A body of type (%s) is not taken here.
                            Maybe application/json for one event or an array, application/x-ndjson for one event a line.\
                            """
                                    .formatted(exchange.contentType()),
                            Map.of());
        };
    }

    private Batch json(String text) {
        JsonNode tree;
        try {
            tree = EventCodec.tree(text);
        } catch (InvalidEvent e) {
            var broken = new Batch(false, true);
            broken.add(0, 0, e);
            return broken;
        }
        var batch = new Batch(false, !tree.isArray());
        if (!tree.isArray()) {
            read(batch, tree, 0, 0);
            return batch;
        }
        for (var i = 0; i < tree.size(); i++) {
            read(batch, tree.get(i), i, 0);
        }
        return batch;
    }

    private Batch jsonLines(String text) {
        var batch = new Batch(true, false);
        var number = 0;
        var index = 0;
        for (var line : text.split("\r?\n", -1)) {
            number++;
            if (!line.isBlank()) {
                try {
                    read(batch, EventCodec.tree(line), index, number);
                } catch (InvalidEvent e) {
                    batch.add(index, number, e);
                }
                index++;
            }
        }
        return batch;
    }

    private void read(Batch batch, JsonNode tree, int index, int line) {
        try {
            batch.drafts.add(EventCodec.read(tree, doors.intake()::newId));
            batch.lineNumbers.add(line);
        } catch (InvalidEvent e) {
            batch.add(index, line, e);
        }
    }
}
