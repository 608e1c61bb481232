package dev.lodestone.events.intake;

import dev.lodestone.events.Draft;
import dev.lodestone.events.Mentions;
import dev.lodestone.events.Participants;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.ThingEvent.ContainerRegistered;
import dev.lodestone.events.log.Tag;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What happened to samples by name, and by the containers they were in.
final class Lives {
    private Lives() {}

    /// The live events of a sample, those of its containers among them.
    static Stream<RecordedEvent> of(SampleId sample, Knowledge known) {
        var own = known.live(EventTags.of(sample));
        var containers =
                own.stream()
                        .map(RecordedEvent::stated)
                        .filter(ContainerRegistered.class::isInstance)
                        .map(membership -> ((ContainerRegistered) membership).container())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        var inContainers =
                containers.stream()
                        .flatMap(container -> known.live(EventTags.of(container)).stream())
                        .filter(event ->
                                Mentions.of(event.stated()).containers().stream()
                                        .anyMatch(p -> members(p, known).contains(sample)));
        return Stream.concat(own.stream(), inContainers);
    }

    /// The samples at positions of a container, as the membership that is pinned says now: where it
    /// was corrected, as the correction does.
    static Set<SampleId> members(Participants.Positions pinned, Knowledge known) {
        var said = known.find(pinned.membership());
        var now =
                said.flatMap(draft ->
                        known.live(new Tag(EventTags.EVENT, draft.event().toString())).stream()
                                .filter(record -> record.event().equals(draft.event()))
                                .map(RecordedEvent::stated)
                                .findFirst());
        if (now.or(() -> said.map(Draft::stated)).orElse(null)
                instanceof ContainerRegistered membership) {
            return membership.placements().stream()
                    .filter(p ->
                            pinned.positions().isEmpty()
                                    || pinned.positions().contains(p.position()))
                    .map(ContainerRegistered.Placement::sample)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        return Set.of();
    }
}
