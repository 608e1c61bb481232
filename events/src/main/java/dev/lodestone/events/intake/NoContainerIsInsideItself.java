package dev.lodestone.events.intake;

import dev.lodestone.events.ContainerId;
import dev.lodestone.events.Draft;
import dev.lodestone.events.Nesting;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.json.EventCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A container does not come to stand in itself, nor in what stands in it by then. What is known to
/// have been moved only later does not count; so a move learned late may close a circle with later
/// ones, which the graph then tells.
final class NoContainerIsInsideItself implements IntakeRule {
    @Override
    public void check(Draft draft, Knowledge known, Complaints complaints) {
        Nesting.of(draft.stated()).ifPresent(nesting -> check(nesting, draft, known, complaints));
    }

    private static void check(
            Nesting nesting, Draft draft, Knowledge known, Complaints complaints) {
        var inner = nesting.inner();
        var path = new ArrayList<>(List.of(inner));
        var outer = Optional.of(nesting.outer().container());
        while (outer.isPresent() && !path.contains(outer.get())) {
            path.add(outer.get());
            outer = outer(outer.get(), draft, known);
        }
        if (outer.filter(inner::equals).isPresent()) {
            path.add(inner);
            complaints.add(
                    EventCodec.pointerTo(draft, nesting.outer().container().value()),
                    "The container (%s) would stand in itself: %s."
                            .formatted(
                                    inner,
                                    path.stream()
                                            .map(ContainerId::value)
                                            .collect(Collectors.joining(" in "))),
                    "inner and outer are exchanged, or one of them was moved out before.");
        }
    }

    /// What a container stood in when the draft happened, as far as known.
    private static Optional<ContainerId> outer(ContainerId of, Draft draft, Knowledge known) {
        var now = order(draft);
        var moves =
                known.live(EventTags.placed(of)).stream()
                        .filter(move -> !move.event().equals(draft.event()))
                        .filter(move -> moved(move).filter(n -> n.inner().equals(of)).isPresent())
                        .filter(move -> !now.isBefore(order(move.draft())))
                        .toList();
        return moves.stream()
                .filter(move ->
                        moves.stream()
                                .noneMatch(other ->
                                        order(move.draft()).isBefore(order(other.draft()))))
                .reduce((_, later) -> later)
                .flatMap(NoContainerIsInsideItself::moved)
                .map(move -> move.outer().container());
    }

    private static Optional<Nesting> moved(RecordedEvent move) {
        return Nesting.of(move.stated());
    }

    private static KnownOrder order(Draft draft) {
        return new KnownOrder(draft.event(), draft.stated().occurrence().labTime());
    }
}
