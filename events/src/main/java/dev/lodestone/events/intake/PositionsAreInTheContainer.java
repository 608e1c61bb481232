package dev.lodestone.events.intake;

import dev.lodestone.events.Draft;
import dev.lodestone.events.Mentions;
import dev.lodestone.events.Participants;
import dev.lodestone.events.ThingEvent.ContainerRegistered;
import java.util.HashSet;

/// Participants by container pin a membership of that container, and positions that it has.
final class PositionsAreInTheContainer implements IntakeRule {
    @Override
    public void check(Draft draft, Knowledge known, Complaints complaints) {
        for (var pinned : Mentions.of(draft.body()).containers()) {
            check(pinned, known, complaints);
        }
    }

    private static void check(
            Participants.Positions pinned, Knowledge known, Complaints complaints) {
        if (known.find(pinned.membership()).map(Draft::stated).orElse(null)
                        instanceof ContainerRegistered membership
                && membership.container().equals(pinned.container())) {
            var missing = new HashSet<>(pinned.positions());
            membership.placements().forEach(placement -> missing.remove(placement.position()));
            if (!missing.isEmpty()) {
                complaints.add(
                        "/participants/container/positions",
                        "The container (%s) has no positions %s."
                                .formatted(pinned.container(), missing.stream().sorted().toList()),
                        "");
            }
        } else {
            complaints.add(
                    "/participants/container/membership",
                    "The record (%s) is no membership of the container (%s)."
                            .formatted(pinned.membership(), pinned.container()),
                    "name the ContainerRegistered record that says what was where.");
        }
    }
}
