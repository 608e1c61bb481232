package dev.lodestone.query.balance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One entry of a sample's balance.
///
/// @param role what it did to the amount
/// @param amount how much; absent where nobody knows, or where it did not change the amount
/// @param workedOut whether the amount was not stated but follows from others
/// @param other the sample it went to or came from
/// @param otherName what that is called
/// @param kind what happened, as people call it
/// @param when in the lab, as exactly as known
/// @param event the event's IRI
/// @param record the record it stands on
public record BalanceLine(
        Role role,
        Optional<Amount> amount,
        boolean workedOut,
        Optional<String> other,
        Optional<String> otherName,
        String kind,
        Optional<String> when,
        String event,
        String record,
        List<String> notes) {
    public BalanceLine {
        notes = List.copyOf(notes);
    }

    /// What an event did to the amount of a sample.
    public enum Role {
        /// The sample entered the record with it.
        ENTERED,
        /// It was found to be there.
        FOUND,
        /// It was used up or lost.
        USED,
        /// It went into another sample.
        GIVEN,
        /// All that was left went into others.
        GIVEN_WHOLLY,
        /// A measurement used all of it up.
        CONSUMED,
        /// It was destroyed, lost or discarded.
        DESTROYED;

        /// As it is said.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
