package dev.lodestone.ontology.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/// Reads the Turtle on the class path into plain records.
public final class OntologyReader {
    private static final String HOME = "/dev/lodestone/ontology/";
    private static final List<String> FILES =
            List.of(
                    "lodestone.ttl",
                    "reused.ttl",
                    "lists.ttl",
                    "process.ttl",
                    "measurement.ttl",
                    "calculation.ttl",
                    "structure.ttl",
                    "property.ttl",
                    "units.ttl",
                    "relations.ttl");
    private static final List<String> SHAPES =
            List.of(
                    "shapes/value.ttl",
                    "shapes/event.ttl",
                    "shapes/sample.ttl",
                    "shapes/record.ttl",
                    "shapes/structure.ttl",
                    "shapes/data.ttl",
                    "shapes/learning.ttl",
                    "shapes/plan.ttl",
                    "shapes/vocabulary.ttl");
    private static final List<String> ALIGNMENTS =
            List.of(
                    "alignments/prov.ttl",
                    "alignments/sosa.ttl",
                    "alignments/qudt.ttl",
                    "alignments/obo.ttl",
                    "alignments/chmo.ttl",
                    "alignments/chebi.ttl",
                    "alignments/emmo.ttl",
                    "alignments/chameo.ttl",
                    "alignments/pmdco.ttl",
                    "alignments/ocdo.ttl",
                    "alignments/m4i.ttl",
                    "alignments/learning.ttl",
                    "alignments/plans.ttl",
                    "alignments/web.ttl");

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
        var files = resources(FILES);
        var reader = new OntologyReader(parse(files));
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
                fingerprint(files));
    }

    /// The alignments, name to bytes.
    public static Map<String, byte[]> alignments() {
        return resources(ALIGNMENTS);
    }

    /// All shapes as one text.
    public static String shapesTurtle() {
        var text = new StringBuilder();
        resources(SHAPES).values().forEach(bytes -> text.append(new String(bytes, UTF_8)));
        return text.toString();
    }

    static Graph ontologyGraph() {
        return parse(resources(FILES));
    }

    static Graph parse(Map<String, byte[]> files) {
        var graph = GraphFactory.createDefaultGraph();
        files.forEach((name, bytes) ->
                RDFParser.source(new ByteArrayInputStream(bytes))
                        .base("https://w3id.org/lodestone/file/" + name)
                        .lang(Lang.TURTLE)
                        .parse(graph));
        return graph;
    }

    private static Map<String, byte[]> resources(List<String> names) {
        var files = new LinkedHashMap<String, byte[]>();
        names.forEach(name -> files.put(name, resource(name)));
        return files;
    }

    private static byte[] resource(String name) {
        try (InputStream stream = OntologyReader.class.getResourceAsStream(HOME + name)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "The ontology file (%s) is not on the class path.".formatted(name));
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint(Map<String, byte[]> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, bytes) -> {
                for (var part : List.of(name.getBytes(UTF_8), bytes)) {
                    digest.update(ByteBuffer.allocate(4).putInt(part.length).array());
                    digest.update(part);
                }
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256, but this one does not.", e);
        }
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
