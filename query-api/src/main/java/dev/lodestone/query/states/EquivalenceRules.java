package dev.lodestone.query.states;

import dev.lodestone.query.states.EquivalenceRule.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A named and versioned set of rules by which states count as the same. An event leaves a sample
/// unchanged if one of the rules says so; hence a rule more can only merge states, and the order of
/// the rules does not matter.
///
/// @param purpose what the states are the same for, in words: composition
public record EquivalenceRules(
        String name, String version, Optional<String> purpose, List<EquivalenceRule> rules) {
    /// One state for each event that changes state.
    public static final EquivalenceRules STRICT =
            new EquivalenceRules("strict", "1", Optional.empty(), List.of());

    public EquivalenceRules {
        rules = List.copyOf(rules);
    }

    /// Which rules an answer rests on.
    ///
    /// @param sha256 over the rules in words, in the order of the alphabet, so that two sets are
    ///   told apart that bear one name and version
    public record Named(String name, String version, Optional<String> purpose, String sha256) {}

    /// What they are called.
    public Named named() {
        var text = rules.stream().map(EquivalenceRule::words).sorted().distinct();
        return new Named(name, version, purpose, sha256(text.collect(Collectors.joining("\n"))));
    }

    /// The rule by which an event left the sample as it was, if there is one.
    Optional<EquivalenceRule> keeping(Change change) {
        return rules.stream()
                .filter(rule -> rule.judge(change) instanceof Verdict.Unchanged)
                .findFirst();
    }

    /// Why the rules that speak of an event cannot be applied to it. Empty where one can.
    List<String> undecided(Change change) {
        var why = new ArrayList<String>();
        for (var rule : rules) {
            switch (rule.judge(change)) {
                case Verdict.Unchanged() -> {
                    return List.of();
                }
                case Verdict.Undecided(var unknown) -> why.addAll(unknown);
                case Verdict.Silent() -> {}
            }
        }
        return why.stream().sorted().distinct().toList();
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
