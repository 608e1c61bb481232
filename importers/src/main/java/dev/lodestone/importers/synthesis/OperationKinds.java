package dev.lodestone.importers.synthesis;

import dev.lodestone.ontology.Term;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the operations of recipes are called in the ontology. The type says what sort of operation
/// it is; the word of the paper (`token`) may say it more exactly, within that sort only.
final class OperationKinds {
    /// A process with the properties its temperature and duration are stated under.
    record Operation(Optional<Term> kind, Term temperature, Term time) {}

    private static final Operation GENERAL =
            new Operation(
                    Optional.empty(), Term.of("lsp:processTemperature"), Term.of("lsp:duration"));

    private static final List<Token> HEATING =
            List.of(
                    token("pre-?calcin", "Precalcination", "precalcination", "precalcination"),
                    token("calcin", "Calcination", "calcination", "calcination"),
                    token("sinter", "Sintering", "sintering", "sintering"),
                    token("anneal", "Annealing", "annealing", "annealing"));

    private static final List<Token> MIXING =
            List.of(
                    token("ball.?mill", "BallMilling", "process", "ballMilling"),
                    token("mill|grind|ground|triturat", "Grinding", "process", "grinding"),
                    token("pulveri[sz]", "Pulverization", "process", "pulverization"),
                    token("wash|rins", "Washing", "process", "washing"),
                    token("stir", "Stirring", "process", ""),
                    token("dissol", "Dissolution", "process", ""),
                    token("sonicat|ultraso", "Sonication", "process", ""),
                    token("filter|filtrat", "Filtration", "process", ""));

    private static final List<Token> SHAPING =
            List.of(token("press|pellet", "Pelletizing", "process", "pelletizing"));

    private static final Map<String, Sort> SORTS =
            Map.of(
                    "HeatingOperation", new Sort(general("HeatTreatment"), HEATING),
                    "DryingOperation", new Sort(operation("Drying", "drying", "drying"), List.of()),
                    "MixingOperation", new Sort(general("Mixing"), MIXING),
                    "Mixing", new Sort(general("Mixing"), MIXING),
                    "SolutionMixing", new Sort(general("Mixing"), MIXING),
                    "LiquidGrinding",
                            new Sort(operation("Grinding", "process", "grinding"), MIXING),
                    "ShapingOperation", new Sort(GENERAL, SHAPING),
                    "QuenchingOperation", new Sort(general("Quenching"), List.of()),
                    "StartingSynthesis", new Sort(general("Synthesis"), List.of()));

    private record Sort(Operation operation, List<Token> tokens) {}

    private record Token(String pattern, Operation operation) {}

    private OperationKinds() {}

    /// Whether the type of operation is one of those in use.
    static boolean known(String type) {
        return SORTS.containsKey(type);
    }

    /// The operation of a type and a word of the paper.
    static Operation of(String type, String token) {
        var sort = SORTS.get(type);
        if (sort == null) {
            return GENERAL;
        }
        var word = token.toLowerCase(Locale.ROOT);
        return sort.tokens().stream()
                .filter(t -> word.matches(".*(" + t.pattern() + ").*"))
                .map(Token::operation)
                .findFirst()
                .orElse(sort.operation());
    }

    /// The kind of synthesis a recipe's `synthesis_type` names.
    static Optional<Term> method(String synthesisType) {
        return switch (synthesisType.toLowerCase(Locale.ROOT)) {
            case "solid-state" -> Optional.of(Term.of("lsk:SolidStateSynthesis"));
            case "sol-gel" -> Optional.of(Term.of("lsk:SolGelSynthesis"));
            case "hydrothermal" -> Optional.of(Term.of("lsk:HydrothermalSynthesis"));
            case "precipitation" -> Optional.of(Term.of("lsk:Precipitation"));
            default -> Optional.empty();
        };
    }

    private static Token token(String pattern, String kind, String temperature, String time) {
        return new Token(pattern, operation(kind, temperature, time));
    }

    private static Operation general(String kind) {
        return operation(kind, "process", "");
    }

    private static Operation operation(String kind, String temperature, String time) {
        return new Operation(
                Optional.of(Term.of("lsk:" + kind)),
                Term.of("lsp:" + temperature + "Temperature"),
                Term.of(time.isEmpty() ? "lsp:duration" : "lsp:" + time + "Time"));
    }
}
