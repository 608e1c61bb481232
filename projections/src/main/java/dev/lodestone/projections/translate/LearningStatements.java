package dev.lodestone.projections.translate;

import dev.lodestone.events.Id;
import dev.lodestone.events.LearningEvent.ModelTrained;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen;
import dev.lodestone.events.LearningEvent.ValuesPredicted;
import dev.lodestone.events.LearningEvent.ValuesPredicted.Prediction;
import dev.lodestone.events.NumberedValue;
import dev.lodestone.events.Subject;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Vocabulary;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What training sets, models and predictions say.
final class LearningStatements {
    private static final Term FREEZE = Term.of("lsk:FreezeTrainingSet");
    private static final Term TRAIN = Term.of("lsk:TrainModel");
    private static final Term PREDICT = Term.of("lsk:PredictValues");

    private LearningStatements() {}

    static void frozen(TrainingSetFrozen e, Scribe to) {
        EventNode.write(to, Vocabulary.SNAPSHOT_CREATION, FREEZE, e.occurrence());
        var set = e.dataset();
        to.types(set, Vocabulary.SNAPSHOT);
        to.thing(set, Vocabulary.DCTERMS_TITLE, Nodes.text(e.title()));
        to.thing(set, Vocabulary.RDFS_LABEL, Nodes.text(e.title()));
        to.thing(set, Vocabulary.SELECTION, Nodes.text(e.selection()));
        to.thing(set, Vocabulary.AT_POSITION, Nodes.integer(e.atPosition()));
        to.thing(set, Vocabulary.MANIFEST_HASH, Nodes.text(e.manifestHash()));
        to.thing(set, Vocabulary.ROW_COUNT, Nodes.integer(e.rows().size()));
        to.thing(set, Terms.TRANSLATION, Nodes.text(e.translation()));
        to.thing(set, Vocabulary.DCTERMS_ACCESS_RIGHTS, Nodes.text(e.tier()));
        to.thing(set, Vocabulary.PROV_WAS_GENERATED_BY, Nodes.iri(to.event));
        for (int i = 0; i < e.rows().size(); i++) {
            row(e, i, to);
        }
    }

    private static void row(TrainingSetFrozen e, int i, Scribe to) {
        var set = e.dataset();
        var row = e.rows().get(i);
        var node = to.iris.row(set, i + 1);
        to.thing(set, Vocabulary.HAS_TRAINING_ROW, Nodes.iri(node));
        for (var type : to.words.types(Vocabulary.TRAINING_ROW_CLASS)) {
            to.ofThing(set, node, Vocabulary.RDF_TYPE, type);
        }
        to.ofThing(set, node, Vocabulary.ROW_NUMBER, Nodes.integer(i + 1L));
        to.ofThing(set, node, Vocabulary.ON_SAMPLE, to.link(row.sample()));
        for (var cell : row.cells()) {
            to.ofThing(set, node, Vocabulary.CELL, Nodes.iri(to.iris.of(cell)));
            to.thing(set, Vocabulary.MEMBER, Nodes.iri(to.iris.of(cell)));
        }
    }

    static void trained(ModelTrained e, Scribe to) {
        EventNode.write(to, Vocabulary.TRAINING, TRAIN, e.occurrence());
        var model = e.model();
        to.types(model, Vocabulary.MODEL);
        to.thing(model, Vocabulary.RDFS_LABEL, Nodes.text(e.name()));
        to.thing(model, Vocabulary.PROV_WAS_GENERATED_BY, Nodes.iri(to.event));
        e.trainedOn()
                .ifPresent(set -> {
                    to.thing(model, Vocabulary.TRAINED_ON, to.link(set));
                    to.event(Vocabulary.PROV_USED, to.link(set));
                });
        to.thing(model, Vocabulary.TRAINING_ROWS_UNPUBLISHED, e.trainingRowsUnpublished());
        to.thing(model, Vocabulary.ALGORITHM, Nodes.text(e.algorithm()));
        to.thing(model, Vocabulary.LIBRARY, e.library());
        to.thing(model, Vocabulary.LIBRARY_VERSION, e.libraryVersion());
        e.hyperParameters()
                .forEach((name, value) ->
                        to.thing(
                                model, Vocabulary.HYPER_PARAMETER, Nodes.text(name + "=" + value)));
        e.seed().ifPresent(seed -> to.thing(model, Vocabulary.SEED, Nodes.integer(seed)));
        to.thing(model, Vocabulary.HAS_SPLIT, e.split());
        e.heldOut().forEach(sample -> to.thing(model, Terms.HELD_OUT, to.link(sample)));
        to.thing(model, Vocabulary.SHA256, e.modelHash());
        e.file().ifPresent(file -> to.thing(model, Terms.FILE, to.file(file, true)));
        e.scores()
                .forEach((name, score) ->
                        to.thing(model, Terms.SCORE, Nodes.text(name + "=" + score)));
    }

    static void predicted(ValuesPredicted e, Scribe to) {
        EventNode.write(to, Vocabulary.INFERENCE, PREDICT, e.occurrence());
        to.event(Vocabulary.BY_MODEL, to.link(e.model()));
        var data = new DataNodes(to, List.of());
        var values = data.values().iterator();
        for (var prediction : e.predictions()) {
            predicted(e, prediction, values, data, to);
        }
    }

    private static void predicted(
            ValuesPredicted e,
            Prediction prediction,
            Iterator<NumberedValue> values,
            DataNodes data,
            Scribe to) {
        var value = values.next();
        var node = to.datum(value.n());
        data.write(value, Vocabulary.PREDICTED_VALUE);
        data.generated(value);
        to.own(node, Vocabulary.BY_MODEL, to.link(e.model()));
        var subject = prediction.subject().flatMap(LearningStatements::only);
        subject.ifPresent(id -> {
            to.own(node, Vocabulary.PREDICTED_FOR, to.link(id));
            data.about(value, id);
        });
        var inputs = new ArrayList<String>();
        prediction.inputs().forEach(cell -> inputs.add(to.iris.of(cell)));
        for (int i = 0; i < prediction.inputValues().size(); i++) {
            var input = values.next();
            data.write(input, Vocabulary.PARAMETER_CLASS);
            inputs.add(to.datum(input.n()));
        }
        inputs.forEach(input -> to.own(node, Vocabulary.INPUT_CELL, Nodes.iri(input)));
        prediction
                .actual()
                .ifPresent(
                        cell -> to.own(node, Vocabulary.ACTUAL_VALUE, Nodes.iri(to.iris.of(cell))));
        if (prediction.actualValue().isPresent()) {
            var actual = values.next();
            data.write(actual, Vocabulary.OBSERVED_VALUE);
            data.generated(actual);
            subject.ifPresent(id -> data.about(actual, id));
            to.own(node, Vocabulary.ACTUAL_VALUE, Nodes.iri(to.datum(actual.n())));
        }
    }

    private static Optional<Id> only(Subject subject) {
        return subject.sample()
                .<Id>map(s -> s)
                .or(() -> subject.material().map(m -> m))
                .or(() -> subject.workflow().map(w -> w));
    }
}
