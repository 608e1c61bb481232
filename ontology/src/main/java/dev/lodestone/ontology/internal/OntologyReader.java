package dev.lodestone.ontology.internal;

import dev.lodestone.ontology.Facet;
import dev.lodestone.ontology.Kind;
import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Property;
import dev.lodestone.ontology.Range;
import dev.lodestone.ontology.Relation;
import dev.lodestone.ontology.Scheme;
import dev.lodestone.ontology.StructureLevel;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Tolerance;
import dev.lodestone.ontology.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Reads the terms that the ontology files state into plain records.
public final class OntologyReader {
    private static final Node TYPE = NodeFactory.createURI(Namespaces.RDF + "type");
    private static final Node LABEL = NodeFactory.createURI(Namespaces.RDFS + "label");

    private final Graph graph;
    private final Map<Term, Unit> units = new HashMap<>();

    private OntologyReader(Graph graph) {
        this.graph = graph;
    }

    /// What the Turtle says, in plain records.
    ///
    /// @param superclasses the direct ones
    /// @param files name to bytes
    @SuppressWarnings("ArrayRecordComponent")
    public record Words(
            List<Property> properties,
            List<Kind> kinds,
            List<Unit> units,
            List<Relation> relations,
            Map<Term, List<Term>> superclasses,
            Map<Term, String> labels,
            Map<Term, String> definitions,
            Map<String, byte[]> files,
            String fingerprint) {}

    /// Reads and checks the ontology.
    ///
    /// @throws IllegalStateException if a file is missing or a term is not as it must be
    public static Words read() {
        var files = OntologyFiles.terms();
        var reader = new OntologyReader(OntologyFiles.parse(files));
        reader.readUnits();
        return new Words(
                reader.readProperties(),
                reader.readKinds(),
                List.copyOf(reader.units.values()),
                reader.readRelations(),
                reader.readSuperclasses(),
                reader.readTexts(Namespaces.RDFS + "label"),
                reader.readTexts(Namespaces.SKOS + "definition"),
                files,
                OntologyFiles.fingerprint(files));
    }

    private void readUnits() {
        for (var node : instances(Namespaces.QUDT + "Unit")) {
            var term = new Term(node.getURI());
            if (text(node, Namespaces.QUDT + "deprecated").map(Boolean::valueOf).orElse(false)) {
                throw new IllegalStateException("The unit (%s) is deprecated.".formatted(term));
            }
            var multiplier = number(node, Namespaces.QUDT + "conversionMultiplier");
            if (multiplier.isPresent() && multiplier.get().signum() <= 0) {
                throw new IllegalStateException(
                        "The unit (%s) has the multiplier %s, so it cannot be converted."
                                .formatted(term, multiplier.get()));
            }
            var dimension = one(node, Namespaces.QUDT + "hasDimensionVector");
            if (multiplier.isPresent() != dimension.isPresent()) {
                throw new IllegalStateException(
                        "The unit (%s) needs both a multiplier and a dimension.".formatted(term));
            }
            units.put(
                    term,
                    new Unit(
                            term,
                            label(node),
                            text(node, Namespaces.QUDT + "symbol").orElse(""),
                            text(node, Namespaces.QUDT + "ucumCode").orElse(""),
                            multiplier.orElse(BigDecimal.ZERO),
                            number(node, Namespaces.QUDT + "conversionOffset")
                                    .orElse(BigDecimal.ZERO),
                            dimension
                                    .map(vector -> new Term(vector.getURI()).localName())
                                    .orElse(""),
                            aliases(node)));
        }
    }

    private List<Property> readProperties() {
        var properties = new ArrayList<Property>();
        for (var node : instances(Namespaces.LS + "Property")) {
            var term = new Term(node.getURI());
            properties.add(
                    new Property(
                            term,
                            label(node),
                            definition(node),
                            link(node, Namespaces.LS + "facet")
                                    .flatMap(Facet::find)
                                    .orElseThrow(() -> incomplete(term, "facet")),
                            unit(node, Namespaces.LS + "canonicalUnit"),
                            unit(node, Namespaces.LS + "displayUnit"),
                            link(node, Namespaces.LS + "scale").flatMap(StructureLevel::find),
                            range(node),
                            tolerance(node),
                            text(node, Namespaces.LS + "categorical")
                                    .map(Boolean::valueOf)
                                    .orElse(false),
                            aliases(node)));
        }
        return List.copyOf(properties);
    }

    private List<Kind> readKinds() {
        var kinds = new ArrayList<Kind>();
        for (var node : instances(Namespaces.LS + "Kind")) {
            var term = new Term(node.getURI());
            kinds.add(
                    new Kind(
                            term,
                            label(node),
                            definition(node),
                            link(node, Namespaces.SKOS + "inScheme")
                                    .flatMap(Scheme::find)
                                    .orElseThrow(() -> incomplete(term, "scheme")),
                            link(node, Namespaces.SKOS + "broader"),
                            link(node, Namespaces.LS + "eventClass"),
                            links(node, Namespaces.LS + "requiredParameter"),
                            links(node, Namespaces.LS + "keyParameter"),
                            link(node, Namespaces.LS + "scale").flatMap(StructureLevel::find),
                            link(node, Namespaces.LS + "componentClass"),
                            aliases(node)));
        }
        return List.copyOf(kinds);
    }

    private List<Relation> readRelations() {
        var relations = new ArrayList<Relation>();
        for (var node : instances(Namespaces.LS + "Relation")) {
            var term = new Term(node.getURI());
            relations.add(
                    new Relation(
                            term,
                            needed(node, "relationProperty"),
                            needed(node, "relationDomain"),
                            needed(node, "relationRange"),
                            degree(node, "minOut").orElse(0),
                            degree(node, "maxOut"),
                            degree(node, "maxIn")));
        }
        return List.copyOf(relations);
    }

    private Map<Term, List<Term>> readSuperclasses() {
        var superclasses = new HashMap<Term, List<Term>>();
        var property = NodeFactory.createURI(Namespaces.RDFS + "subClassOf");
        graph.stream(Node.ANY, property, Node.ANY)
                .map(triple -> new Term(triple.getSubject().getURI()))
                .distinct()
                .forEach(term ->
                        superclasses.put(
                                term, links(NodeFactory.createURI(term.iri()), property.getURI())));
        return Map.copyOf(superclasses);
    }

    private Map<Term, String> readTexts(String property) {
        var texts = new HashMap<Term, String>();
        graph.stream(Node.ANY, NodeFactory.createURI(property), Node.ANY)
                .filter(triple -> triple.getSubject().isURI())
                .forEach(triple ->
                        texts.put(
                                new Term(triple.getSubject().getURI()),
                                triple.getObject().getLiteralLexicalForm()));
        return Map.copyOf(texts);
    }

    private List<Node> instances(String type) {
        return graph.stream(Node.ANY, TYPE, NodeFactory.createURI(type))
                .map(triple -> triple.getSubject())
                .filter(node -> graph.contains(node, LABEL, Node.ANY))
                .sorted((one, other) -> one.getURI().compareTo(other.getURI()))
                .toList();
    }

    private Optional<Node> one(Node subject, String property) {
        var found =
                graph.stream(subject, NodeFactory.createURI(property), Node.ANY)
                        .map(triple -> triple.getObject())
                        .toList();
        if (found.size() > 1) {
            throw new IllegalStateException(
                    "The term (%s) has more than one %s."
                            .formatted(
                                    Namespaces.shorten(subject.getURI()),
                                    Namespaces.shorten(property)));
        }
        return found.stream().findFirst();
    }

    private Optional<String> text(Node subject, String property) {
        return one(subject, property).map(Node::getLiteralLexicalForm);
    }

    private Optional<BigDecimal> number(Node subject, String property) {
        return text(subject, property).map(BigDecimal::new);
    }

    private Optional<Term> link(Node subject, String property) {
        return one(subject, property).map(node -> new Term(node.getURI()));
    }

    private List<Term> links(Node subject, String property) {
        return graph.stream(subject, NodeFactory.createURI(property), Node.ANY)
                .map(triple -> new Term(triple.getObject().getURI()))
                .sorted()
                .toList();
    }

    private Term needed(Node subject, String localName) {
        return link(subject, Namespaces.LS + localName)
                .orElseThrow(() -> incomplete(new Term(subject.getURI()), localName));
    }

    private OptionalInt degree(Node subject, String localName) {
        return text(subject, Namespaces.LS + localName).stream()
                .mapToInt(Integer::parseInt)
                .findFirst();
    }

    private Optional<Unit> unit(Node subject, String property) {
        return link(subject, property)
                .map(term ->
                        Optional.ofNullable(units.get(term))
                                .orElseThrow(() -> incomplete(term, "unit entry")));
    }

    private Optional<Range> range(Node subject) {
        var min = number(subject, Namespaces.LS + "plausibleMin");
        var max = number(subject, Namespaces.LS + "plausibleMax");
        return min.flatMap(lower -> max.map(upper -> new Range(lower, upper)));
    }

    private Optional<Tolerance> tolerance(Node subject) {
        var relative =
                number(subject, Namespaces.LS + "joinToleranceRelative")
                        .map(amount -> new Tolerance(true, amount));
        return relative.or(() ->
                number(subject, Namespaces.LS + "joinToleranceAbsolute")
                        .map(amount -> new Tolerance(false, amount)));
    }

    private List<String> aliases(Node subject) {
        return graph.stream(subject, NodeFactory.createURI(Namespaces.SKOS + "altLabel"), Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .sorted()
                .toList();
    }

    private String label(Node node) {
        return text(node, Namespaces.RDFS + "label").orElse("");
    }

    private String definition(Node node) {
        return text(node, Namespaces.SKOS + "definition")
                .orElseThrow(() -> incomplete(new Term(node.getURI()), "definition"));
    }

    private static IllegalStateException incomplete(Term term, String what) {
        return new IllegalStateException("The term (%s) has no %s.".formatted(term, what));
    }
}
