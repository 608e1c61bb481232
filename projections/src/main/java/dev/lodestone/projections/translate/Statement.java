package dev.lodestone.projections.translate;

/// One thing said of one subject: the unit in which graphs are added to, taken from and compared.
/// There are no blank nodes, so a rebuilt graph can be compared with a kept one statement by
/// statement.
///
/// @param subject an IRI
/// @param predicate the IRI of a property of the ontology, or of one it reuses
public record Statement(String subject, String predicate, Node object) {}
