package dev.lodestone.projections.translate;

import dev.lodestone.events.CellRef;
import dev.lodestone.events.DataFileRef;
import dev.lodestone.events.Id;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.Uuids;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Vocabulary;
import java.util.List;
import java.util.Optional;

/// Writes the statements of one record: knows its IRIs and to whom each statement belongs.
final class Scribe {
    final Words words;
    final Iris iris;
    final Memberships memberships;
    final RecordedEvent recorded;
    final String record;
    final String event;
    private final Claims claims;
    private final Node recordNode;
    private int files;

    Scribe(Words words, Iris iris, Memberships memberships, RecordedEvent recorded, Claims claims) {
        this.words = words;
        this.iris = iris;
        this.memberships = memberships;
        this.recorded = recorded;
        this.claims = claims;
        this.record = iris.of(recorded.record());
        this.event = iris.of(recorded.event());
        this.recordNode = Nodes.iri(record);
    }

    void header(Term predicate, Node object) {
        header(predicate.iri(), object);
    }

    void header(String predicate, Node object) {
        claims.header(new Statement(record, predicate, object));
    }

    void event(Term predicate, Node object) {
        event(predicate.iri(), object);
    }

    void event(String predicate, Node object) {
        claims.event(new Statement(event, predicate, object));
    }

    void event(Term predicate, Optional<String> text) {
        text.ifPresent(words -> event(predicate, Nodes.text(words)));
    }

    void own(String subject, Term predicate, Node object) {
        own(subject, predicate.iri(), object);
    }

    void own(String subject, String predicate, Node object) {
        claims.own(new Statement(subject, predicate, object));
    }

    void own(String subject, Term predicate, Optional<String> text) {
        text.ifPresent(words -> own(subject, predicate, Nodes.text(words)));
    }

    /// Of a node that hangs on the event and whose IRI comes from it.
    void ofEvent(String subject, Term predicate, Node object) {
        claims.event(new Statement(subject, predicate.iri(), object));
    }

    void thing(Id thing, Term predicate, Node object) {
        thing(thing, predicate.iri(), object);
    }

    void thing(Id thing, String predicate, Node object) {
        claims.shared(thing, new Statement(iris.of(thing), predicate, object));
    }

    void thing(Id thing, Term predicate, Optional<String> text) {
        text.ifPresent(words -> thing(thing, predicate, Nodes.text(words)));
    }

    /// Of a node that hangs on a thing and whose IRI comes from it.
    void ofThing(Id thing, String subject, Term predicate, Node object) {
        claims.shared(thing, new Statement(subject, predicate.iri(), object));
    }

    void index(Id thing, Term property, double si) {
        claims.index(thing, new Statement(iris.of(thing), property.iri(), Nodes.dbl(si)));
    }

    /// The types of a thing, superclasses included.
    void types(Id thing, Term type) {
        words.types(type).forEach(t -> thing(thing, Vocabulary.RDF_TYPE, t));
    }

    Node link(Id thing) {
        return Nodes.iri(iris.of(thing));
    }

    String datum(int n) {
        return iris.of(new CellRef(recorded.record(), n));
    }

    void ofRecord(String subject) {
        own(subject, Vocabulary.RECORD, recordNode);
    }

    Node recordNode() {
        return recordNode;
    }

    /// The names of a thing, each a label and a node of its own.
    void names(Id thing, List<ScopedName> names) {
        for (var name : names) {
            var node = iris.of(thing) + "/name/" + Uuids.named("name", name.scope(), name.name());
            thing(thing, Vocabulary.RDFS_LABEL, Nodes.text(name.name()));
            thing(thing, Vocabulary.IDENTIFIED_BY, Nodes.iri(node));
            ofThing(thing, node, Vocabulary.RDF_TYPE, Nodes.iri(Vocabulary.IDENTIFIER));
            ofThing(thing, node, Vocabulary.NAME, Nodes.text(name.name()));
            ofThing(thing, node, Vocabulary.NAME_SCOPE, Nodes.text(name.scope()));
        }
    }

    /// A file of the event; returns its node.
    Node file(DataFileRef file, boolean generated) {
        var node = iris.file(recorded.record(), ++files);
        own(node, Vocabulary.RDF_TYPE, Nodes.iri(Vocabulary.DATA_FILE));
        own(node, Vocabulary.RDF_TYPE, Nodes.iri(Vocabulary.PROV_ENTITY));
        own(node, Vocabulary.SHA256, Nodes.text(file.sha256()));
        own(node, Vocabulary.RDFS_LABEL, Nodes.text(file.name()));
        own(node, Vocabulary.DCAT_MEDIA_TYPE, file.mediaType());
        own(node, Vocabulary.DCAT_BYTE_SIZE, Nodes.integer(file.bytes()));
        own(node, Vocabulary.FILE_ROLE, file.role());
        ofRecord(node);
        if (generated) {
            own(node, Vocabulary.PROV_WAS_GENERATED_BY, Nodes.iri(event));
        }
        return Nodes.iri(node);
    }

    /// Files that came of the event.
    void files(List<DataFileRef> written) {
        written.forEach(file -> event(Terms.FILE, file(file, true)));
    }
}
