package dev.lodestone.projections.translate;

/// What a statement can say of its subject: another thing, or a value.
public sealed interface Node {
    /// A thing, by IRI.
    record Resource(String iri) implements Node {}

    /// A value in the lexical form and datatype IRI of XSD. Doubles are written as
    /// `Double.toString` writes them, instants in UTC with as many digits as they need.
    record Literal(String lexical, String datatype) implements Node {}
}
