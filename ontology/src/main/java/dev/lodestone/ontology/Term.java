package dev.lodestone.ontology;

/// A name of the ontology, or of one it reuses: an absolute IRI that is shown in its short form. A
/// term need not be defined anywhere; ask [Ontology#isDefined(Term)].
///
/// @param iri absolute, without spaces or angle brackets
public record Term(String iri) implements Comparable<Term> {
    public Term {
        if (!Namespaces.isAbsolute(iri) || iri.chars().anyMatch(Term::isForbidden)) {
            throw new IllegalArgumentException(
                    """
                    The text (%s) is not an absolute IRI.
                    Maybe Term.of was meant, which also reads short forms such as lsp:cRate.\
                    """
                            .formatted(iri));
        }
    }

    /// Reads "lsp:sinteringTemperature" or an absolute IRI.
    ///
    /// @throws IllegalArgumentException if the prefix is not known or the text is no IRI
    public static Term of(String curieOrIri) {
        return new Term(Namespaces.expand(curieOrIri.strip()));
    }

    /// The short form, or the IRI where no prefix fits.
    public String curie() {
        return Namespaces.shorten(iri);
    }

    /// What follows the last "#", "/" or ":".
    public String localName() {
        var cut = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/'));
        return iri.substring((cut < 0 ? iri.lastIndexOf(':') : cut) + 1);
    }

    @Override
    public int compareTo(Term other) {
        return iri.compareTo(other.iri);
    }

    @Override
    public String toString() {
        return curie();
    }

    private static boolean isForbidden(int character) {
        return character <= ' ' || "<>\"{}|\\^`".indexOf(character) >= 0;
    }
}
