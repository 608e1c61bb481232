package dev.lodestone.events.intake;

import dev.lodestone.events.AmountNote;
import dev.lodestone.events.ContainerId;
import dev.lodestone.events.Draft;
import dev.lodestone.events.Id;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen;
import dev.lodestone.events.Liveness;
import dev.lodestone.events.Mentions;
import dev.lodestone.events.Nesting;
import dev.lodestone.events.RecordEvent;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.log.Tag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// What the log finds a record by. Corrections and retractions carry, besides their own, the tags
/// of what they are about, so that reading one tag finds all that bears on the liveness of what it
/// finds.
public final class EventTags {
    /// Records of one event.
    public static final String EVENT = "event";

    /// Records that end a sample.
    public static final String ENDED = "ended";

    /// Records that make a sample out of others.
    public static final String BORN = "born";

    /// Records that put a container into another: found by both.
    public static final String PLACED = "placed";

    /// Records that say how much of a sample there is, or was taken of it.
    public static final String AMOUNT = "amount";

    /// Records that give a name.
    public static final String NAME = "name";

    /// Records of one entry of a source, in one role.
    public static final String KEY = "key";

    /// Records of one import run.
    public static final String RUN = "run";

    /// Records of a batch of corrections or retractions, and what ended them.
    public static final String BATCH = "batch";

    /// Records of one kind, for those kinds that are listed as such.
    public static final String KIND = "kind";

    /// Things that are few and listed: these kinds get a [#KIND] tag.
    private static final Set<String> LISTED =
            Set.of(
                    "TrainingSetFrozen",
                    "ModelTrained",
                    "ValuesPredicted",
                    "SourceImported",
                    "ContainerRegistered",
                    "WorkflowPlanned");

    private EventTags() {}

    /// The tag of a thing: `sample:…`, `material:…` and so on.
    public static Tag of(Id id) {
        var sort = id.getClass().getSimpleName();
        return new Tag(
                Character.toLowerCase(sort.charAt(0)) + sort.substring(1, sort.length() - 2),
                id.value());
    }

    /// The tag of a sample's end.
    public static Tag ended(SampleId sample) {
        return new Tag(ENDED, sample.value());
    }

    /// The tag of a sample's making out of others.
    public static Tag born(SampleId sample) {
        return new Tag(BORN, sample.value());
    }

    /// The tag of what puts a container into another, or another into it.
    public static Tag placed(ContainerId container) {
        return new Tag(PLACED, container.value());
    }

    /// The tag of what is said of a sample's amount.
    public static Tag amount(SampleId sample) {
        return new Tag(AMOUNT, sample.value());
    }

    /// The tags of a draft.
    ///
    /// @param tagsOf the tags of a record known before, for what is corrected or retracted
    public static List<Tag> of(Draft draft, Function<RecordId, List<Tag>> tagsOf) {
        var tags = new LinkedHashSet<Tag>();
        tags.add(new Tag(EVENT, draft.event().toString()));
        var mentions = Mentions.of(draft.body());
        mentions.touched().forEach(sample -> tags.add(of(sample)));
        mentions.introduced().forEach(id -> tags.add(of(id)));
        // The samples of training rows are reached through the rows; a tag each would make the
        // life of every sample as long as the number of sets it is in.
        mentions.supposed().stream()
                .filter(id ->
                        !(id instanceof SampleId
                                && (draft.stated() instanceof TrainingSetFrozen
                                        || draft.stated()
                                                instanceof
                                                dev.lodestone.events.LearningEvent.ModelTrained)))
                .filter(id -> !(id instanceof dev.lodestone.events.AgentId))
                .filter(id -> !(id instanceof dev.lodestone.events.InstrumentId))
                .forEach(id -> tags.add(of(id)));
        mentions.born().forEach(sample -> tags.add(born(sample)));
        mentions.ended().forEach(sample -> tags.add(ended(sample)));
        Nesting.of(draft.body())
                .ifPresent(nesting -> {
                    tags.add(placed(nesting.inner()));
                    tags.add(placed(nesting.outer().container()));
                });
        AmountNote.of(draft.body()).forEach(note -> tags.add(amount(note.sample())));
        mentions.named().forEach(name -> tags.add(new Tag(NAME, name.name())));
        if (LISTED.contains(draft.stated().kind())) {
            tags.add(new Tag(KIND, draft.stated().kind()));
        }
        draft.source()
                .ifPresent(source -> {
                    source.key()
                            .ifPresent(key -> tags.add(new Tag(KEY, source.source() + "|" + key)));
                    source.run().ifPresent(run -> tags.add(new Tag(RUN, run.toString())));
                });
        RecordEvent.batchOf(draft.body())
                .ifPresent(lead -> tags.add(new Tag(BATCH, lead.toString())));
        for (var target : Liveness.ends(draft.body())) {
            tagsOf.apply(target).stream().filter(tag -> !tag.key().equals(RUN)).forEach(tags::add);
        }
        return new ArrayList<>(tags);
    }
}
