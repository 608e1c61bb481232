package dev.lodestone.events;

import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Term;

/// Why a record was corrected or withdrawn.
public enum Because implements WireNamed {
    /// What was recorded was wrong.
    ERROR("Error"),
    /// The source itself changed.
    UPSTREAM_REVISION("UpstreamRevision");

    private final String wireName;

    Because(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /// The ontology's concept for it.
    public Term term() {
        return new Term(Namespaces.LSK + wireName);
    }
}
