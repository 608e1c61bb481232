package dev.lodestone.projections.translate;

import dev.lodestone.events.EventId;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SampleId;
import dev.lodestone.ontology.Term;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a chain needs to know of one event in the life of one sample, and no more: a whole log of
/// them fits in memory. Samples to which the same happened share a step.
///
/// @param ending what became of the sample, of a step that ends it
/// @param results numbers of the data that hold for the state found
/// @param made samples made of this one by the step
/// @param amounts what it says of how much there is of the sample
record ChainStep(
        When when,
        Part part,
        @Nullable Term ending,
        List<Integer> results,
        List<SampleId> made,
        List<Portion> amounts) {
    /// A step that says nothing of amounts.
    ChainStep(
            When when,
            Part part,
            @Nullable Term ending,
            List<Integer> results,
            List<SampleId> made) {
        this(when, part, ending, results, made, List.of());
    }

    /// The same with what it says of amounts.
    ChainStep withAmounts(List<Portion> said) {
        return said.isEmpty() ? this : new ChainStep(when, part, ending, results, made, said);
    }

    /// What the event was to the sample.
    enum Part {
        /// Entered the record by it.
        REGISTERED,
        /// Was made of others by it.
        BORN,
        /// Continues in a new state after it.
        CHANGED,
        /// Ceased to exist by it.
        ENDED,
        /// Was looked at.
        OBSERVED,
        /// Was spoken of: values hold for the state it is in, but nobody used it.
        SPOKEN_OF
    }

    /// When the event happened, as far as known.
    ///
    /// @param position of the live record
    /// @param first position of the event's first record
    /// @param order number within its list
    /// @param list whose order numbers can be compared: the source, or empty where none is named
    record When(
            EventId event,
            RecordId record,
            long position,
            long first,
            @Nullable Instant earliest,
            @Nullable Instant latest,
            List<EventId> after,
            List<EventId> before,
            @Nullable Integer order,
            String list) {
        /// @param first position of the event's first record
        static When of(RecordedEvent recorded, long first) {
            return of(
                    recorded.event(),
                    recorded.record(),
                    recorded.position().value(),
                    first,
                    recorded.stated().occurrence().labTime(),
                    recorded.draft().source().map(s -> s.source().value()).orElse(""));
        }

        static When of(
                EventId event,
                RecordId record,
                long position,
                long first,
                LabTime time,
                String list) {
            return new When(
                    event,
                    record,
                    position,
                    first,
                    time.earliest().orElse(null),
                    time.latest().orElse(null),
                    time.after(),
                    time.before(),
                    time.order().isPresent() ? time.order().getAsInt() : null,
                    list);
        }

        /// Whether anything but times is said of its order.
        boolean hasWords() {
            return order != null || !after.isEmpty() || !before.isEmpty();
        }
    }

    /// Whether the edges of other events depend on where this one stands.
    boolean changes() {
        return part == Part.CHANGED || part == Part.ENDED;
    }
}
