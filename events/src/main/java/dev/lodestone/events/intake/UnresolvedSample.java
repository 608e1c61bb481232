package dev.lodestone.events.intake;

import dev.lodestone.events.SampleId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A text that does not name one sample: it names none, or several.
public final class UnresolvedSample extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Map<SampleId, Set<String>> candidates;

    UnresolvedSample(String text, Map<SampleId, Set<String>> candidates) {
        super(message(text, candidates));
        this.candidates = Map.copyOf(candidates);
    }

    /// The samples it could be, with the names it fits; none for a name nobody uses.
    public Map<SampleId, Set<String>> candidates() {
        return candidates;
    }

    private static String message(String text, Map<SampleId, Set<String>> candidates) {
        if (candidates.isEmpty()) {
            return """
            No sample is known as (%s).
            Maybe it has another spelling or scope; names count as written.\
            """
                    .formatted(text);
        }
        return """
        The name (%s) stands for %d samples: %s.
        Maybe give the scope too (scope:name), or the identity.\
        """
                .formatted(
                        text,
                        candidates.size(),
                        candidates.entrySet().stream()
                                .map(entry ->
                                        entry.getValue().isEmpty()
                                                ? entry.getKey().value()
                                                : "%s (%s)"
                                                        .formatted(
                                                                entry.getKey(),
                                                                String.join(
                                                                        ", ", entry.getValue())))
                                .collect(Collectors.joining("; ")));
    }
}
