package dev.lodestone.events.json;

import dev.lodestone.events.DataEvent;
import dev.lodestone.events.LearningEvent;
import dev.lodestone.events.PlanEvent;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.RecordEvent;
import dev.lodestone.events.SampleEvent;
import dev.lodestone.events.ThingEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The kinds of event by their names on the wire, read off the sealed families.
public final class Kinds {
    /// The version every kind is written in.
    public static final int VERSION = 1;

    private static final Map<String, Class<? extends ProvenanceEvent>> BY_NAME = byName();

    private Kinds() {}

    /// All names, sorted.
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /// The record of a kind.
    ///
    /// @return null-free: an unknown name gives an empty stream
    static Stream<Class<? extends ProvenanceEvent>> named(String kind) {
        return Stream.ofNullable(BY_NAME.get(kind));
    }

    /// The record classes, by name.
    public static Map<String, Class<? extends ProvenanceEvent>> records() {
        return BY_NAME;
    }

    private static Map<String, Class<? extends ProvenanceEvent>> byName() {
        var map = new TreeMap<String, Class<? extends ProvenanceEvent>>();
        for (var family :
                List.of(
                        ThingEvent.class,
                        SampleEvent.class,
                        DataEvent.class,
                        PlanEvent.class,
                        LearningEvent.class,
                        RecordEvent.class)) {
            Arrays.stream(family.getPermittedSubclasses())
                    .forEach(kind ->
                            map.put(kind.getSimpleName(), kind.asSubclass(ProvenanceEvent.class)));
        }
        return java.util.Collections.unmodifiableMap(map);
    }
}
