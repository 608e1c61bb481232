package dev.lodestone.importers;

import dev.lodestone.events.EventId;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.SourceId;
import dev.lodestone.events.Uuids;
import dev.lodestone.events.intake.EventTags;
import dev.lodestone.events.log.Tag;

/// The stable identity of an item in its source.
///
/// @param source the source
/// @param entity what the source itself knows it by: an id, or the cells that make a sample
/// @param role which of the entity's events it is: a stable sub-id or path of the source, and an
///   ordinal only among siblings that nothing else tells apart ([SiblingRoles]); a row number never
public record ItemKey(SourceId source, String entity, String role) {
    private static final String BETWEEN = "#";

    public ItemKey {
        if (entity.isBlank()
                || role.isBlank()
                || role.contains(BETWEEN)
                || hasControl(entity)
                || hasControl(role)) {
            throw new IllegalArgumentException(
                    "An item key needs an entity and a role without '#', neither with control characters; got entity (%s), role (%s)."
                            .formatted(entity, role));
        }
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /// As it stands in a record's `source.key`.
    public String text() {
        return entity + BETWEEN + role;
    }

    /// The tag that finds all records that bear on the item.
    public Tag tag() {
        return new Tag(EventTags.KEY, source + "|" + text());
    }

    /// The event's id, known before anything is looked up, so that events of one source can be put
    /// in order by `labTime.after`. It is the id of the item's first record.
    public EventId event() {
        return new EventId(firstRecord().value());
    }

    /// The id of the item's first record.
    public RecordId firstRecord() {
        return new RecordId(Uuids.named("import", source.value(), entity, role));
    }

    /// The identity of the sample that a source knows by a local id: the same wherever that source
    /// is imported.
    public static SampleId sample(SourceId scope, String localId) {
        return new SampleId(Uuids.named(scope.value(), localId).toString());
    }
}
