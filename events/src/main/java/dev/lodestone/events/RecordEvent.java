package dev.lodestone.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Something happened to the record itself. Nothing is edited: a correction restates, a retraction
/// withdraws, and what they replace stays in the log.
public sealed interface RecordEvent extends ProvenanceEvent {

    /// A source was read.
    ///
    /// @param title how people call it
    /// @param location path or URL it was read from
    /// @param sha256 of the bytes read
    /// @param sourceVersion the source's own version
    /// @param attribution what its licence asks to be said
    /// @param importer which importer and mapping, with version
    /// @param wholeSource whether the run saw all of the source, so that what is missing is gone
    /// @param counts entries read, mapped, already known, corrected, retracted, refused
    record SourceImported(
            Occurrence occurrence,
            SourceId source,
            String title,
            Optional<String> location,
            Optional<String> sha256,
            Optional<String> sourceVersion,
            Optional<String> doi,
            Optional<String> licence,
            Optional<String> attribution,
            String importer,
            boolean wholeSource,
            Map<String, Long> counts)
            implements RecordEvent {
        public SourceImported {
            counts = java.util.Collections.unmodifiableMap(new TreeMap<>(counts));
        }
    }

    /// A comment or tag.
    ///
    /// @param records what it is about
    /// @param batch if it is why a batch was corrected: by which rule, and how many
    record Annotated(
            Occurrence occurrence,
            List<RecordId> records,
            List<SampleId> samples,
            String text,
            List<String> tags,
            Optional<BatchHeader> batch)
            implements RecordEvent {
        public Annotated {
            records = List.copyOf(records);
            samples = List.copyOf(samples);
            tags = List.copyOf(tags);
        }

        /// One that leads no batch.
        public Annotated(
                Occurrence occurrence,
                List<RecordId> records,
                List<SampleId> samples,
                String text,
                List<String> tags) {
            this(occurrence, records, samples, text, tags, Optional.empty());
        }
    }

    /// Who may see records, from now on.
    ///
    /// @param label the access label they have now
    record AccessChanged(
            Occurrence occurrence,
            List<RecordId> records,
            String label,
            Optional<Instant> embargoUntil,
            Optional<String> licence)
            implements RecordEvent {
        public AccessChanged {
            records = List.copyOf(records);
        }
    }

    /// A whole restatement of an event, replacing live records of it.
    ///
    /// @param supersedes the live records replaced; one, but for a re-mapping
    /// @param restated the event as it is now believed to have been, participants included
    /// @param batch the header of the batch it is part of
    record RecordCorrected(
            Occurrence occurrence,
            List<RecordId> supersedes,
            Because because,
            Optional<String> explanation,
            ProvenanceEvent restated,
            Optional<RecordId> batch)
            implements RecordEvent {
        /// One that is part of no batch.
        public RecordCorrected(
                Occurrence occurrence,
                List<RecordId> supersedes,
                Because because,
                Optional<String> explanation,
                ProvenanceEvent restated) {
            this(occurrence, supersedes, because, explanation, restated, Optional.empty());
        }

        public RecordCorrected {
            supersedes = List.copyOf(supersedes);
            if (supersedes.isEmpty()) {
                throw new IllegalArgumentException("The correction supersedes no record.");
            }
            if (restated instanceof RecordCorrected || restated instanceof RecordRetracted) {
                throw new IllegalArgumentException(
                        """
                        A correction cannot restate a correction or a retraction.
                        Maybe retract the correction: what it superseded is then live again.\
                        """);
            }
        }
    }

    /// Records are withdrawn without replacement. Withdrawing a correction revives what it had
    /// superseded; withdrawing a retraction revives too. Withdrawing the record that leads a batch
    /// withdraws the batch: the intake adds the retractions of all that hold of it, which name the
    /// first as theirs.
    ///
    /// @param batch the record that leads the batch it is part of: a header, or the retraction of
    ///   one
    record RecordRetracted(
            Occurrence occurrence,
            List<RecordId> retracts,
            Because because,
            Optional<String> explanation,
            Optional<RecordId> batch)
            implements RecordEvent {
        /// One that is part of no batch.
        public RecordRetracted(
                Occurrence occurrence,
                List<RecordId> retracts,
                Because because,
                Optional<String> explanation) {
            this(occurrence, retracts, because, explanation, Optional.empty());
        }

        public RecordRetracted {
            retracts = List.copyOf(retracts);
            if (retracts.isEmpty()) {
                throw new IllegalArgumentException("The retraction withdraws no record.");
            }
        }
    }

    /// The record that leads the batch an event is part of.
    static Optional<RecordId> batchOf(ProvenanceEvent event) {
        return switch (event) {
            case RecordCorrected correction -> correction.batch();
            case RecordRetracted retraction -> retraction.batch();
            default -> Optional.empty();
        };
    }

    /// The content of an event's records was destroyed, as the law may ask; the headers stay.
    record RecordErased(Occurrence occurrence, List<EventId> events, String explanation)
            implements RecordEvent {
        public RecordErased {
            events = List.copyOf(events);
        }
    }
}
