package dev.lodestone.importers.helao;

import dev.lodestone.ontology.Term;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the names of actions and of their parameters mean.
final class ActionKinds {
    private static final Map<String, String> PROCESSES =
            Map.of(
                    "infuse", "lsk:Dispensing",
                    "withdraw", "lsk:Withdrawal",
                    "gasvalve", "lsk:ValveSwitching",
                    "liquidvalve", "lsk:ValveSwitching",
                    "pump", "lsk:Pumping");

    private static final Map<String, String> METHODS = Map.of("acquire_co2", "lsk:GasAnalysis");

    private static final Map<String, Meaning> PARAMETERS =
            Map.of(
                    "volume_ul", new Meaning("lsp:dispensedVolume", "unit:MicroL"),
                    "rate_ul_sec", new Meaning("lsp:liquidFlowRate", "lsu:MicroL-PER-SEC"),
                    "duration", new Meaning("lsp:duration", "unit:SEC"),
                    "waittime", new Meaning("lsp:duration", "unit:SEC"));

    private ActionKinds() {}

    /// What a parameter is.
    private record Meaning(String property, String unit) {}

    /// A property with the unit its values are in.
    record Parameter(Term property, Term unit) {}

    static boolean isWait(String action) {
        return action.equals("wait");
    }

    static Optional<Term> process(String action) {
        return Optional.ofNullable(PROCESSES.get(action)).map(Term::of);
    }

    static Optional<Term> method(String action) {
        return Optional.ofNullable(METHODS.get(action)).map(Term::of);
    }

    /// A parameter that has a term. Units stand in its name; HELAO counts `duration` and `waittime`
    /// in seconds.
    static Optional<Parameter> parameter(String name) {
        return Optional.ofNullable(PARAMETERS.get(name.toLowerCase(Locale.ROOT)))
                .map(found -> new Parameter(Term.of(found.property()), Term.of(found.unit())));
    }
}
