package dev.lodestone.projections.translate;

import dev.lodestone.events.Because;
import dev.lodestone.events.Draft;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.RecordEvent;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordEvent.RecordErased;
import dev.lodestone.events.RecordEvent.RecordRetracted;
import dev.lodestone.events.SourceRef;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Vocabulary;
import java.util.Optional;

/// What is said of the log entry itself.
final class RecordHeader {
    private RecordHeader() {}

    static void write(Scribe to) {
        var recorded = to.recorded;
        to.header(Vocabulary.RDF_TYPE, Nodes.iri(Vocabulary.EVENT_RECORD));
        to.header(Vocabulary.RDF_TYPE, Nodes.iri(Vocabulary.PROV_BUNDLE));
        to.header(Vocabulary.POSITION, Nodes.integer(recorded.position().value()));
        to.header(Vocabulary.RECORDED_AT, Nodes.time(recorded.recordedAt()));
        switch (recorded.draft().body()) {
            case RecordCorrected e -> {
                ends(to, Vocabulary.CORRECTION_RECORD, e.occurrence(), e.explanation());
                e.supersedes()
                        .forEach(r -> to.header(Vocabulary.SUPERSEDES, Nodes.iri(to.iris.of(r))));
                because(to, e.because());
                describes(to);
            }
            case RecordRetracted e -> {
                ends(to, Vocabulary.RETRACTION_RECORD, e.occurrence(), e.explanation());
                e.retracts().forEach(r -> to.header(Vocabulary.RETRACTS, Nodes.iri(to.iris.of(r))));
                because(to, e.because());
            }
            case RecordErased e -> {
                ends(to, Vocabulary.ERASURE_RECORD, e.occurrence(), Optional.of(e.explanation()));
                e.events().forEach(r -> to.header(Vocabulary.ERASES, Nodes.iri(to.iris.of(r))));
            }
            default -> describes(to);
        }
        RecordEvent.batchOf(recorded.draft().body())
                .ifPresent(lead -> to.header(Vocabulary.BATCH, Nodes.iri(to.iris.of(lead))));
        if (!recorded.draft().access().equals(Draft.PUBLIC)) {
            to.header(Vocabulary.DCTERMS_ACCESS_RIGHTS, Nodes.text(recorded.draft().access()));
        }
        recorded.draft().source().ifPresent(source -> source(to, source));
    }

    private static void describes(Scribe to) {
        to.header(Vocabulary.DESCRIBES, Nodes.iri(to.event));
    }

    private static void because(Scribe to, Because why) {
        to.header(Vocabulary.BECAUSE, Nodes.iri(why.term()));
    }

    private static void ends(
            Scribe to, Term type, Occurrence occurrence, Optional<String> explanation) {
        to.header(Vocabulary.RDF_TYPE, Nodes.iri(type));
        explanation.ifPresent(words -> to.header(Vocabulary.REASON, Nodes.text(words)));
        occurrence
                .agents()
                .forEach(agent -> to.header(Vocabulary.PROV_WAS_ATTRIBUTED_TO, to.link(agent)));
    }

    private static void source(Scribe to, SourceRef source) {
        to.header(Vocabulary.FROM_SOURCE, to.link(source.source()));
        source.run().ifPresent(run -> to.header(Terms.IMPORT_RUN, Nodes.iri(to.iris.of(run))));
        source.key().ifPresent(key -> to.header(Vocabulary.SOURCE_KEY, Nodes.text(key)));
        source.contentHash()
                .ifPresent(hash -> to.header(Vocabulary.SOURCE_CONTENT_HASH, Nodes.text(hash)));
        source.locator().ifPresent(where -> to.header(Vocabulary.LOCATOR, Nodes.text(where)));
        source.credit().forEach(who -> to.header(Vocabulary.DCTERMS_CREATOR, to.link(who)));
        source.licence().ifPresent(l -> to.header(Vocabulary.DCTERMS_LICENSE, Nodes.text(l)));
    }
}
