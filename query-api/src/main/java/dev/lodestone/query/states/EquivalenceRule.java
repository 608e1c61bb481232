package dev.lodestone.query.states;

import dev.lodestone.ontology.Term;
import dev.lodestone.query.inverse.Wish;
import dev.lodestone.query.states.Conditions.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says that events of some sorts leave a sample as it was, for a purpose.
///
/// @param leavesUnchanged kinds, each with those below it, or classes of events
/// @param when what must be known to have held in the event; empty: nothing
/// @param because why, in words
public record EquivalenceRule(
        List<Term> leavesUnchanged, List<Wish> when, Optional<String> because) {
    public EquivalenceRule {
        leavesUnchanged = List.copyOf(leavesUnchanged);
        when = List.copyOf(when);
    }

    /// What a rule says of an event.
    sealed interface Verdict {
        /// It left the sample as it was.
        record Unchanged() implements Verdict {}

        /// The rule does not speak of it.
        record Silent() implements Verdict {}

        /// The rule would, but what it asks for is not known.
        record Undecided(List<String> why) implements Verdict {}
    }

    Verdict judge(Change change) {
        if (leavesUnchanged.stream()
                .noneMatch(sort -> EventSorts.is(change.kind(), change.classes(), sort))) {
            return new Verdict.Silent();
        }
        var unknown = new ArrayList<String>();
        for (var wish : when) {
            var found = Conditions.of(wish, change.values());
            if (found.held() == Held.NO) {
                return new Verdict.Silent();
            }
            found.why().ifPresent(unknown::add);
        }
        return unknown.isEmpty() ? new Verdict.Unchanged() : new Verdict.Undecided(unknown);
    }

    /// The rule in words, always the same for the same rule.
    public String words() {
        var sorts = leavesUnchanged.stream().map(Term::curie).sorted().toList();
        var conditions = when.stream().map(Wish::text).sorted().toList();
        return String.join(" or ", sorts)
                + (conditions.isEmpty() ? "" : " with " + String.join(" and ", conditions));
    }
}
