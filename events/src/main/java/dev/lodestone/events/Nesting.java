package dev.lodestone.events;

import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.SampleEvent.SampleStored;
import dev.lodestone.events.SampleEvent.SampleTransported;
import dev.lodestone.events.ThingEvent.ContainerRegistered;
import java.util.Optional;

/// A container comes to stand in another: its registration says so, or all that it holds is stored
/// or brought there together.
public record Nesting(ContainerId inner, ContainerPlace outer) {
    /// What an event puts into what. Of a correction: what the restated event does.
    public static Optional<Nesting> of(ProvenanceEvent event) {
        return switch (event) {
            case ContainerRegistered e ->
                    e.inside().map(outer -> new Nesting(e.container(), outer));
            case SampleStored e -> whole(e.participants(), e.inside());
            case SampleTransported e -> whole(e.participants(), e.into());
            case RecordCorrected e -> of(e.restated());
            default -> Optional.empty();
        };
    }

    private static Optional<Nesting> whole(Participants who, Optional<ContainerPlace> outer) {
        return who.wholeContainer().flatMap(inner -> outer.map(place -> new Nesting(inner, place)));
    }
}
