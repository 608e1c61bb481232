package dev.lodestone.events.intake;

import dev.lodestone.events.DataEvent.AnalysisPerformed;
import dev.lodestone.events.DataEvent.SimulationPerformed;
import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.DataEvent.ValuesImputed;
import dev.lodestone.events.Draft;
import dev.lodestone.events.NumberedValue;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import java.util.List;

/// A value that names a component or condition of its event names one that is there.
final class ValuesPointInside implements IntakeRule {
    @Override
    public void check(Draft draft, Knowledge known, Complaints complaints) {
        int components = components(draft.stated());
        long conditions =
                NumberedValue.of(draft.body()).stream()
                        .filter(v -> v.role() == NumberedValue.Role.CONDITION)
                        .count();
        for (var numbered : NumberedValue.of(draft.body())) {
            var value = numbered.value();
            value.component()
                    .ifPresent(n -> {
                        if (n < 1 || n > components) {
                            complaints.add(
                                    numbered.pointer() + "/component",
                                    "The component (%d) is not among the event's %d."
                                            .formatted(n, components),
                                    "components are counted from 1.");
                        }
                    });
            for (int n : value.under().orElse(List.of())) {
                if (n < 1 || n > conditions) {
                    complaints.add(
                            numbered.pointer() + "/under",
                            "The condition (%d) is not among the event's %d."
                                    .formatted(n, conditions),
                            "conditions are counted from 1.");
                }
            }
        }
    }

    private static int components(ProvenanceEvent event) {
        return switch (event) {
            case SampleMeasured e -> e.components().size();
            case AnalysisPerformed e -> e.components().size();
            case SimulationPerformed e -> e.components().size();
            case ValuesAsserted e -> e.components().size();
            case ValuesImputed e -> e.components().size();
            default -> 0;
        };
    }
}
