package dev.lodestone.projections.translate;

import dev.lodestone.events.Participants;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.ThingEvent.ContainerRegistered.Placement;
import dev.lodestone.events.log.LogPosition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What containers held: the one thing about an event that stands in another record.
@FunctionalInterface
public interface Memberships {
    /// The placements that a pinned record stands for: its own, or those of the correction that now
    /// holds in its stead.
    Optional<Membership> of(RecordId pinned);

    /// What a container held.
    ///
    /// @param position of the record that says so
    record Membership(LogPosition position, List<Placement> placements) {
        public Membership {
            placements = List.copyOf(placements);
        }
    }

    /// The samples that take part, each once, in the order named or placed.
    default Set<SampleId> samples(Participants participants) {
        var found = new LinkedHashSet<>(participants.samples());
        participants
                .container()
                .ifPresent(pinned ->
                        of(pinned.membership()).stream()
                                .flatMap(m -> m.placements().stream())
                                .filter(p ->
                                        pinned.positions().isEmpty()
                                                || pinned.positions().contains(p.position()))
                                .map(Placement::sample)
                                .forEach(found::add));
        return found;
    }
}
