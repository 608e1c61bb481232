package dev.lodestone.query.history;

import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Vocabulary;
import dev.lodestone.query.sparql.Aspect;
import dev.lodestone.query.sparql.Facts;
import dev.lodestone.query.sparql.Row;
import dev.lodestone.query.sparql.Things;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What events say of themselves, whichever of their samples is asked about; each is read once.
final class EventRows {
    private static final Map<String, Term> CELLS =
            Map.ofEntries(
                    Map.entry("outcome", Vocabulary.OUTCOME),
                    Map.entry("reason", Vocabulary.REASON),
                    Map.entry("labOrder", Vocabulary.LAB_ORDER),
                    Map.entry("labPrecision", Vocabulary.LAB_PRECISION),
                    Map.entry("labEarliest", Vocabulary.LAB_EARLIEST),
                    Map.entry("labLatest", Vocabulary.LAB_LATEST),
                    Map.entry("effect", Vocabulary.EFFECT),
                    Map.entry("place", Vocabulary.PLACE),
                    Map.entry("from", Vocabulary.FROM_PLACE),
                    Map.entry("to", Vocabulary.TO_PLACE),
                    Map.entry("durationSI", Vocabulary.DURATION_SI),
                    Map.entry("step", Vocabulary.EXECUTES));

    private static final Map<Term, String> PARTS_TAKEN =
            Map.of(
                    Vocabulary.OPERATOR, "by",
                    Vocabulary.HAS_INSTRUMENT, "with",
                    Vocabulary.CUSTODIAN, "for");

    private static final Aspect EVENT =
            Aspect.of(
                    Stream.of(
                                    CELLS.values().stream(),
                                    PARTS_TAKEN.keySet().stream(),
                                    Stream.of(
                                            Vocabulary.RDF_TYPE,
                                            Vocabulary.HAS_KIND,
                                            Vocabulary.RECORD,
                                            Vocabulary.HAS_PARAMETER))
                            .flatMap(properties -> properties)
                            .toArray(Term[]::new));
    private static final Aspect LABEL = Aspect.of(Vocabulary.RDFS_LABEL);
    private static final Aspect RECORD =
            Aspect.of(Vocabulary.POSITION, Vocabulary.FROM_SOURCE, Vocabulary.LOCATOR);
    private static final Aspect PLAN = Aspect.of(Vocabulary.STEP_OF);

    private final Things things;
    private final ValueRows values;
    private final Map<String, Optional<Happening>> happenings = new HashMap<>();

    EventRows(Things things) {
        this.things = things;
        this.values = new ValueRows(things);
    }

    /// An event that says what it was and which record states it.
    ///
    /// @param cells as in `sample-history` and `sample-timeline`
    record Happening(Map<String, String> cells, Facts facts, LabMoment labTime) {
        boolean is(Term type) {
            return facts.has(Vocabulary.RDF_TYPE, type.iri());
        }
    }

    /// Absent if it is no event, or does not say what it was and which record states it.
    Optional<Happening> of(String event) {
        var known = happenings.get(event);
        if (known == null) {
            known = read(event, things.of(event, EVENT));
            happenings.put(event, known);
        }
        return known;
    }

    /// When an event that is told happened in the lab.
    LabMoment labTime(String event) {
        return of(event).orElseThrow().labTime();
    }

    /// Whether an event is of a class.
    boolean is(String event, Term type) {
        return of(event).filter(happening -> happening.is(type)).isPresent();
    }

    /// Who and what took part in an event: `?role ?agent ?label`.
    List<Row> agents(String event) {
        var rows = new ArrayList<Row>();
        PARTS_TAKEN.forEach((property, role) -> {
            for (var agent : things.of(event, EVENT).all(property)) {
                var cells = new HashMap<String, String>();
                cells.put("role", role);
                cells.put("agent", agent);
                label(agent).ifPresent(label -> cells.put("label", label));
                rows.add(new Row(cells));
            }
        });
        rows.sort(
                Comparator.<Row, String>comparing(row -> row.get("role"))
                        .thenComparing(row -> row.text("label").orElse(""))
                        .thenComparing(row -> row.get("agent")));
        return rows;
    }

    /// What was set in an event.
    List<Row> parameters(String event) {
        return values.of(things.of(event, EVENT).all(Vocabulary.HAS_PARAMETER));
    }

    /// What data say.
    List<Row> values(Collection<String> data) {
        return values.of(data);
    }

    /// What a thing is called.
    Optional<String> label(String thing) {
        return things.of(thing, LABEL).least(Vocabulary.RDFS_LABEL);
    }

    private Optional<Happening> read(String event, Facts facts) {
        var kind = facts.least(Vocabulary.HAS_KIND);
        var record = facts.least(Vocabulary.RECORD);
        if (!facts.has(Vocabulary.RDF_TYPE, Vocabulary.EVENT.iri())
                || kind.isEmpty()
                || record.isEmpty()) {
            return Optional.empty();
        }
        var header = things.of(record.get(), RECORD);
        var position = header.least(Vocabulary.POSITION);
        if (position.isEmpty()) {
            return Optional.empty();
        }
        var cells = new HashMap<String, String>();
        cells.put("event", event);
        cells.put("kind", kind.get());
        cells.put("record", record.get());
        cells.put("position", position.get());
        label(kind.get()).ifPresent(label -> cells.put("kindLabel", label));
        CELLS.forEach(
                (name, property) -> facts.least(property).ifPresent(text -> cells.put(name, text)));
        things.to(Vocabulary.DESCRIBES, event).stream()
                .flatMap(iri -> things.of(iri, RECORD).least(Vocabulary.POSITION).stream())
                .mapToLong(Long::parseLong)
                .min()
                .ifPresent(first -> cells.put("firstPosition", Long.toString(first)));
        header.least(Vocabulary.FROM_SOURCE).ifPresent(source -> cells.put("source", source));
        header.least(Vocabulary.LOCATOR).ifPresent(at -> cells.put("locator", at));
        facts.least(Vocabulary.EXECUTES)
                .flatMap(step -> things.of(step, PLAN).least(Vocabulary.STEP_OF))
                .ifPresentOrElse(plan -> cells.put("plan", plan), () -> cells.remove("step"));
        return Optional.of(new Happening(cells, facts, LabMoment.of(new Row(cells))));
    }
}
