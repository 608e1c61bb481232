package dev.lodestone.query.inverse;

import dev.lodestone.query.LodestoneException.Incorrect;
import java.util.List;
import java.util.Optional;

/// "Which recipes gave more than 200 mAh/g below 900 °C?"
///
/// @param targets what measured values shall be, at least one; bounds on one property hold of one
///   value
/// @param where what the processing, the structure before it, or the conditions of the measurement
///   shall have been
/// @param join whether, and how, recipes of other samples of like structure count
/// @param limit how many answers are given in full; the counts are of all
public record InverseQuery(
        List<Wish> targets, List<Wish> where, Optional<StructureJoin> join, int limit) {
    /// Answers given in full unless the question says so.
    public static final int USUAL_LIMIT = 1000;

    public InverseQuery {
        targets = List.copyOf(targets);
        where = List.copyOf(where);
        if (targets.isEmpty()) {
            throw new Incorrect(
                    "inverse-target",
                    "The question has no target.\nMaybe specificDischargeCapacity>=200 mAh/g.");
        }
        if (limit < 1 || limit > 100_000) {
            throw new Incorrect(
                    "inverse-limit",
                    "The limit (%d) is not between 1 and 100000.".formatted(limit));
        }
    }

    /// Reads the question from its parts.
    public static InverseQuery parse(List<String> targets, List<String> where) {
        return new InverseQuery(
                targets.stream().map(Wish::parse).toList(),
                where.stream().map(Wish::parse).toList(),
                Optional.empty(),
                USUAL_LIMIT);
    }

    /// The same with a join over structure.
    public InverseQuery joined(StructureJoin how) {
        return new InverseQuery(targets, where, Optional.of(how), limit);
    }

    /// The same with another limit.
    public InverseQuery limitedTo(int most) {
        return new InverseQuery(targets, where, join, most);
    }
}
