package dev.lodestone.events.intake;

import dev.lodestone.events.ControlCharacters;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleIdentified;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SampleSplit;
import dev.lodestone.events.SampleEvent.SamplesMerged;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.Tag;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Finds the sample that people mean: by its identity, by scope and name (`iwt-bremen:02`), or by a
/// name alone. A name that two labs use for different samples is refused, never guessed.
public final class SampleNames {
    private final EventLog log;

    public SampleNames(EventLog log) {
        this.log = log;
    }

    /// The one sample meant.
    ///
    /// @param text an identity, `scope:name` or a name
    /// @throws UnresolvedSample if it is none, or more than one, with all that it could be
    public SampleId resolve(String text) {
        var found = candidates(text);
        if (found.size() != 1) {
            throw new UnresolvedSample(text, found);
        }
        return found.keySet().iterator().next();
    }

    /// All samples that a text can mean, by identity, with the names it fits.
    public Map<SampleId, Set<String>> candidates(String text) {
        var found =
                new TreeMap<SampleId, Set<String>>(java.util.Comparator.comparing(SampleId::value));
        identity(text, found);
        readings(text).forEach((name, scopes) -> named(name, scopes, found));
        return found;
    }

    private void identity(String text, Map<SampleId, Set<String>> found) {
        SampleId id;
        try {
            id = new SampleId(text);
        } catch (IllegalArgumentException e) {
            return;
        }
        if (log.count(EventTags.of(id)) > 0) {
            found.computeIfAbsent(id, _ -> new TreeSet<>());
        }
    }

    /// The names a text can be, each with the scope it then has; an empty one stands for any. Both
    /// scopes and names may hold colons.
    private static Map<String, Set<String>> readings(String text) {
        var readings = new LinkedHashMap<String, Set<String>>();
        readings.put(text, Set.of());
        for (int i = text.indexOf(':'); i >= 0; i = text.indexOf(':', i + 1)) {
            if (i > 0 && i < text.length() - 1) {
                readings.put(text.substring(i + 1), Set.of(text.substring(0, i)));
            }
        }
        return readings;
    }

    private void named(String name, Set<String> scopes, Map<SampleId, Set<String>> found) {
        if (name.isBlank() || ControlCharacters.areIn(name)) {
            return;
        }
        var tag = new Tag(EventTags.NAME, name);
        var known = new LogKnowledge(log, Instant.EPOCH, other -> log.count(other) > 0);
        for (var record : known.live(tag)) {
            for (var named : named(record.stated()).toList()) {
                for (var own : named.names()) {
                    if (own.name().equals(name)
                            && (scopes.isEmpty() || scopes.contains(own.scope()))) {
                        found.computeIfAbsent(named.sample(), _ -> new TreeSet<>())
                                .add(own.toString());
                    }
                }
            }
        }
    }

    private record Named(SampleId sample, List<ScopedName> names) {
        static Named of(SampleDescription description) {
            return new Named(description.sample(), description.names());
        }
    }

    private static Stream<Named> named(ProvenanceEvent event) {
        return switch (event) {
            case SampleRegistered e -> e.samples().stream().map(Named::of);
            case SampleIdentified e -> Stream.of(new Named(e.sample(), e.names()));
            case SampleSplit e -> e.parts().stream().map(Named::of);
            case SamplesMerged e -> Stream.of(Named.of(e.result()));
            default -> Stream.empty();
        };
    }
}
