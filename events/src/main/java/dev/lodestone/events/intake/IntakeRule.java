package dev.lodestone.events.intake;

import dev.lodestone.events.Draft;

/// Something that must hold for an event to be recorded.
public interface IntakeRule {
    /// Checks one draft against what is known before it, its own batch included.
    void check(Draft draft, Knowledge known, Complaints complaints);

    /// Takes complaints about one draft.
    @FunctionalInterface
    interface Complaints {
        /// Takes one complaint.
        ///
        /// @param maybe what to do, without the word "Maybe"; may be empty
        /// @param conflict whether the draft was overtaken by another
        void add(String pointer, String problem, String maybe, boolean conflict);

        /// Something that was wrong from the start.
        default void add(String pointer, String problem, String maybe) {
            add(pointer, problem, maybe, false);
        }
    }
}
