package dev.lodestone.projections;

import dev.lodestone.events.RecordId;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.events.log.NewEntry;
import dev.lodestone.projections.translate.GraphDelta;
import dev.lodestone.projections.translate.Meaning;
import dev.lodestone.projections.translate.Node.Literal;
import dev.lodestone.projections.translate.Node.Resource;
import dev.lodestone.projections.translate.Statement;
import dev.lodestone.projections.translate.StatementSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/// The smallest log that has a meaning: a record either says some statements, one a line, or takes
/// another record back. Worked out from the beginning every time.
public final class SayingsMeaning implements Meaning {
    static final String SAID = "Said";
    static final String TAKEN_BACK = "TakenBack";
    static final String BROKEN = "Broken";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    private final EventLog log;
    private final String fingerprint;

    public SayingsMeaning(EventLog log, String fingerprint) {
        this.log = log;
        this.fingerprint = fingerprint;
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public GraphDelta delta(LogPosition after, LogPosition upTo) {
        Held before = held(after);
        Held now = held(upTo);
        var shelved = new HashMap<>(now.shelved);
        shelved.keySet().removeAll(before.shelved.keySet());
        var unshelved = new HashSet<>(before.shelved.keySet());
        unshelved.removeAll(now.shelved.keySet());
        return new GraphDelta(
                without(before.live, now.live), without(now.live, before.live), shelved, unshelved);
    }

    @Override
    public void whole(LogPosition upTo, StatementSink sink) {
        Held held = held(upTo);
        held.live.forEach(sink::statement);
        held.shelved.forEach((record, said) -> said.forEach(each -> sink.shelved(record, each)));
    }

    private static Set<Statement> without(Set<Statement> some, Set<Statement> others) {
        var left = new LinkedHashSet<>(some);
        left.removeAll(others);
        return left;
    }

    private record Held(Set<Statement> live, Map<RecordId, Set<Statement>> shelved) {}

    private Held held(LogPosition upTo) {
        var said = new LinkedHashMap<UUID, Set<Statement>>();
        var takenBack = new HashSet<UUID>();
        try (var entries = log.read(LogPosition.START, upTo)) {
            for (var entry : entries) {
                switch (entry.kind()) {
                    case SAID -> said.put(entry.record(), parse(entry.payload()));
                    case TAKEN_BACK -> takenBack.add(UUID.fromString(entry.payload()));
                    default ->
                            throw new IllegalArgumentException("no meaning: " + entry.position());
                }
            }
        }
        var live = new LinkedHashSet<Statement>();
        var shelved = new HashMap<RecordId, Set<Statement>>();
        said.forEach((record, statements) -> {
            if (takenBack.contains(record)) {
                shelved.put(new RecordId(record), statements);
            } else {
                live.addAll(statements);
            }
        });
        return new Held(live, shelved);
    }

    private static Set<Statement> parse(String payload) {
        var statements = new LinkedHashSet<Statement>();
        for (var line : payload.lines().toList()) {
            String[] part = line.split(" ", 4);
            statements.add(
                    new Statement(
                            part[0],
                            part[1],
                            part[2].equals("iri")
                                    ? new Resource(part[3])
                                    : new Literal(part[3], XSD + part[2])));
        }
        return statements;
    }

    /// Entries from a seed: things with types, links and values, some shared, some taken back.
    public static List<NewEntry> entries(long seed, int count) {
        var random = new SplittableRandom(seed);
        var earlier = new ArrayList<UUID>();
        var entries = new ArrayList<NewEntry>();
        for (int i = 0; i < count; i++) {
            var id = new UUID(random.nextLong(), random.nextLong());
            if (!earlier.isEmpty() && random.nextInt(5) == 0) {
                UUID gone = earlier.remove(random.nextInt(earlier.size()));
                entries.add(entry(id, TAKEN_BACK, gone.toString()));
            } else {
                earlier.add(id);
                entries.add(entry(id, SAID, sayings(random)));
            }
        }
        return entries;
    }

    private static String sayings(SplittableRandom random) {
        String subject = "https://lodestone.local/id/sample/" + random.nextInt(20);
        String ls = "https://w3id.org/lodestone/ns#";
        return String.join(
                "\n",
                subject + " http://www.w3.org/1999/02/22-rdf-syntax-ns#type iri " + ls + "Sample",
                subject
                        + " https://w3id.org/lodestone/property/density double "
                        + Double.toString(random.nextInt(-5, 50) * 0.1),
                subject + " " + ls + "position integer " + random.nextLong(1L << 50),
                subject + " " + ls + "label string line \"" + random.nextInt(9) + "\" µ",
                subject + " " + ls + "orderAssumed boolean " + random.nextBoolean(),
                subject + " " + ls + "value decimal " + random.nextInt(1, 99) + ".125",
                subject
                        + " "
                        + ls
                        + "labEarliest dateTime 2026-11-%02dT10:00:00.25Z"
                                .formatted(random.nextInt(1, 28)),
                subject
                        + " "
                        + ls
                        + "derivedFromSample iri https://lodestone.local/id/sample/"
                        + random.nextInt(20));
    }

    public static NewEntry entry(UUID id, String kind, String payload) {
        return new NewEntry(id, kind, 1, "", List.of(), NewEntry.PUBLIC, payload);
    }
}
