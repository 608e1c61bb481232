package dev.lodestone.ontology;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A name of the ontology, or of one it reuses: an absolute IRI that is shown in its short form. A
/// term need not be defined anywhere; ask [Ontology#isDefined(Term)].
///
/// @param iri absolute, without spaces or angle brackets
public record Term(String iri) implements Comparable<Term> {
    /// Events say the same few hundred terms over and over. What people make up themselves is not
    /// to fill the memory.
    private static final Map<String, Term> KNOWN = new ConcurrentHashMap<>();

    /// By IRI. Trying every prefix takes far longer than looking up.
    private static final Map<String, String> SHORT = new ConcurrentHashMap<>();

    private static final int MOST_KNOWN = 10_000;

    public Term {
        if (!Namespaces.isAbsolute(iri) || hasForbidden(iri)) {
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
        var known = KNOWN.get(curieOrIri);
        if (known != null) {
            return known;
        }
        var term = new Term(Namespaces.expand(curieOrIri.strip()));
        if (KNOWN.size() < MOST_KNOWN) {
            KNOWN.put(curieOrIri, term);
        }
        return term;
    }

    /// The short form, or the IRI where no prefix fits.
    public String curie() {
        var known = SHORT.get(iri);
        if (known != null) {
            return known;
        }
        var shortened = Namespaces.shorten(iri);
        if (SHORT.size() < MOST_KNOWN) {
            SHORT.put(iri, shortened);
        }
        return shortened;
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

    /// A loop, since events hold more terms than anything else.
    private static boolean hasForbidden(String iri) {
        for (int i = 0; i < iri.length(); i++) {
            char character = iri.charAt(i);
            if (character <= ' ' || "<>\"{}|\\^`".indexOf(character) >= 0) {
                return true;
            }
        }
        return false;
    }
}
