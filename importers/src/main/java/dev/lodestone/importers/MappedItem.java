package dev.lodestone.importers;

import dev.lodestone.events.AgentId;
import dev.lodestone.events.Draft;
import dev.lodestone.events.ProvenanceEvent;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One event that an entry states, with what a later import recognises it by.
///
/// @param key who it is in its source; stays the same when the content changes
/// @param content what the source says of it, in one canonical spelling: all of the source's own
///   text this event was made of, none of the mapping's choices and no place in the file. Its hash
///   tells whether the source has changed
/// @param locator where in the source it stands
/// @param verbatim what the source says that has no term, under the source's own keys
/// @param licence where it differs from the source's own
/// @param files what is kept with the event
/// @param credit who made it and is to be named with it; agents that the entry registers
/// @param access the access label, [Draft#PUBLIC] unless the source restricts it
/// @param joining what other entries of the source say of the event, where that is known; it is
///   compared apart from the content
public record MappedItem(
        ItemKey key,
        ProvenanceEvent event,
        String content,
        String locator,
        Map<String, String> verbatim,
        Optional<String> licence,
        String access,
        List<AttachedFile> files,
        List<AgentId> credit,
        Optional<Joining> joining) {
    public MappedItem {
        credit = List.copyOf(credit);
        // Copied again with every change of an item, which is fast where it is known to be sorted.
        verbatim =
                verbatim.isEmpty()
                        ? Map.of()
                        : Collections.unmodifiableSortedMap(new TreeMap<>(verbatim));
        files = List.copyOf(files);
    }

    /// A public item under the source's own licence, with nothing kept verbatim and nobody named.
    public static MappedItem of(
            ItemKey key, ProvenanceEvent event, String content, String locator) {
        return new MappedItem(
                key,
                event,
                content,
                locator,
                Map.of(),
                Optional.empty(),
                Draft.PUBLIC,
                List.of(),
                List.of(),
                Optional.empty());
    }

    /// The same with text of the source that has no term.
    public MappedItem keeping(Map<String, String> more) {
        return new MappedItem(
                key, event, content, locator, more, licence, access, files, credit, joining);
    }

    /// The same under a licence of its own.
    public MappedItem licensed(String own) {
        return new MappedItem(
                key,
                event,
                content,
                locator,
                verbatim,
                Optional.of(own),
                access,
                files,
                credit,
                joining);
    }

    /// The same for those who may see what carries the label.
    public MappedItem seenBy(String label) {
        return new MappedItem(
                key, event, content, locator, verbatim, licence, label, files, credit, joining);
    }

    /// The same with files that are kept with the event.
    public MappedItem attaching(List<AttachedFile> more) {
        return new MappedItem(
                key, event, content, locator, verbatim, licence, access, more, credit, joining);
    }

    /// The same, recognised by other text of the source.
    public MappedItem reading(String other) {
        return new MappedItem(
                key, event, other, locator, verbatim, licence, access, files, credit, joining);
    }

    /// The same made by these.
    public MappedItem crediting(List<AgentId> makers) {
        return new MappedItem(
                key, event, content, locator, verbatim, licence, access, files, makers, joining);
    }

    /// The same with what other entries of the source say of the event.
    public MappedItem joinedBy(Joining others) {
        return new MappedItem(
                key,
                event,
                content,
                locator,
                verbatim,
                licence,
                access,
                files,
                credit,
                Optional.of(others));
    }

    /// The same with another event.
    public MappedItem stating(ProvenanceEvent other) {
        return new MappedItem(
                key, other, content, locator, verbatim, licence, access, files, credit, joining);
    }
}
