package dev.lodestone.events;

/// Something that happened, or was found out, or was decided. Kinds are sealed: a new kind must be
/// taught to every reader of events, and the compiler lists the readers. What *sort* of process,
/// method or property is meant is a term of the ontology, added without Java.
public sealed interface ProvenanceEvent
        permits ThingEvent, SampleEvent, DataEvent, PlanEvent, LearningEvent, RecordEvent {

    /// When, by whom, with what, and how it ended.
    Occurrence occurrence();

    /// The kind's name on the wire and in the ontology, such as `SampleMeasured`.
    default String kind() {
        return getClass().getSimpleName();
    }
}
