package dev.lodestone.query.states;

import dev.lodestone.ontology.Vocabulary;
import java.util.Optional;
import java.util.Set;

/// A state as the chain has it.
///
/// @param previous the state before, of the same sample
/// @param parents of the first state of a part or blend: states of what it was made of
/// @param change the event that made it
/// @param endedBy the event that ended it, and `endedHow` what it is called
record StateNode(
        String state,
        String sample,
        String sampleLabel,
        long sequence,
        Optional<String> previous,
        Set<String> parents,
        Change change,
        Optional<String> endedBy,
        Optional<String> endedHow) {

    /// Whether it is the first state of a part that was cut from another sample. What a merge made
    /// is never the same as what went in.
    boolean isPart() {
        return previous.isEmpty()
                && !parents.isEmpty()
                && change.classes().contains(Vocabulary.SPLIT_CLASS.iri());
    }
}
