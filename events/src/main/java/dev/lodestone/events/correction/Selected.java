package dev.lodestone.events.correction;

import dev.lodestone.events.BatchRule.Selection;
import dev.lodestone.events.DataEvent;
import dev.lodestone.events.Draft;
import dev.lodestone.events.EventId;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.SampleEvent;
import dev.lodestone.events.SampleEvent.SampleIdentified;
import dev.lodestone.events.SampleEvent.SampleLinked;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SourceRef;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.LogEntry;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Kind;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which events a selection means. Instruments and agents have no tags in the log, so it is read
/// once from its beginning; only records whose text has what is looked for are parsed.
final class Selected {
    private final Selection selection;
    private final Ontology ontology;
    private final List<String> needles = new ArrayList<>();

    Selected(Selection selection, Ontology ontology) {
        this.selection = selection;
        this.ontology = ontology;
        selection.instrument().ifPresent(id -> needles.add(quoted(id.value())));
        selection.agent().ifPresent(id -> needles.add(quoted(id.value())));
        selection.source().ifPresent(id -> needles.add(quoted(id.value())));
    }

    private static String quoted(String id) {
        return '"' + id + '"';
    }

    /// The events that some record of theirs, live or not, puts in question.
    Set<EventId> candidates(EventLog log, LogPosition upTo) {
        var events = new LinkedHashSet<EventId>();
        try (var entries = log.read(LogPosition.START, upTo)) {
            while (entries.hasNext()) {
                var entry = entries.next();
                if (mayFit(entry)) {
                    var draft = EventCodec.readStored(entry.payload());
                    if (happened(draft.stated())) {
                        events.add(draft.event());
                    }
                }
            }
        }
        return events;
    }

    /// What a source says of an event may stand in another record of it than what else is asked
    /// for, so one of all suffices here.
    private boolean mayFit(LogEntry entry) {
        return needles.isEmpty() || needles.stream().anyMatch(entry.payload()::contains);
    }

    /// Whether an event, as it holds now, is selected, but for its time.
    ///
    /// @param records all records of it
    boolean fits(ProvenanceEvent stated, List<Draft> records) {
        var occurrence = stated.occurrence();
        return happened(stated)
                && selection
                        .instrument()
                        .filter(i -> !occurrence.instruments().contains(i))
                        .isEmpty()
                && selection.agent().filter(a -> !occurrence.agents().contains(a)).isEmpty()
                && selection
                        .source()
                        .filter(source ->
                                records.stream()
                                        .flatMap(draft -> draft.source().stream())
                                        .map(SourceRef::source)
                                        .noneMatch(source::equals))
                        .isEmpty()
                && selection.kind().filter(kind -> !isOf(kindOf(stated), kind)).isEmpty();
    }

    /// Something that happened or was found: no registration, plan, training or note.
    private static boolean happened(ProvenanceEvent stated) {
        return switch (stated) {
            case SampleRegistered _, SampleIdentified _, SampleLinked _ -> false;
            case SampleEvent _, DataEvent _ -> true;
            default -> false;
        };
    }

    private static Optional<Term> kindOf(ProvenanceEvent stated) {
        return switch (stated) {
            case SampleEvent.SampleProcessed e -> Optional.of(e.process());
            case SampleEvent.SampleSplit e -> Optional.of(e.process());
            case SampleEvent.SamplesMerged e -> Optional.of(e.process());
            case SampleEvent.SampleMeasured e -> Optional.of(e.method());
            case DataEvent.AnalysisPerformed e -> Optional.of(e.method());
            case DataEvent.SimulationPerformed e -> Optional.of(e.method());
            case DataEvent.ValuesImputed e -> Optional.of(e.method());
            default -> Optional.empty();
        };
    }

    private boolean isOf(Optional<Term> kind, Term broader) {
        for (var at = kind;
                at.isPresent();
                at = at.flatMap(ontology::findKind).flatMap(Kind::parent)) {
            if (at.get().equals(broader)) {
                return true;
            }
        }
        return false;
    }
}
