package dev.lodestone.ontology;

import java.util.OptionalInt;

/// A legal edge of the graph: which property may lead from what to what, and how often.
///
/// @param term the name of the row
/// @param property the edge, e.g. prov:used
/// @param domain the class it starts from
/// @param range the class or datatype it leads to
/// @param minOut how many edges a node of the domain has at least
/// @param maxOut how many at most; empty for any number
/// @param maxIn how many may lead to one node at most; empty for any number
public record Relation(
        Term term,
        Term property,
        Term domain,
        Term range,
        int minOut,
        OptionalInt maxOut,
        OptionalInt maxIn) {}
