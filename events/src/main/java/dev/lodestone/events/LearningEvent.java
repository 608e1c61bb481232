package dev.lodestone.events;

import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// Something was learned from data, or said by what was learned.
public sealed interface LearningEvent extends ProvenanceEvent {

    /// An exact selection of values, frozen at a log position.
    ///
    /// @param selection the query that made it
    /// @param atPosition the log position it was asked at
    /// @param columns what each cell of a row states
    /// @param rows the rows; each has one cell per column
    /// @param manifestHash SHA-256 over the cells in the order of rows and columns, as
    ///   `TrainingManifest` writes them
    /// @param translation the fingerprint of the translation that produced the graph asked
    /// @param tier the access label of what the selection could see
    record TrainingSetFrozen(
            Occurrence occurrence,
            DatasetId dataset,
            String title,
            String selection,
            long atPosition,
            List<Column> columns,
            List<Row> rows,
            String manifestHash,
            String translation,
            String tier)
            implements LearningEvent {
        public TrainingSetFrozen {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException(
                        "The training set (%s) has no columns.".formatted(dataset));
            }
            for (var row : rows) {
                if (row.cells().size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "A row of sample (%s) has %d cells for %d columns."
                                    .formatted(row.sample(), row.cells().size(), columns.size()));
                }
            }
        }

        /// What a cell states.
        public record Column(Term property, CellRole role) {}

        /// One row: the cells of one measurement of one sample.
        public record Row(SampleId sample, List<CellRef> cells) {
            public Row {
                cells = List.copyOf(cells);
            }
        }
    }

    /// A model was fitted.
    ///
    /// @param trainedOn the frozen set; absent where the rows were not published
    /// @param trainingRowsUnpublished why there is no set, in words
    /// @param heldOut the samples kept out of training
    /// @param modelHash SHA-256 of the stored model
    /// @param scores such as `R2 test`, by name
    record ModelTrained(
            Occurrence occurrence,
            ModelId model,
            String name,
            Optional<DatasetId> trainedOn,
            Optional<String> trainingRowsUnpublished,
            String algorithm,
            Optional<String> library,
            Optional<String> libraryVersion,
            Map<String, String> hyperParameters,
            OptionalLong seed,
            Optional<String> split,
            List<SampleId> heldOut,
            Optional<String> modelHash,
            Optional<DataFileRef> file,
            Map<String, BigDecimal> scores)
            implements LearningEvent {
        public ModelTrained {
            heldOut = List.copyOf(heldOut);
            hyperParameters = java.util.Collections.unmodifiableMap(new TreeMap<>(hyperParameters));
            scores.values().forEach(Magnitude::check);
            scores = java.util.Collections.unmodifiableMap(new TreeMap<>(scores));
            if (trainedOn.isPresent() == trainingRowsUnpublished.isPresent()) {
                throw new IllegalArgumentException(
                        """
                        The model (%s) needs either "trainedOn" or "trainingRowsUnpublished".
                        Maybe say in words why the training rows are not known.\
                        """
                                .formatted(model));
            }
        }
    }

    /// A model said what it expects.
    record ValuesPredicted(Occurrence occurrence, ModelId model, List<Prediction> predictions)
            implements LearningEvent {
        public ValuesPredicted {
            predictions = List.copyOf(predictions);
            if (predictions.isEmpty()) {
                throw new IllegalArgumentException("Nothing is predicted.");
            }
        }

        /// One predicted value.
        ///
        /// @param subject what it is predicted of; absent for a point that is no sample
        /// @param value the prediction, of basis `Predicted`
        /// @param inputs the recorded cells the model was given
        /// @param inputValues what the model was given besides, stated here
        /// @param actual the recorded cell that turned out
        /// @param actualValue what turned out, stated here
        public record Prediction(
                Optional<Subject> subject,
                Value value,
                List<CellRef> inputs,
                List<Value> inputValues,
                Optional<CellRef> actual,
                Optional<Value> actualValue) {
            public Prediction {
                inputs = List.copyOf(inputs);
                inputValues = List.copyOf(inputValues);
                if (value.basis() != HowKnown.PREDICTED) {
                    throw new IllegalArgumentException(
                            "A predicted value of (%s) says it is %s."
                                    .formatted(value.property(), value.basis().wireName()));
                }
            }
        }
    }
}
