package dev.lodestone.query.inverse;

import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Tolerance;
import dev.lodestone.query.inverse.Evidence.Candidate;
import dev.lodestone.query.inverse.InverseAnswer.Agreement;
import dev.lodestone.query.inverse.InverseAnswer.Because;
import dev.lodestone.query.inverse.InverseAnswer.Join;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds other samples whose structure agrees with that of a measured one, descriptor by
/// descriptor, within tolerances and never by equality.
final class StructureSearch {
    private final Evidence evidence;
    private final StructureJoin how;

    StructureSearch(Evidence evidence, StructureJoin how) {
        this.evidence = evidence;
        this.how = how;
    }

    /// A sample of like structure.
    ///
    /// @param state the one its structure was found on; with several descriptors, the earliest
    /// @param lines the ancestry of the state of each descriptor
    record Alike(Join join, String state, List<Ancestry> lines) {
        /// Whether what is said to have made the structure came before each part of it was found.
        boolean madeBefore(Because because) {
            return because.role().equals("condition")
                    || lines.stream()
                            .allMatch(line ->
                                    !because.hops().isEmpty()
                                            && line.contains(because.hops().getFirst().state()));
        }
    }

    /// @param measured the value whose sample is to be compared with others
    List<Alike> alike(Candidate measured) {
        var sample = measured.row().get("sample");
        var ownLine = evidence.ancestry(measured.row().get("state"));
        var own = new LinkedHashMap<String, Candidate>();
        for (var feature : evidence.structure(ownLine)) {
            if (how.compares(new Term(feature.property()))
                    && feature.row().number("si").isPresent()) {
                own.putIfAbsent(feature.property(), feature);
            }
        }
        var asked = how.descriptors().stream().map(property -> property.term().iri()).toList();
        if (own.isEmpty() || !own.keySet().containsAll(asked)) {
            return List.of();
        }
        Map<String, List<Match>> bySample = new LinkedHashMap<>();
        own.forEach((property, feature) -> gather(property, feature, sample, ownLine, bySample));
        var found = new ArrayList<Alike>();
        bySample.forEach((other, matches) -> {
            if (matches.size() == own.size()) {
                found.add(alike(other, matches));
            }
        });
        return found;
    }

    private record Match(Candidate here, Candidate there, Tolerance tolerance) {}

    private void gather(
            String property,
            Candidate feature,
            String sample,
            Ancestry ownLine,
            Map<String, List<Match>> bySample) {
        var tolerance = how.tolerance(new Term(property)).orElseThrow();
        var value = BigDecimal.valueOf(feature.si());
        var reach = reach(value, tolerance);
        var nearest = new LinkedHashMap<String, Candidate>();
        for (var other :
                evidence.inRange(new Term(property), feature.si() - reach, feature.si() + reach)) {
            var fits =
                    !other.row().get("sample").equals(sample)
                            && !ownLine.contains(other.row().get("state"))
                            && tolerance.accepts(value, BigDecimal.valueOf(other.si()));
            if (fits) {
                nearest.merge(
                        other.row().get("sample"),
                        other,
                        (one, two) -> distance(one, feature) <= distance(two, feature) ? one : two);
            }
        }
        nearest.forEach((other, candidate) ->
                bySample.computeIfAbsent(other, _ -> new ArrayList<>())
                        .add(new Match(feature, candidate, tolerance)));
    }

    private Alike alike(String other, List<Match> matches) {
        var label = matches.getFirst().there().row().text("label").orElse(other);
        var agreements =
                matches.stream()
                        .map(match ->
                                new Agreement(
                                        match.here().value().property(),
                                        match.here().value(),
                                        match.there().value(),
                                        InverseDesign.shownTolerance(
                                                match.tolerance(), match.here().value())))
                        .toList();
        var lines =
                matches.stream()
                        .map(match -> evidence.ancestry(match.there().row().get("state")))
                        .toList();
        var state =
                matches.stream()
                        .map(match -> match.there().row().get("state"))
                        .min(
                                java.util.Comparator.comparingInt(
                                        one -> evidence.ancestry(one).states().size()))
                        .orElseThrow();
        return new Alike(new Join(other, label, agreements), state, lines);
    }

    /// Wide enough for every value that the tolerance accepts; a share of the larger of two values
    /// reaches further than a share of one.
    private static double reach(BigDecimal value, Tolerance tolerance) {
        var amount = tolerance.amount().doubleValue();
        if (!tolerance.relative()) {
            return amount * 1.000001;
        }
        var share = Optional.of(amount).filter(a -> a < 0.9).map(a -> a / (1 - a)).orElse(1e6);
        return Math.abs(value.doubleValue()) * share * 1.000001;
    }

    private static double distance(Candidate one, Candidate other) {
        return Math.abs(one.si() - other.si());
    }
}
