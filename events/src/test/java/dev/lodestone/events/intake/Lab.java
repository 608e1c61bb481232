package dev.lodestone.events.intake;

import dev.lodestone.events.Draft;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.EventLogs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TimeZone;

/// A laboratory for tests: a real log in a directory, the gate in front of it, a clock that stands
/// still, and a default time zone drawn anew each time.
public final class Lab implements AutoCloseable {
    /// What time it is.
    public static final Instant NOW = Instant.parse("2026-05-04T09:30:00Z");

    /// All kinds, in an order in which their examples can be recorded.
    public static final List<String> EXAMPLES =
            List.of(
                    "SourceImported",
                    "AgentRegistered",
                    "InstrumentRegistered",
                    "MaterialRegistered",
                    "SampleRegistered",
                    "ContainerRegistered",
                    "SampleProcessed",
                    "SampleTransported",
                    "SampleIdentified",
                    "SampleStored",
                    "SampleSplit",
                    "SampleLinked",
                    "SampleMeasured",
                    "AnalysisPerformed",
                    "RecordCorrected",
                    "SampleDestroyed",
                    "SamplesMerged",
                    "SimulationPerformed",
                    "ValuesAsserted",
                    "ValuesImputed",
                    "WorkflowPlanned",
                    "DecisionMade",
                    "TrainingSetFrozen",
                    "ModelTrained",
                    "ValuesPredicted",
                    "Annotated",
                    "AccessChanged",
                    "RecordRetracted",
                    "RecordErased");

    private final TimeZone zoneBefore = TimeZone.getDefault();

    /// The log.
    public final EventLog log;

    /// The gate.
    public final EventIntake intake;

    /// Source of all that is random, its seed printed.
    public final SplittableRandom random;

    public Lab(Path directory) {
        long seed = Long.getLong("lodestone.seed", System.nanoTime());
        random = new SplittableRandom(seed);
        var zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        var zone = zones.get(random.nextInt(zones.size()));
        System.out.println("lodestone.seed=" + seed + " zone=" + zone);
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        log = EventLogs.open(directory, InstantSource.fixed(NOW));
        intake = new EventIntake(log, InstantSource.fixed(NOW), random);
    }

    /// A second gate in front of the same log, which knows nothing of the first.
    public EventIntake secondIntake() {
        return new EventIntake(log, InstantSource.fixed(NOW), random.split());
    }

    /// Reads events, written with single quotes for double ones.
    public Draft[] drafts(String... events) {
        return Arrays.stream(events)
                .map(json -> EventCodec.read(json.replace('\'', '"'), intake::newId))
                .toArray(Draft[]::new);
    }

    /// Records events, written with single quotes, as one batch.
    public List<Receipt> record(String... events) {
        return intake.record(List.of(drafts(events)));
    }

    /// Records one event; its record's id.
    public RecordId recordOne(String event) {
        return record(event).getFirst().record();
    }

    /// Offers events as one batch that is refused; why.
    public List<Rejection> refused(String... events) {
        var before = log.head();
        try {
            record(events);
        } catch (Refused e) {
            if (!log.head().equals(before)) {
                throw new AssertionError("refused, and yet something was written");
            }
            return e.rejections();
        }
        throw new AssertionError("recorded: " + String.join("\n", events));
    }

    /// The rules that refuse events offered as one batch.
    public List<String> rules(String... events) {
        return refused(events).stream().map(Rejection::rule).toList();
    }

    /// What is said first of events offered as one batch that is refused.
    public String complaint(String... events) {
        return refused(events).getFirst().text();
    }

    /// The example of a kind, as shipped.
    public static String example(String kind) {
        return resource(kind + ".json");
    }

    /// What the examples build on, as shipped: JSON Lines.
    public static String first() {
        return resource("first.jsonl");
    }

    /// A batch of aliquots in a box, as shipped: JSON Lines.
    public static String batch() {
        return resource("batch.jsonl");
    }

    private static String resource(String name) {
        try (InputStream in =
                EventCodec.class.getResourceAsStream("/dev/lodestone/events/examples/" + name)) {
            if (in == null) {
                throw new AssertionError("there is no example " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        log.close();
        TimeZone.setDefault(zoneBefore);
    }
}
