package dev.lodestone.events;

import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// One claim: this property has this value. Exactly one of `quantity`, `bounds`, `concept`, `text`
/// is given; [#content()] is that one.
///
/// @param property what is stated, an `lsp:` concept
/// @param basis how it is known
/// @param mode for a processing parameter: set, reached or nominal
/// @param sample which of the event's samples it is about; absent where there is only one, or where
///   it belongs to the event
/// @param component which of the event's structural components it is about, counted from 1
/// @param statistic mean, median, D50 ...
/// @param count how many things were counted or averaged
/// @param species the element, ion or phase a composition value is about
/// @param under which of the event's conditions it holds under, counted from 1; absent: all
/// @param locator where in the source it stands (`row 12, column sin_temp`)
/// @param note anything else a reader needs
/// @param findings what was noticed of it when it was recorded, `lsk:` kinds of finding; what
///   anybody can tell from the value alone is not among them
public record Value(
        Term property,
        HowKnown basis,
        Optional<Quantity> quantity,
        Optional<Bounds> bounds,
        Optional<Term> concept,
        Optional<String> text,
        Optional<Mode> mode,
        Optional<SampleId> sample,
        OptionalInt component,
        Optional<Term> statistic,
        OptionalInt count,
        Optional<String> species,
        Optional<List<Integer>> under,
        Optional<String> locator,
        Optional<String> note,
        Optional<List<Term>> findings) {

    public Value {
        under = under.map(List::copyOf);
        findings = findings.map(List::copyOf);
        int given = one(quantity) + one(bounds) + one(concept) + one(text);
        if (given != 1) {
            throw new IllegalArgumentException(
                    """
                    The value of (%s) has %d of "quantity", "bounds", "concept" and "text"; it needs exactly one.\
                    """
                            .formatted(property, given));
        }
    }

    private static int one(Optional<?> content) {
        return content.isPresent() ? 1 : 0;
    }

    /// What a value can be.
    public sealed interface Content {
        /// A number with a unit.
        @SuppressWarnings("JavaLangClash") // Always written Content.Number.
        record Number(Quantity quantity) implements Content {}

        /// A range.
        record Between(Bounds bounds) implements Content {}

        /// A concept of the ontology.
        record Concept(Term term) implements Content {}

        /// Words.
        record Words(String text) implements Content {}
    }

    /// A number.
    public static Value of(Term property, HowKnown basis, Quantity quantity) {
        return blank(property, basis, new Content.Number(quantity));
    }

    /// A range.
    public static Value of(Term property, HowKnown basis, Bounds bounds) {
        return blank(property, basis, new Content.Between(bounds));
    }

    /// A concept.
    public static Value of(Term property, HowKnown basis, Term concept) {
        return blank(property, basis, new Content.Concept(concept));
    }

    /// Words.
    public static Value ofText(Term property, HowKnown basis, String text) {
        return blank(property, basis, new Content.Words(text));
    }

    private static Value blank(Term property, HowKnown basis, Content content) {
        return new Value(
                property,
                basis,
                content instanceof Content.Number(var quantity)
                        ? Optional.of(quantity)
                        : Optional.empty(),
                content instanceof Content.Between(var bounds)
                        ? Optional.of(bounds)
                        : Optional.empty(),
                content instanceof Content.Concept(var term) ? Optional.of(term) : Optional.empty(),
                content instanceof Content.Words(var words) ? Optional.of(words) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// The one of quantity, bounds, concept and text that is given.
    public Content content() {
        if (quantity.isPresent()) {
            return new Content.Number(quantity.get());
        } else if (bounds.isPresent()) {
            return new Content.Between(bounds.get());
        } else if (concept.isPresent()) {
            return new Content.Concept(concept.get());
        }
        return new Content.Words(text.orElseThrow());
    }

    /// The text as recorded, whatever the content.
    public String asRecorded() {
        return switch (content()) {
            case Content.Number(var q) -> q.asRecorded();
            case Content.Between(var b) -> b.asRecorded();
            case Content.Concept(var term) -> term.curie();
            case Content.Words(var words) -> words;
        };
    }

    /// The same with a mode.
    public Value withMode(Mode m) {
        return with(changed -> changed.mode = Optional.of(m));
    }

    /// The same about one of the event's samples.
    public Value about(SampleId s) {
        return with(changed -> changed.sample = Optional.of(s));
    }

    /// The same about the n-th structural component of the event (from 1).
    public Value ofComponent(int n) {
        return with(changed -> changed.component = OptionalInt.of(n));
    }

    /// The same for a species.
    public Value ofSpecies(String what) {
        return with(changed -> changed.species = Optional.of(what));
    }

    /// The same as a mean, a minimum or another statistic of so many things.
    public Value ofMany(Term what, int things) {
        return with(changed -> {
            changed.statistic = Optional.of(what);
            changed.count = OptionalInt.of(things);
        });
    }

    /// The same under only these conditions of the event (counted from 1).
    public Value under(List<Integer> conditions) {
        return with(changed -> changed.under = Optional.of(conditions));
    }

    /// The same with its place in the source.
    public Value at(String where) {
        return with(changed -> changed.locator = Optional.of(where));
    }

    /// The same with a note.
    public Value noting(String words) {
        return with(changed -> changed.note = Optional.of(words));
    }

    /// The same with one more thing that was noticed.
    public Value flagged(Term finding) {
        var more = new ArrayList<>(findings.orElse(List.of()));
        if (!more.contains(finding)) {
            more.add(finding);
        }
        return with(changed -> changed.findings = Optional.of(more));
    }

    private Value with(Consumer<Changed> change) {
        var changed = new Changed(this);
        change.accept(changed);
        return changed.value();
    }

    /// A value of which all may become another but what it states.
    private static final class Changed {
        private final Value before;
        private Optional<Mode> mode;
        private Optional<SampleId> sample;
        private OptionalInt component;
        private Optional<Term> statistic;
        private OptionalInt count;
        private Optional<String> species;
        private Optional<List<Integer>> under;
        private Optional<String> locator;
        private Optional<String> note;
        private Optional<List<Term>> findings;

        Changed(Value before) {
            this.before = before;
            this.mode = before.mode;
            this.sample = before.sample;
            this.component = before.component;
            this.statistic = before.statistic;
            this.count = before.count;
            this.species = before.species;
            this.under = before.under;
            this.locator = before.locator;
            this.note = before.note;
            this.findings = before.findings;
        }

        Value value() {
            return new Value(
                    before.property,
                    before.basis,
                    before.quantity,
                    before.bounds,
                    before.concept,
                    before.text,
                    mode,
                    sample,
                    component,
                    statistic,
                    count,
                    species,
                    under,
                    locator,
                    note,
                    findings);
        }
    }
}
