package dev.lodestone.query.compare;

import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.compare.Course.Step;
import dev.lodestone.query.history.ValueDifference;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/// Puts the steps of two courses side by side, in order: as many of one kind together as can be,
/// and of those ways the one in which most values are the same.
final class Alignment {
    /// A pair of steps of one kind, or a step that only one course has.
    record Pair(Optional<Step> a, Optional<Step> b) {}

    private static final long MOST_PAIRS = 1_000_000;
    private static final int OF_A_KIND = 1000;

    private Alignment() {}

    static List<Pair> of(List<Step> a, List<Step> b) {
        if ((long) a.size() * b.size() > MOST_PAIRS) {
            throw new Incorrect(
                    "diff-size",
                    "The two have %,d and %,d steps, too many to be compared.\nMaybe without the ancestors, or between two positions of the log."
                            .formatted(a.size(), b.size()));
        }
        var best = scores(a, b);
        var pairs = new ArrayDeque<Pair>();
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size()
                    && j < b.size()
                    && isSame(a.get(i), b.get(j))
                    && best[i][j] == best[i + 1][j + 1] + score(a.get(i), b.get(j))) {
                pairs.add(new Pair(Optional.of(a.get(i++)), Optional.of(b.get(j++))));
            } else if (j == b.size() || (i < a.size() && best[i][j] == best[i + 1][j])) {
                pairs.add(new Pair(Optional.of(a.get(i++)), Optional.empty()));
            } else {
                pairs.add(new Pair(Optional.empty(), Optional.of(b.get(j++))));
            }
        }
        return List.copyOf(pairs);
    }

    /// The best score of what is left from each place on.
    private static int[][] scores(List<Step> a, List<Step> b) {
        var best = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                best[i][j] = Math.max(best[i + 1][j], best[i][j + 1]);
                if (isSame(a.get(i), b.get(j))) {
                    best[i][j] =
                            Math.max(best[i][j], best[i + 1][j + 1] + score(a.get(i), b.get(j)));
                }
            }
        }
        return best;
    }

    private static boolean isSame(Step a, Step b) {
        return a.key().equals(b.key());
    }

    private static int score(Step a, Step b) {
        int same = ValueDifference.compare(a.values(), b.values()).same();
        return OF_A_KIND + Math.min(same, OF_A_KIND - 1);
    }
}
