package dev.lodestone.importers.csv;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Participants;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.StructuralComponent;
import dev.lodestone.events.Subject;
import dev.lodestone.events.Value;
import dev.lodestone.importers.csv.SheetMapping.EventForm;
import dev.lodestone.importers.csv.SheetMapping.Part;
import dev.lodestone.importers.csv.SheetMapping.ValueColumn;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The values of one event of a row.
final class EventValues {
    private final Map<Part, List<Value>> parts = new EnumMap<>(Part.class);
    private final List<StructuralComponent> components = new ArrayList<>();

    EventValues(SheetCells cells, Map<String, ValueColumn> columns) {
        for (var part : Part.values()) {
            parts.put(part, new ArrayList<>());
        }
        columns.forEach((name, column) -> {
            var value = cells.value(name, column);
            if (column.component().isPresent()) {
                value = value.ofComponent(component(column.component().get()));
            }
            part(column.part()).add(value);
        });
    }

    private List<Value> part(Part part) {
        return Objects.requireNonNull(parts.get(part));
    }

    private int component(Term kind) {
        var component = new StructuralComponent(kind);
        if (!components.contains(component)) {
            components.add(component);
        }
        return components.indexOf(component) + 1;
    }

    ProvenanceEvent event(EventForm form, SampleId sample, LabTime when) {
        var occurrence = Occurrence.at(when);
        return switch (form.sort()) {
            case PROCESS ->
                    new SampleProcessed(
                            occurrence,
                            Participants.of(sample),
                            form.type().orElseThrow(),
                            part(Part.PARAMETER),
                            List.of());
            case MEASUREMENT ->
                    new SampleMeasured(
                            occurrence,
                            Participants.of(sample),
                            form.type().orElseThrow(),
                            form.effect(),
                            components,
                            part(Part.CONDITION),
                            part(Part.RESULT),
                            List.of());
            case VALUES ->
                    new ValuesAsserted(
                            occurrence,
                            Subject.of(sample),
                            Optional.empty(),
                            Optional.empty(),
                            components,
                            part(Part.CONDITION),
                            part(Part.RESULT));
        };
    }
}
