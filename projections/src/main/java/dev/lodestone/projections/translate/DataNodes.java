package dev.lodestone.projections.translate;

import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Id;
import dev.lodestone.events.Mode;
import dev.lodestone.events.NumberedValue;
import dev.lodestone.events.NumberedValue.Role;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.StructuralComponent;
import dev.lodestone.events.Subject;
import dev.lodestone.events.Value;
import dev.lodestone.events.Value.Content;
import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Property;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Unit;
import dev.lodestone.ontology.Vocabulary;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// The data of one record: one node for each value, and the index triples that come of them.
final class DataNodes {
    private static final BigDecimal COMPOSITION_SLACK = new BigDecimal("0.02");
    private static final Set<HowKnown> FOUND_ON_SAMPLES =
            EnumSet.of(
                    HowKnown.MEASURED, HowKnown.RECORDED, HowKnown.EXTRACTED, HowKnown.UNVERIFIED);
    private static final Set<HowKnown> WORKED_OUT =
            EnumSet.of(HowKnown.CALCULATED, HowKnown.SIMULATED, HowKnown.EXTRACTED);
    private static final Set<Term> DURATIONS =
            Set.of(Term.of("lsp:duration"), Term.of("lsp:storageDuration"));

    private final Scribe to;
    private final List<NumberedValue> values;

    /// @param components that values can be about
    DataNodes(Scribe to, List<StructuralComponent> components) {
        this.to = to;
        this.values = NumberedValue.of(to.recorded.stated());
        for (int i = 0; i < components.size(); i++) {
            component(i + 1, components.get(i));
        }
    }

    /// Parameters and conditions: they belong to the event, once. Those that the kind declares as
    /// key are indexed on the participants.
    void parameters(Term kind, Collection<SampleId> participants) {
        var key = to.words.keyParameters(kind);
        for (var value : values) {
            if (value.role() == Role.PARAMETER || value.role() == Role.CONDITION) {
                var si = write(value, Vocabulary.PARAMETER_CLASS);
                to.event(Vocabulary.HAS_PARAMETER, Nodes.iri(to.datum(value.n())));
                value.value().sample().ifPresent(sample -> about(value, sample));
                if (si.isPresent()
                        && value.role() == Role.PARAMETER
                        && FOUND_ON_SAMPLES.contains(value.value().basis())
                        && key.contains(value.value().property())) {
                    for (var sample : participants) {
                        to.index(sample, value.value().property(), si.getAsDouble());
                    }
                }
            }
        }
    }

    /// What was found of samples: each value of the one it names, or of the only one.
    void results(Set<SampleId> participants, boolean workedOut) {
        Optional<Id> only =
                participants.size() == 1
                        ? Optional.of(participants.iterator().next())
                        : Optional.empty();
        results(only, workedOut);
    }

    /// What was found of a subject.
    void results(Subject subject, boolean workedOut) {
        results(
                subject.sample()
                        .<Id>map(s -> s)
                        .or(() -> subject.material().map(m -> m))
                        .or(() -> subject.workflow().map(w -> w)),
                workedOut);
    }

    private void results(Optional<Id> only, boolean workedOut) {
        var conditions = values.stream().filter(v -> v.role() == Role.CONDITION).toList();
        for (var value : values) {
            if (value.role() == Role.RESULT) {
                var si = write(value, resultType(value.value().basis()));
                generated(value);
                underWhich(value, conditions);
                var subject = value.value().sample().<Id>map(s -> s).or(() -> only);
                subject.ifPresent(s -> about(value, s));
                if (si.isPresent() && subject.isPresent()) {
                    index(subject.get(), value.value(), si.getAsDouble(), workedOut);
                }
            }
        }
        composition();
    }

    private void index(Id subject, Value value, double si, boolean workedOut) {
        boolean found =
                switch (subject) {
                    case SampleId _ ->
                            FOUND_ON_SAMPLES.contains(value.basis())
                                    || (workedOut && WORKED_OUT.contains(value.basis()));
                    case dev.lodestone.events.MaterialId _ -> WORKED_OUT.contains(value.basis());
                    default -> false;
                };
        if (found) {
            to.index(subject, value.property(), si);
        }
    }

    /// Seconds, where a parameter or condition says how long the event took.
    Optional<Double> duration() {
        return values.stream()
                .filter(v -> v.role() == Role.PARAMETER || v.role() == Role.CONDITION)
                .filter(v -> DURATIONS.contains(v.value().property()))
                .flatMap(v -> v.value().quantity().stream())
                .flatMap(q -> si(q.value(), q.unit()).stream().boxed())
                .findFirst();
    }

    void about(NumberedValue value, Id subject) {
        var predicate =
                switch (subject) {
                    case SampleId _ -> Vocabulary.ON_SAMPLE.iri();
                    case dev.lodestone.events.MaterialId _ -> Terms.ON_MATERIAL;
                    default -> Terms.ON_WORKFLOW;
                };
        to.own(to.datum(value.n()), predicate, to.link(subject));
    }

    void generated(NumberedValue value) {
        to.own(to.datum(value.n()), Vocabulary.PROV_WAS_GENERATED_BY, Nodes.iri(to.event));
    }

    private void underWhich(NumberedValue value, List<NumberedValue> conditions) {
        var chosen = value.value().under();
        for (int i = 0; i < conditions.size(); i++) {
            if (chosen.isEmpty() || chosen.get().contains(i + 1)) {
                to.own(
                        to.datum(value.n()),
                        Vocabulary.CONDITION,
                        Nodes.iri(to.datum(conditions.get(i).n())));
            }
        }
    }

    private static Term resultType(HowKnown basis) {
        return switch (basis) {
            case IMPUTED -> Vocabulary.IMPUTED_VALUE;
            case PREDICTED -> Vocabulary.PREDICTED_VALUE;
            case MEASURED, RECORDED, CALCULATED, SIMULATED, EXTRACTED, UNVERIFIED, ASSUMED ->
                    Vocabulary.OBSERVED_VALUE;
        };
    }

    /// Writes the node of a value; returns its SI value, if it has one.
    OptionalDouble write(NumberedValue numbered, Term type) {
        var node = to.datum(numbered.n());
        var value = numbered.value();
        to.own(node, Vocabulary.RDF_TYPE, Nodes.iri(Vocabulary.DATUM));
        to.own(node, Vocabulary.RDF_TYPE, Nodes.iri(type));
        to.ofRecord(node);
        to.own(node, Vocabulary.HAS_PROPERTY, Nodes.iri(value.property()));
        to.own(node, Vocabulary.BASIS, Nodes.iri(value.basis().term()));
        value.mode().map(Mode::term).ifPresent(m -> to.own(node, Vocabulary.MODE, Nodes.iri(m)));
        value.statistic().ifPresent(s -> to.own(node, Vocabulary.STATISTIC, Nodes.iri(s)));
        value.count().ifPresent(n -> to.own(node, Vocabulary.COUNT, Nodes.integer(n)));
        to.own(node, Vocabulary.SPECIES, value.species());
        to.own(node, Vocabulary.LOCATOR, value.locator());
        to.own(node, Vocabulary.RDFS_COMMENT, value.note());
        value.findings().orElse(List.of()).forEach(noticed -> finding(node, noticed));
        value.component()
                .ifPresent(n ->
                        to.own(
                                node,
                                Vocabulary.ABOUT,
                                Nodes.iri(to.iris.component(to.recorded.record(), n))));
        return switch (value.content()) {
            case Content.Number(var quantity) -> number(node, value.property(), quantity);
            case Content.Between(var bounds) -> {
                to.own(node, Vocabulary.UNIT, Nodes.iri(bounds.unit()));
                to.own(node, Vocabulary.AS_RECORDED, Nodes.text(bounds.asRecorded()));
                unitKnown(node, bounds.unit());
                bounds.lower().ifPresent(b -> bound(node, Vocabulary.LOWER_SI, b, bounds.unit()));
                bounds.upper().ifPresent(b -> bound(node, Vocabulary.UPPER_SI, b, bounds.unit()));
                var ends =
                        java.util.stream.Stream.of(bounds.lower(), bounds.upper())
                                .flatMap(Optional::stream)
                                .toList();
                if (ends.stream()
                        .anyMatch(end -> implausible(value.property(), end, bounds.unit()))) {
                    finding(node, Vocabulary.FINDING_OUT_OF_PLAUSIBLE_RANGE);
                }
                yield OptionalDouble.empty();
            }
            case Content.Concept(var concept) -> {
                to.own(node, Vocabulary.VALUE_CONCEPT, Nodes.iri(concept));
                yield OptionalDouble.empty();
            }
            case Content.Words(var text) -> {
                to.own(node, Vocabulary.VALUE_TEXT, Nodes.text(text));
                yield OptionalDouble.empty();
            }
        };
    }

    private OptionalDouble number(String node, Term property, Quantity quantity) {
        var si = quantity(node, quantity);
        unitKnown(node, quantity.unit());
        quantity.uncertainty()
                .ifPresent(u -> {
                    Nodes.decimal(u).ifPresent(d -> to.own(node, Vocabulary.UNCERTAINTY, d));
                    unit(quantity.unit())
                            .map(unit -> unit.differenceToSi(u).doubleValue())
                            .filter(Double::isFinite)
                            .ifPresent(d -> to.own(node, Vocabulary.UNCERTAINTY_SI, Nodes.dbl(d)));
                });
        if (implausible(property, quantity.value(), quantity.unit())) {
            finding(node, Vocabulary.FINDING_OUT_OF_PLAUSIBLE_RANGE);
        }
        return si;
    }

    private OptionalDouble quantity(String node, Quantity quantity) {
        Nodes.decimal(quantity.value()).ifPresent(d -> to.own(node, Vocabulary.VALUE, d));
        to.own(node, Vocabulary.UNIT, Nodes.iri(quantity.unit()));
        to.own(node, Vocabulary.AS_RECORDED, Nodes.text(quantity.asRecorded()));
        var si = si(quantity.value(), quantity.unit());
        si.ifPresent(d -> to.own(node, Vocabulary.VALUE_SI, Nodes.dbl(d)));
        return si;
    }

    /// A quantity on a node of the event's that is no datum.
    static void amount(Scribe to, String node, Quantity quantity) {
        Nodes.decimal(quantity.value()).ifPresent(d -> to.ofEvent(node, Vocabulary.VALUE, d));
        to.ofEvent(node, Vocabulary.UNIT, Nodes.iri(quantity.unit()));
        to.ofEvent(node, Vocabulary.AS_RECORDED, Nodes.text(quantity.asRecorded()));
        to.words
                .unit(quantity.unit())
                .filter(Unit::convertible)
                .map(unit -> unit.siDouble(quantity.value()))
                .filter(Double::isFinite)
                .ifPresent(si -> to.ofEvent(node, Vocabulary.VALUE_SI, Nodes.dbl(si)));
        quantity.uncertainty()
                .flatMap(Nodes::decimal)
                .ifPresent(u -> to.ofEvent(node, Vocabulary.UNCERTAINTY, u));
    }

    private void bound(String node, Term predicate, BigDecimal bound, Term unit) {
        si(bound, unit).ifPresent(d -> to.own(node, predicate, Nodes.dbl(d)));
    }

    private void unitKnown(String node, Term unit) {
        if (unit(unit).isEmpty()) {
            finding(node, Vocabulary.FINDING_UNIT_UNKNOWN);
        }
    }

    private void finding(String node, Term finding) {
        to.own(node, Vocabulary.FINDING, Nodes.iri(finding));
    }

    private Optional<Unit> unit(Term term) {
        return to.words.unit(term).filter(Unit::convertible);
    }

    private OptionalDouble si(BigDecimal value, Term unitTerm) {
        var unit = unit(unitTerm);
        if (unit.isEmpty()) {
            return OptionalDouble.empty();
        }
        double si = unit.get().siDouble(value);
        return Double.isFinite(si) ? OptionalDouble.of(si) : OptionalDouble.empty();
    }

    private boolean implausible(Term property, BigDecimal value, Term unitTerm) {
        var range = to.words.property(property).flatMap(Property::plausible);
        var unit = unit(unitTerm);
        return range.isPresent()
                && unit.isPresent()
                && !range.get().contains(unit.get().toSi(value));
    }

    /// Fractions of elements that one event states of one thing sum to one, or it is said that they
    /// do not.
    private void composition() {
        record Whole(Optional<SampleId> sample, int component) {}
        Map<Whole, BigDecimal> sums = new HashMap<>();
        Map<Whole, Integer> counts = new HashMap<>();
        for (var value : values) {
            if (value.role() == Role.RESULT && isFraction(value.value().property())) {
                var quantity = value.value().quantity();
                var unit = quantity.flatMap(q -> unit(q.unit()));
                if (quantity.isPresent() && unit.isPresent()) {
                    var whole =
                            new Whole(value.value().sample(), value.value().component().orElse(0));
                    sums.merge(whole, unit.get().toSi(quantity.get().value()), BigDecimal::add);
                    counts.merge(whole, 1, Integer::sum);
                }
            }
        }
        sums.forEach((whole, sum) -> {
            if (counts.getOrDefault(whole, 0) > 1
                    && sum.subtract(BigDecimal.ONE).abs().compareTo(COMPOSITION_SLACK) > 0) {
                to.event(
                        Vocabulary.FINDING, Nodes.iri(Vocabulary.FINDING_COMPOSITION_DOES_NOT_SUM));
            }
        });
    }

    private static boolean isFraction(Term property) {
        var iri = property.iri();
        var prefix = Namespaces.LSP + "fraction";
        return iri.startsWith(prefix)
                && iri.length() > prefix.length()
                && iri.length() <= prefix.length() + 2
                && Character.isUpperCase(iri.charAt(prefix.length()));
    }

    private void component(int n, StructuralComponent component) {
        var node = to.iris.component(to.recorded.record(), n);
        to.own(node, Vocabulary.RDF_TYPE, Nodes.iri(Vocabulary.STRUCTURAL_COMPONENT));
        to.ofRecord(node);
        to.own(node, Vocabulary.COMPONENT_KIND, Nodes.iri(component.kind()));
        to.words
                .kind(component.kind())
                .ifPresent(kind -> {
                    kind.componentClass()
                            .ifPresent(c -> to.own(node, Vocabulary.COMPONENT_CLASS, Nodes.iri(c)));
                    kind.level()
                            .ifPresent(l -> to.own(node, Vocabulary.SCALE, Nodes.iri(l.term())));
                });
    }

    List<NumberedValue> values() {
        return values;
    }
}
