package dev.lodestone.importers.nomad;

import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.Value;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.ontology.Facet;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Property;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a measurement found: the numbers of its `results`, and those of its own section that say
/// what something is like, rather than how the instrument was set. What a quantity is follows from
/// its name.
final class MeasuredValues {
    private static final int DEEPEST = 4;

    private static final Set<Facet> FOUND =
            Set.of(Facet.STRUCTURE, Facet.PROPERTY, Facet.PERFORMANCE);

    /// Names that plugins use besides those the terms have themselves.
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("efficiency", "lsp:powerConversionEfficiency"),
                    Map.entry("pce", "lsp:powerConversionEfficiency"),
                    Map.entry("voc", "lsp:openCircuitVoltage"),
                    Map.entry("jsc", "lsp:shortCircuitCurrentDensity"),
                    Map.entry("ff", "lsp:fillFactor"),
                    Map.entry("bandgap", "lsp:bandGap"),
                    Map.entry("layer_thickness", "lsp:filmThickness"),
                    Map.entry("bet_surface_area", "lsp:specificSurfaceArea"),
                    Map.entry("particle_size", "lsp:secondaryParticleSize"),
                    Map.entry("tensile_strength", "lsp:ultimateTensileStrength"),
                    Map.entry("elastic_modulus", "lsp:youngsModulus"),
                    Map.entry("vickers_hardness", "lsp:hardnessVickers"));

    private final Fields part;
    private final Schemas schemas;
    private final Gathered into;
    private final Term method;
    private final List<Value> conditions = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();

    private MeasuredValues(Fields part, Term method, Schemas schemas, Gathered into) {
        this.part = part;
        this.method = method;
        this.schemas = schemas;
        this.into = into;
    }

    /// What was found and what it holds under.
    record Found(List<Value> conditions, List<Value> results) {
        Found {
            conditions = List.copyOf(conditions);
            results = List.copyOf(results);
        }

        /// Whether some results hold under conditions of their own.
        boolean differ() {
            return results.stream().anyMatch(result -> result.under().isPresent());
        }
    }

    /// Values that hold under the same conditions.
    ///
    /// @param from the first condition of their own, counted from 1
    /// @param to the last
    private record Group(List<Value> values, int from, int to) {}

    /// All of a measurement.
    ///
    /// @param at its section
    /// @param samples how many it is of; what was found of several stays where it is, because
    ///   nothing says of which
    static Found of(
            Fields part,
            String at,
            SectionType type,
            Term method,
            int samples,
            Schemas schemas,
            Gathered into) {
        var values = new MeasuredValues(part, method, schemas, into);
        values.conditions.addAll(Parameters.of(part, at, type, method, into));
        if (samples == 1) {
            values.all(at, type);
        } else if (values.findsAny(at)) {
            into.find(
                    at,
                    "Which of its %d samples the results are of is not said; they are kept as text."
                            .formatted(samples));
        }
        return values.found();
    }

    /// What a quantity of this name is, if it is something that is found.
    static Optional<Property> property(String name) {
        var known = Optional.ofNullable(NAMES.get(name.toLowerCase(Locale.ROOT)));
        return known.flatMap(term -> Ontology.lodestone().findProperty(Term.of(term)))
                .or(() -> Parameters.named(name))
                .filter(property -> FOUND.contains(property.facet()))
                .filter(property -> property.canonicalUnit().isPresent());
    }

    /// A value cannot say that it holds under none of the conditions. Where one would have to, what
    /// was set for single results is noted with their values.
    private Found found() {
        int common = groups.isEmpty() ? conditions.size() : groups.getFirst().to();
        if (conditions.size() == common) {
            return new Found(
                    conditions, groups.stream().flatMap(g -> g.values().stream()).toList());
        }
        boolean sayable =
                common > 0
                        || groups.stream()
                                .filter(group -> !group.values().isEmpty())
                                .noneMatch(group -> own(group, common).isEmpty());
        var results = new ArrayList<Value>();
        for (var group : groups) {
            var own = own(group, common);
            var under = Stream.concat(range(1, common), own.stream()).toList();
            group.values()
                    .forEach(value ->
                            results.add(
                                    sayable
                                            ? value.under(under)
                                            : own.isEmpty()
                                                    ? value
                                                    : value.noting(note(value, own))));
        }
        return new Found(sayable ? conditions : List.of(), results);
    }

    private static List<Integer> own(Group group, int common) {
        return range(Math.max(group.from(), common + 1), group.to()).toList();
    }

    private static Stream<Integer> range(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed();
    }

    private String note(Value value, List<Integer> own) {
        return Stream.concat(
                        value.note().stream(),
                        own.stream()
                                .map(n -> conditions.get(n - 1))
                                .map(condition ->
                                        "%s %s"
                                                .formatted(
                                                        Ontology.lodestone()
                                                                .property(condition.property())
                                                                .label(),
                                                        written(condition))))
                .collect(Collectors.joining(", "));
    }

    private static String written(Value condition) {
        return condition.asRecorded()
                + condition
                        .quantity()
                        .map(quantity -> " " + Ontology.lodestone().unit(quantity.unit()).symbol())
                        .orElse("");
    }

    private void all(String at, SectionType type) {
        groups.add(new Group(scalars(at, type, 0), 1, conditions.size()));
        var list = part.at(at + "/results");
        if (list.isObject()) {
            result(at + "/results", type.subSection("results"), Optional.empty());
        }
        for (int i = 0; i < (list.isArray() ? list.size() : 0); i++) {
            var pointer = at + "/results/" + i;
            var number = Integer.toString(i + 1);
            result(
                    pointer,
                    type.subSection("results"),
                    list.size() == 1
                            ? Optional.empty()
                            : Optional.of(part.peek(pointer + "/name").orElse("result " + number)));
        }
    }

    private void result(String at, SectionType fallback, Optional<String> name) {
        if (!part.at(at).isObject()) {
            return;
        }
        var type = schemas.typeOf(part.at(at), into.entry(), fallback);
        var values = scalars(at, type, 1);
        int before = conditions.size();
        if (!values.isEmpty()) {
            conditions.addAll(Parameters.of(part, at, type, method, into));
        }
        groups.add(
                new Group(
                        values.stream()
                                .map(value -> name.map(value::noting).orElse(value))
                                .toList(),
                        before + 1,
                        conditions.size()));
    }

    /// The numbers of a section, and of those within it.
    private List<Value> scalars(String at, SectionType type, int depth) {
        var values = new ArrayList<Value>();
        for (var name : part.at(at).propertyNames()) {
            var pointer = at + "/" + Fields.escaped(name);
            var node = part.at(pointer);
            if (node.isNumber()) {
                property(name).flatMap(p -> value(p, pointer, name, type)).ifPresent(values::add);
            } else if (node.isObject() && depth > 0 && depth < DEEPEST) {
                var within = schemas.typeOf(node, into.entry(), type.subSection(name));
                values.addAll(scalars(pointer, within, depth + 1));
            }
        }
        return values;
    }

    private Optional<Value> value(
            Property property, String pointer, String name, SectionType type) {
        var unit = Parameters.unit(type, name, property, pointer, into);
        return unit.flatMap(term ->
                part.number(pointer)
                        .map(number ->
                                Value.of(
                                                property.term(),
                                                HowKnown.MEASURED,
                                                new Quantity(
                                                        number,
                                                        term,
                                                        number.toString(),
                                                        Optional.empty()))
                                        .at(into.place(pointer))));
    }

    private boolean findsAny(String at) {
        return part.at(at).properties().stream()
                        .anyMatch(f -> f.getValue().isNumber() && property(f.getKey()).isPresent())
                || part.has(at + "/results");
    }
}
