package dev.lodestone.projections.translate;

import dev.lodestone.events.Id;
import dev.lodestone.events.SampleId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The steps of samples and the stays of things, as many as fit into memory at a time. Where there
/// are more, a walk through the log keeps those of some things and leaves the others to further
/// walks. Not thread-safe.
final class StepsInTurns {
    private final int most;
    private final Map<SampleId, List<ChainStep>> chains = new HashMap<>();
    private final Map<Id, List<Stay>> stays = new HashMap<>();
    private int held;

    /// Into how many parts things are divided, by a hash of theirs: a power of two, which doubles
    /// in the first walk for as long as too much is held.
    private int parts = 1;

    private int turn;

    /// @param most how many steps and stays are held at most, as far as that can be
    StepsInTurns(int most) {
        this.most = most;
    }

    void add(SampleId sample, ChainStep step) {
        if (isOfThisTurn(sample)) {
            chains.computeIfAbsent(sample, _ -> new ArrayList<>(2)).add(step);
            hold();
        }
    }

    void add(Id thing, Stay stay) {
        if (isOfThisTurn(thing)) {
            stays.computeIfAbsent(thing, _ -> new ArrayList<>(1)).add(stay);
            hold();
        }
    }

    private void hold() {
        held++;
        while (turn == 0 && held > most && parts < 1 << 16) {
            parts *= 2;
            chains.keySet().removeIf(sample -> !isOfThisTurn(sample));
            stays.keySet().removeIf(thing -> !isOfThisTurn(thing));
            held =
                    chains.values().stream().mapToInt(List::size).sum()
                            + stays.values().stream().mapToInt(List::size).sum();
        }
    }

    private boolean isOfThisTurn(Id thing) {
        int hash = thing.value().hashCode() * 0x9E3779B9;
        return ((hash >>> 16) & (parts - 1)) == turn;
    }

    /// Writes what is held, and forgets it.
    ///
    /// @return whether another walk is needed
    boolean write(Iris iris, Consumer<Statement> sink) {
        chains.forEach((sample, steps) -> SampleChain.write(iris, sample, steps, sink));
        stays.forEach((thing, of) -> Stay.write(iris, thing, of, sink));
        chains.clear();
        stays.clear();
        held = 0;
        turn++;
        return turn < parts;
    }
}
