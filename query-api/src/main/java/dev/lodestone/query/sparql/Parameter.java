package dev.lodestone.query.sparql;

/// What a canned query is asked about, bound as a term and never written into its text.
public sealed interface Parameter {
    /// A thing.
    record Iri(String value) implements Parameter {}

    /// A text.
    record Text(String value) implements Parameter {}

    /// A number, as a double.
    record Real(double value) implements Parameter {}

    /// A whole number.
    record Whole(long value) implements Parameter {}
}
