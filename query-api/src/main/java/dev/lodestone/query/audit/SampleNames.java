package dev.lodestone.query.audit;

import dev.lodestone.events.Liveness;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleIdentified;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SampleSplit;
import dev.lodestone.events.SampleEvent.SamplesMerged;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.intake.EventTags;
import dev.lodestone.query.learning.LogRecords;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What people call some samples: the first name each was given that still holds.
final class SampleNames {
    private final Map<SampleId, String> names = new HashMap<>();

    SampleNames(LogRecords records, Collection<SampleId> samples) {
        var all = records.tagged(samples.stream().map(EventTags::of).collect(Collectors.toSet()));
        var live = Liveness.of(all);
        for (var record : all) {
            if (live.contains(record.record())) {
                switch (record.stated()) {
                    case SampleRegistered e -> e.samples().forEach(this::described);
                    case SampleSplit e -> e.parts().forEach(this::described);
                    case SamplesMerged e -> described(e.result());
                    case SampleIdentified e -> named(e.sample(), e.names());
                    default -> {}
                }
            }
        }
    }

    private void described(SampleDescription sample) {
        named(sample.sample(), sample.names());
    }

    private void named(SampleId sample, List<ScopedName> given) {
        if (!given.isEmpty()) {
            names.putIfAbsent(sample, given.getFirst().name());
        }
    }

    Optional<String> of(SampleId sample) {
        return Optional.ofNullable(names.get(sample));
    }
}
