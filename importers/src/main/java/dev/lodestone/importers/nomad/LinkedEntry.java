package dev.lodestone.importers.nomad;

import dev.lodestone.events.InstrumentId;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SampleSplit;
import dev.lodestone.events.SampleEvent.SamplesMerged;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.ThingEvent.InstrumentRegistered;
import dev.lodestone.importers.MappedItem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What others need of an entry that they refer to.
///
/// @param sample the sample it is, if it is one
/// @param instrument the instrument it is, if it is one
/// @param subjects the samples it is about: the one it is, or those that something happened to
/// @param things what it registers
record LinkedEntry(
        Optional<SampleId> sample,
        Optional<InstrumentId> instrument,
        List<SampleId> subjects,
        List<MappedItem> things) {
    LinkedEntry {
        subjects = List.copyOf(subjects);
        things = List.copyOf(things);
    }

    static LinkedEntry of(Gathered entry) {
        var sample = sampleOf(entry);
        return new LinkedEntry(
                sample,
                instrumentOf(entry),
                sample.map(List::of).orElseGet(() -> participants(entry)),
                entry.things());
    }

    private static List<SampleId> participants(Gathered gathered) {
        return gathered.happened().stream()
                .flatMap(item ->
                        switch (item.event()) {
                            case SampleProcessed e -> e.participants().samples().stream();
                            case SampleMeasured e -> e.participants().samples().stream();
                            default -> Stream.empty();
                        })
                .distinct()
                .toList();
    }

    /// The sample that an entry is, if it is one.
    static Optional<SampleId> sampleOf(Gathered gathered) {
        return gathered.things().stream()
                .filter(item -> item.key().equals(gathered.key("sample")))
                .flatMap(item ->
                        switch (item.event()) {
                            case SampleRegistered registered ->
                                    Stream.of(registered.samples().getFirst().sample());
                            case SampleSplit split -> Stream.of(split.parts().getFirst().sample());
                            case SamplesMerged merged -> Stream.of(merged.result().sample());
                            default -> Stream.empty();
                        })
                .findFirst();
    }

    private static Optional<InstrumentId> instrumentOf(Gathered gathered) {
        return gathered.things().stream()
                .filter(item -> item.key().equals(gathered.key("instrument")))
                .flatMap(item ->
                        item.event() instanceof InstrumentRegistered registered
                                ? Stream.of(registered.instrument())
                                : Stream.empty())
                .findFirst();
    }
}
