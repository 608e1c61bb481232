package dev.lodestone.events;

import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What a batch correction corrects, and how: a furnace's calibration was off all March.
///
/// @param select which events
/// @param change what becomes of them
public record BatchRule(Selection select, Change change) {

    /// Which events: those that fit everything given.
    ///
    /// @param instrument they were done with it
    /// @param agent they were done by it
    /// @param source they come from it
    /// @param kind the kind of process or the method, or a broader one
    /// @param during when in the lab; without `after`, `before` and `order`
    public record Selection(
            Optional<InstrumentId> instrument,
            Optional<AgentId> agent,
            Optional<SourceId> source,
            Optional<Term> kind,
            Optional<LabTime> during) {
        public Selection {
            if (instrument.isEmpty() && agent.isEmpty() && source.isEmpty() && kind.isEmpty()) {
                throw new IllegalArgumentException(
                        """
                        The selection names no instrument, agent, source or kind.
                        Maybe {"instrument": "furnace-2"}.\
                        """);
            }
            if (during.filter(Selection::isNoInterval).isPresent()) {
                throw new IllegalArgumentException(
                        """
                        The time of the selection is no interval of lab time.
                        Maybe {"month": "2026-03"}, or "from" and "to".\
                        """);
            }
        }

        private static boolean isNoInterval(LabTime time) {
            return (time.earliest().isEmpty() && time.latest().isEmpty())
                    || !time.after().isEmpty()
                    || !time.before().isEmpty()
                    || time.order().isPresent();
        }
    }

    /// What becomes of an event: a value of it is multiplied, shifted, or replaced, or the whole
    /// event is withdrawn. Multiplied first, then shifted.
    ///
    /// @param property whose values
    /// @param plus what is added, as a difference: 12 °C more are 12 K more
    /// @param value what it is replaced by
    /// @param uncertainty the standard uncertainty that the new values have; left as it was if it
    ///   is not given
    /// @param bases how the values are known that are changed; if not given: Measured, Recorded,
    ///   Extracted and Unverified
    /// @param retract whether the events are withdrawn
    public record Change(
            Optional<Term> property,
            Optional<Factor> times,
            Optional<Quantity> plus,
            Optional<Quantity> value,
            Optional<Quantity> uncertainty,
            List<HowKnown> bases,
            boolean retract) {
        private static final List<HowKnown> READ_OFF =
                List.of(
                        HowKnown.MEASURED,
                        HowKnown.RECORDED,
                        HowKnown.EXTRACTED,
                        HowKnown.UNVERIFIED);

        public Change {
            bases = List.copyOf(bases);
            boolean shifts = times.isPresent() || plus.isPresent();
            if (retract) {
                if (shifts
                        || property.isPresent()
                        || value.isPresent()
                        || uncertainty.isPresent()
                        || !bases.isEmpty()) {
                    throw new IllegalArgumentException(
                            """
                            The change withdraws the events and says something of a value too.
                            Maybe leave "retract" out.\
                            """);
                }
            } else if (property.isEmpty() || shifts == value.isPresent()) {
                throw new IllegalArgumentException(
                        """
                        The change does not say what becomes of which property.
                        Maybe give "property" and either "value", or "times" or "plus" or both; or only "retract".\
                        """);
            }
            if (bases.contains(HowKnown.IMPUTED) || bases.contains(HowKnown.PREDICTED)) {
                throw new IllegalArgumentException(
                        """
                        Imputed and predicted values are not corrected by a rule: they follow from others.
                        Maybe correct those, and impute or predict anew.\
                        """);
            }
        }

        /// Withdraws.
        public static Change withdrawal() {
            return new Change(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    true);
        }

        /// Shifts the values of a property.
        public static Change shift(Term property, Quantity by) {
            return new Change(
                    Optional.of(property),
                    Optional.empty(),
                    Optional.of(by),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    false);
        }

        /// Whether values known in this way are changed.
        public boolean touches(HowKnown basis) {
            return (bases.isEmpty() ? READ_OFF : bases).contains(basis);
        }
    }

    /// What a value is multiplied by.
    ///
    /// @param unit in which; it matters for scales whose zero is not that of the SI, and only there
    public record Factor(BigDecimal factor, Optional<Term> unit) {}
}
