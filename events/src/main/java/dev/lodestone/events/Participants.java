package dev.lodestone.events;

import java.util.List;
import java.util.Optional;

/// The samples an event happened to: a list, or the samples at positions of a container as one
/// registration of its membership says. The second costs one tag however many samples there are.
///
/// @param samples the samples named; empty when `container` is given
/// @param container the membership and positions; absent when `samples` is given
public record Participants(List<SampleId> samples, Optional<Positions> container) {
    /// The longest list one event may name; past it, a container is cheaper to write and to read.
    public static final int LONGEST_LIST = 1_000;

    public Participants {
        samples = List.copyOf(samples);
        if (samples.isEmpty() == container.isEmpty()) {
            throw new IllegalArgumentException(
                    "Participants are either \"samples\" (at least one) or a \"container\".");
        }
        if (samples.size() > LONGEST_LIST) {
            throw new IllegalArgumentException(
                    """
                    The event names %d participants in a list; the most is %d.
                    Maybe register a container of them and name that.\
                    """
                            .formatted(samples.size(), LONGEST_LIST));
        }
        if (samples.stream().distinct().count() != samples.size()) {
            throw new IllegalArgumentException("The participants repeat a sample.");
        }
    }

    /// These samples.
    public static Participants of(SampleId... samples) {
        return new Participants(List.of(samples), Optional.empty());
    }

    /// All positions of a container as one record registered it.
    public static Participants of(ContainerId container, RecordId membership) {
        return new Participants(
                List.of(), Optional.of(new Positions(container, membership, List.of())));
    }

    /// The container, where all that it holds takes part.
    public Optional<ContainerId> wholeContainer() {
        return container.filter(pinned -> pinned.positions().isEmpty()).map(Positions::container);
    }

    /// Positions of a container.
    ///
    /// @param membership the `ContainerRegistered` record whose placements are meant
    /// @param positions which of them; empty for all
    public record Positions(ContainerId container, RecordId membership, List<String> positions) {
        public Positions {
            positions = List.copyOf(positions);
        }
    }
}
