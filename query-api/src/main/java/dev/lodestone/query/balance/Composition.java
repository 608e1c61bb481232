package dev.lodestone.query.balance;

import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Property;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Unit;
import dev.lodestone.query.balance.SampleBalance.Books;
import dev.lodestone.query.history.Samples;
import dev.lodestone.query.sparql.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What a sample consists of, by mass. Shares found of the sample itself stand; what was not found
/// follows from how it was made:
///
/// - a part consists of what the sample consisted of that it was cut from;
/// - a merge of masses `mᵢ` with shares `wᵢ` has the share `w = Σ mᵢ·wᵢ / Σ mᵢ`: the mass of each
///   element is conserved, which is the component balance of a mixer without reaction (R. Felder,
///   R. Rousseau, *Elementary Principles of Chemical Processes*, 4.2-4.3).
///
/// The uncertainty is propagated by [Uncertain] (JCGM 100:2008, 5.1.2). For independent amounts and
/// shares that is `u²(w) = Σ (mᵢ/M)²·u²(wᵢ) + Σ ((wᵢ − w)/M)²·u²(mᵢ)` with `M = Σ mᵢ`; shares that
/// come from one measurement, by way of several inputs, are added with their signs.
///
/// A share that was not found of an input is not zero, but unknown, unless those found of it make
/// up the whole. Shares by amount of substance (`lsp:fractionNi`) are not balanced: what they are a
/// share of follows from the source.
final class Composition {
    private static final double WHOLE = 0.999_999;

    private final Books books;
    private final Map<String, Map<Term, Known>> done = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> unknown = new LinkedHashSet<>();

    Composition(Books books) {
        this.books = books;
    }

    /// A share, with how it is known and what it rests on.
    private record Known(Uncertain share, Unit unit, String how, Set<String> from) {}

    /// What could not be worked out, in words.
    List<String> unknown() {
        return List.copyOf(unknown);
    }

    List<Share> of(String sample) {
        var ontology = Ontology.lodestone();
        var shares = new ArrayList<Share>();
        shares(sample)
                .forEach((property, known) -> {
                    var found = ontology.findProperty(property);
                    shares.add(
                            new Share(
                                    property.curie(),
                                    found.map(Property::label).orElse(property.localName()),
                                    Amount.of(known.share, known.unit, false),
                                    known.how,
                                    known.from.stream().sorted().toList()));
                });
        return shares;
    }

    private Map<Term, Known> shares(String sample) {
        var ready = done.get(sample);
        if (ready != null) {
            return ready;
        }
        if (open.size() > SampleBalance.DEEPEST) {
            unknown.add(
                    "what a sample consists of that is made by more than %d steps"
                            .formatted(SampleBalance.DEEPEST));
            return Map.of();
        }
        if (!open.add(sample)) {
            return Map.of();
        }
        var shares = new TreeMap<Term, Known>(java.util.Comparator.comparing(Term::iri));
        shares.putAll(inherited(sample));
        shares.putAll(found(sample));
        open.remove(sample);
        done.put(sample, shares);
        return shares;
    }

    /// Of several that were found, the last in the order of life.
    private Map<Term, Known> found(String sample) {
        var life = books.life(sample);
        var order = new HashMap<String, Integer>();
        life.events().forEach(event -> order.put(event.get("event"), order.size()));
        var last = new LinkedHashMap<Term, Row>();
        for (var row : life.fractions()) {
            last.merge(
                    new Term(row.get("property")),
                    row,
                    (one, other) -> place(order, other) >= place(order, one) ? other : one);
        }
        var found = new LinkedHashMap<Term, Known>();
        last.forEach((property, row) ->
                Life.amount(row)
                        .ifPresent(share ->
                                found.put(
                                        property,
                                        new Known(
                                                share.si(),
                                                share.unit(),
                                                "found ("
                                                        + new Term(row.get("basis")).localName()
                                                        + ")",
                                                Set.of(row.get("datum"))))));
        return found;
    }

    private static int place(Map<String, Integer> order, Row row) {
        return order.getOrDefault(row.get("event"), -1);
    }

    private Map<Term, Known> inherited(String sample) {
        var madeOf = books.life(sample).madeOf();
        if (madeOf.isEmpty()) {
            return Map.of();
        }
        if (madeOf.size() == 1 && !madeOf.getFirst().isTrue("merge")) {
            var parent = madeOf.getFirst().get("other");
            var shares = new LinkedHashMap<Term, Known>();
            shares(parent)
                    .forEach((property, known) ->
                            shares.put(
                                    property,
                                    new Known(
                                            known.share,
                                            known.unit,
                                            "as in the sample it was cut from",
                                            with(known.from, parent))));
            return shares;
        }
        return merged(sample, madeOf);
    }

    private Map<Term, Known> merged(String sample, List<Row> inputs) {
        var properties = new LinkedHashSet<Term>();
        inputs.forEach(input -> properties.addAll(shares(input.get("other")).keySet()));
        if (properties.isEmpty()) {
            return Map.of();
        }
        var masses = new ArrayList<Held>();
        for (var input : inputs) {
            var mass = books.taken(input);
            if (mass.isEmpty()) {
                unknown.add(
                        "what %s consists of: the mass of %s that went in is not known"
                                .formatted(Samples.id(sample), Samples.id(input.get("other"))));
                return Map.of();
            }
            masses.add(mass.get());
        }
        var shares = new LinkedHashMap<Term, Known>();
        for (var property : properties) {
            balance(sample, property, inputs, masses).ifPresent(k -> shares.put(property, k));
        }
        return shares;
    }

    private Optional<Known> balance(
            String sample, Term property, List<Row> inputs, List<Held> masses) {
        var whole = Uncertain.exactly(BigDecimal.ZERO);
        var part = Uncertain.exactly(BigDecimal.ZERO);
        var from = new HashSet<String>();
        Unit unit = null;
        for (int i = 0; i < inputs.size(); i++) {
            var input = inputs.get(i).get("other");
            var mass = masses.get(i).si();
            whole = whole.plus(mass);
            inputs.get(i).text("at").ifPresent(from::add);
            from.add(input);
            var known = shares(input).get(property);
            if (known != null) {
                unit = unit == null ? known.unit : unit;
                from.addAll(known.from);
                part = part.plus(mass.times(known.share));
            } else if (!isWhole(input)) {
                unknown.add(
                        "%s of %s: it was not found of %s"
                                .formatted(label(property), Samples.id(sample), Samples.id(input)));
                return Optional.empty();
            }
        }
        return unit == null || whole.value().signum() <= 0
                ? Optional.empty()
                : Optional.of(new Known(part.over(whole), unit, "weighted balance", from));
    }

    private boolean isWhole(String sample) {
        return shares(sample).values().stream()
                        .mapToDouble(known -> known.share.value().doubleValue())
                        .sum()
                >= WHOLE;
    }

    private static Set<String> with(Set<String> some, String one) {
        var all = new HashSet<>(some);
        all.add(one);
        return all;
    }

    private static String label(Term property) {
        return Ontology.lodestone()
                .findProperty(property)
                .map(Property::label)
                .orElse(property.localName());
    }
}
