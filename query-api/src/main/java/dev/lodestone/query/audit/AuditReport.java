package dev.lodestone.query.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Everything that stands behind one prediction. Its components are the names in the JSON.
///
/// @param basis the log position the report is true at
/// @param inputs the recorded cells the model was given for this prediction
/// @param statedInputs what it was given besides, stated with the prediction
/// @param trainingSet absent where `trainingRowsUnpublished` says why
/// @param sources where the cells came from
public record AuditReport(
        long basis,
        Staleness staleness,
        PredictedValue prediction,
        List<CellLine> inputs,
        List<StatedValue> statedInputs,
        Optional<Actual> actual,
        ModelPart model,
        Optional<TrainingSetPart> trainingSet,
        Optional<String> trainingRowsUnpublished,
        List<SourcePart> sources) {

    /// Whether the prediction would still be made today.
    ///
    /// @param words `no`, or `YES: …` with what changed
    /// @param changes all that came after, those that make nothing stale among them
    public record Staleness(boolean stale, String words, List<Change> changes) {}

    /// Something the prediction rests on is not what it was.
    ///
    /// @param what `training cell`, `input cell`, `actual value`, `training set`, `model` or
    ///   `prediction`
    /// @param row of a training cell
    /// @param saw the value the model saw
    /// @param now the value that holds now; absent where none does
    /// @param by the record that changed it
    public record Change(
            String what,
            Kind kind,
            boolean makesStale,
            OptionalLong row,
            Optional<String> cell,
            Optional<String> sample,
            Optional<StatedValue> saw,
            Optional<StatedValue> now,
            Optional<RecordLine> by,
            Optional<String> because,
            Optional<String> explanation) {}

    /// What became of something.
    public enum Kind {
        /// The record that holds now says something else.
        CHANGED("changed"),
        /// Another record says the same.
        RE_IDENTIFIED("re-identified"),
        /// Nothing that holds now says it.
        WITHDRAWN("withdrawn");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// For people and in JSON.
        @com.fasterxml.jackson.annotation.JsonValue
        public String word() {
            return word;
        }
    }

    /// A record of the log.
    public record RecordLine(
            String record, String event, long position, String recordedAt, String kind) {}

    /// A claim as it was recorded.
    ///
    /// @param value for people: text and unit
    /// @param number in the unit people use, as a model sees it
    public record StatedValue(
            String property,
            String label,
            String value,
            String asRecorded,
            Optional<String> unit,
            Optional<String> number,
            String howKnown,
            List<String> conditions,
            Optional<String> locator,
            Optional<String> note) {}

    /// A recorded value with the record it stands in.
    ///
    /// @param source the id of the source it came from
    /// @param findings what is odd about it
    /// @param since what became of it, if it is not what it was
    public record CellLine(
            String cell,
            StatedValue stated,
            RecordLine in,
            Optional<String> source,
            Optional<String> locator,
            List<String> findings,
            Optional<Change> since) {}

    /// The prediction.
    ///
    /// @param id `{record}-{n}`
    /// @param subject what it is of: `sample …`, `material …` or `recipe …`
    /// @param live whether its record still holds
    public record PredictedValue(
            String id,
            String iri,
            StatedValue stated,
            Optional<String> subject,
            Optional<String> subjectName,
            RecordLine in,
            boolean live,
            Optional<String> source) {}

    /// What turned out.
    ///
    /// @param error predicted minus actual, in the prediction's unit
    /// @param errorPercent of the actual value
    public record Actual(
            StatedValue stated,
            Optional<CellLine> cell,
            Optional<String> error,
            Optional<String> errorPercent) {}

    /// The model.
    public record ModelPart(
            String id,
            String name,
            String algorithm,
            Optional<String> library,
            Optional<String> libraryVersion,
            Map<String, String> hyperParameters,
            Optional<String> seed,
            Optional<String> split,
            List<String> heldOutSamples,
            Optional<String> hash,
            Optional<String> file,
            Map<String, String> scores,
            RecordLine in,
            boolean live,
            Optional<String> source) {}

    /// The training set.
    ///
    /// @param manifestVerifies whether the hash worked out from the log is the one recorded
    /// @param samplesShared samples that were both trained on and held out, worked out from the
    ///   rows
    public record TrainingSetPart(
            String id,
            String title,
            String selection,
            long frozenAt,
            RecordLine in,
            boolean live,
            String manifestHash,
            boolean manifestVerifies,
            String manifestNow,
            String translation,
            String tier,
            Counts counts,
            int samplesShared,
            List<String> sharedSamples,
            boolean subjectTrainedOn,
            List<RowLine> rows) {}

    /// How much of what.
    ///
    /// @param byHowKnown cells by how their values are known
    /// @param flagged cells with a finding
    public record Counts(
            int rows,
            int cells,
            int samples,
            Map<String, Integer> byHowKnown,
            int flagged,
            int changed,
            int reIdentified,
            int withdrawn) {}

    /// A training row.
    public record RowLine(
            int row, String sample, Optional<String> sampleName, List<CellLine> cells) {}

    /// A source.
    ///
    /// @param sha256 of the bytes read
    /// @param credit the names of those who made what was taken from it, where it names them
    /// @param in the record of the import
    /// @param cells how many cells of this report came from it
    public record SourcePart(
            String id,
            Optional<String> title,
            Optional<String> location,
            Optional<String> sha256,
            Optional<String> version,
            Optional<String> doi,
            Optional<String> licence,
            Optional<String> attribution,
            List<String> credit,
            Optional<String> importer,
            Optional<RecordLine> in,
            int cells) {}
}
