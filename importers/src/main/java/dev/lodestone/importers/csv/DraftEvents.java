package dev.lodestone.importers.csv;

import dev.lodestone.ontology.Facet;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Property;
import dev.lodestone.ontology.Scheme;
import dev.lodestone.ontology.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which events the guessed columns of a table belong to: what was done to the sample, how it is
/// built, and what was measured.
final class DraftEvents {
    private static final Map<String, String> PROCESSES =
            Map.of(
                    "processTemperature", "HeatTreatment",
                    "duration", "HeatTreatment",
                    "rotationSpeed", "SpinCoating");
    private static final Map<String, String> METHODS =
            Map.ofEntries(
                    Map.entry("specificDischargeCapacity", "GalvanostaticCycling"),
                    Map.entry("specificChargeCapacity", "GalvanostaticCycling"),
                    Map.entry("capacityRetention", "GalvanostaticCycling"),
                    Map.entry("yieldStrength", "TensileTest"),
                    Map.entry("ultimateTensileStrength", "TensileTest"),
                    Map.entry("elongationAtFracture", "TensileTest"),
                    Map.entry("uniformElongation", "TensileTest"),
                    Map.entry("ionicConductivity", "ImpedanceSpectroscopy"),
                    Map.entry("powerConversionEfficiency", "SolarCellTest"),
                    Map.entry("openCircuitVoltage", "SolarCellTest"),
                    Map.entry("hardnessVickers", "HardnessTest"));
    private static final Map<String, String> COMPONENTS =
            Map.of(
                    "grainSize", "lsk:Grain",
                    "primaryParticleSize", "lsk:PrimaryParticle",
                    "secondaryParticleSize", "lsk:SecondaryParticle");

    private final Map<String, String> kinds = new LinkedHashMap<>();
    private final boolean measured;

    /// @param kind of the event, `process` ...
    /// @param type absent for values
    record Event(String role, String kind, Optional<String> type) {}

    DraftEvents(List<ColumnGuess> columns) {
        var properties = columns.stream().flatMap(guess -> guess.property().stream()).toList();
        this.measured = properties.stream().anyMatch(DraftEvents::isResult);
        for (var property : properties) {
            role(property).ifPresent(role -> kinds.putIfAbsent(role, type(role, properties)));
        }
    }

    private static boolean isResult(Property property) {
        return property.facet() == Facet.PROPERTY || property.facet() == Facet.PERFORMANCE;
    }

    /// The event a property's values are part of; none for a condition of nothing.
    Optional<String> role(Property property) {
        return switch (property.facet()) {
            case PROCESSING -> Optional.of(dashed(process(property)));
            case STRUCTURE -> Optional.of("structure");
            case PROPERTY, PERFORMANCE -> Optional.of("measurement");
            case CONDITION -> measured ? Optional.of("measurement") : Optional.empty();
        };
    }

    /// What a value is to its event.
    static String part(Property property) {
        return switch (property.facet()) {
            case PROCESSING -> "parameter";
            case CONDITION -> "condition";
            default -> "result";
        };
    }

    static Optional<String> component(Property property) {
        return Optional.ofNullable(COMPONENTS.get(property.term().localName()));
    }

    private static String process(Property property) {
        var name = property.term().localName();
        var known = PROCESSES.get(name);
        if (known != null) {
            return known;
        }
        return Ontology.lodestone().kinds(Scheme.PROCESS).stream()
                .map(kind -> kind.term().localName())
                .filter(kind ->
                        name.toLowerCase(Locale.ROOT).startsWith(kind.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse("MaterialsProcessing");
    }

    private static String dashed(String camel) {
        return camel.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT);
    }

    private static String type(String role, List<Property> all) {
        if (role.equals("structure")) {
            return "";
        }
        if (role.equals("measurement")) {
            return all.stream()
                    .map(property -> METHODS.get(property.term().localName()))
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse("MeasurementKind");
        }
        return all.stream()
                .filter(property -> property.facet() == Facet.PROCESSING)
                .map(DraftEvents::process)
                .filter(process -> dashed(process).equals(role))
                .findFirst()
                .orElse("MaterialsProcessing");
    }

    /// All of them, in the order in which they happen.
    List<Event> all() {
        return java.util.stream.Stream.of("process", "values", "measurement")
                .flatMap(kind ->
                        kinds.entrySet().stream()
                                .filter(event -> kind(event.getKey()).equals(kind))
                                .map(event ->
                                        new Event(
                                                event.getKey(),
                                                kind,
                                                Optional.of(event.getValue())
                                                        .filter(type -> !type.isEmpty())
                                                        .map(type ->
                                                                new Term(
                                                                                dev.lodestone
                                                                                                .ontology
                                                                                                .Namespaces
                                                                                                .LSK
                                                                                        + type)
                                                                        .curie()))))
                .toList();
    }

    private static String kind(String role) {
        return switch (role) {
            case "structure" -> "values";
            case "measurement" -> "measurement";
            default -> "process";
        };
    }
}
