package dev.lodestone.projections.translate;

import dev.lodestone.ontology.Namespaces;

/// Predicates that only the translation writes.
final class Terms {
    static final String IMPORT_RUN = Namespaces.LS + "importRun";
    static final String FILE = Namespaces.LS + "file";
    static final String ON_MATERIAL = Namespaces.LS + "onMaterial";
    static final String ON_WORKFLOW = Namespaces.LS + "onWorkflow";
    static final String AFTER_END_OF = Namespaces.LS + "afterEndOf";
    static final String ORDER_CONFLICT = Namespaces.LS + "orderConflict";
    static final String OVERDRAWS = Namespaces.LS + "overdraws";
    static final String QUESTION = Namespaces.LS + "question";
    static final String TAG = Namespaces.LS + "tag";
    static final String TARGET_OF = Namespaces.LS + "targetOf";
    static final String FORMULA = Namespaces.LS + "formula";
    static final String INPUT = Namespaces.LS + "input";
    static final String OUTPUT = Namespaces.LS + "output";
    static final String REFERENCE = Namespaces.LS + "reference";
    static final String TRANSLATION = Namespaces.LS + "translation";
    static final String SCORE = Namespaces.LS + "score";
    static final String HELD_OUT = Namespaces.LS + "heldOut";
    static final String ATTRIBUTION = Namespaces.LS + "attribution";
    static final String IMPORTER = Namespaces.LS + "importer";
    static final String WHOLE_SOURCE = Namespaces.LS + "wholeSource";
    static final String IMPORT_COUNT = Namespaces.LS + "importCount";
    static final String BATCH_RULE = Namespaces.LS + "batchRule";
    static final String BATCH_EVENTS = Namespaces.LS + "batchEvents";

    private Terms() {}
}
