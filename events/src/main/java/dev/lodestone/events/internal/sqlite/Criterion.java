package dev.lodestone.events.internal.sqlite;

import dev.lodestone.events.log.Tag;
import java.util.List;
import java.util.Set;

/// Picks entries: those with all the tags and, if kinds are named, of one of them. No tag and no
/// kind picks every entry.
public record Criterion(Set<Tag> allTags, Set<String> anyKind) {
    public static final Criterion EVERYTHING = new Criterion(Set.of(), Set.of());

    public Criterion {
        allTags = Set.copyOf(allTags);
        anyKind = Set.copyOf(anyKind);
    }

    public static Criterion tagged(Tag tag) {
        return new Criterion(Set.of(tag), Set.of());
    }

    /// One criterion for each tag: what picks the entries with any of them.
    public static List<Criterion> anyOf(Set<Tag> tags) {
        return tags.stream().map(Criterion::tagged).toList();
    }

    boolean picksEverything() {
        return allTags.isEmpty() && anyKind.isEmpty();
    }
}
