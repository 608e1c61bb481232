package dev.lodestone.ontology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OntologyTest {
    private static final Set<String> OURS =
            Set.of(Namespaces.LS, Namespaces.LSP, Namespaces.LSK, Namespaces.LSU, Namespaces.LSR);

    private final Ontology ontology = Ontology.lodestone();

    @Test
    void everyTermOfOursHasLabelDefinitionExampleAndStatus() throws Exception {
        var graph = graph();
        for (var term : ontology.terms()) {
            if (!isOurs(term.iri()) && !term.iri().startsWith(Namespaces.UNIT)) {
                continue;
            }
            for (var property :
                    List.of(
                            Namespaces.RDFS + "label",
                            Namespaces.SKOS + "definition",
                            Namespaces.SKOS + "example",
                            Namespaces.VS + "term_status")) {
                assertThat(objects(graph, term, property))
                        .as("%s of %s", Namespaces.shorten(property), term)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void everyParentAndEveryParameterIsKnown() {
        for (var scheme : Scheme.values()) {
            assertThat(ontology.isDefined(scheme.term())).as(scheme.name()).isTrue();
            for (var kind : ontology.kinds(scheme)) {
                kind.parent()
                        .ifPresent(parent -> assertThat(ontology.findKind(parent)).isPresent());
                kind.eventClass()
                        .ifPresent(type ->
                                assertThat(ontology.superclasses(type))
                                        .contains(Vocabulary.PROV_ACTIVITY));
                kind.requiredParameters().forEach(ontology::property);
                kind.keyParameters().forEach(ontology::property);
            }
        }
    }

    @Test
    void everyBroaderClassIsDefined() {
        for (var term : ontology.terms()) {
            assertThat(ontology.superclasses(term)).allMatch(ontology::isDefined);
        }
    }

    @Test
    void everyConstantIsInTheTurtle() throws Exception {
        for (var field : Vocabulary.class.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers())) {
                var term = (Term) field.get(null);
                assertThat(ontology.isDefined(term)).as(field.getName()).isTrue();
            }
        }
    }

    @Test
    void everyEnumConstantIsAKind() {
        assertThat(StructureLevel.values())
                .allMatch(level -> ontology.findKind(level.term()).isPresent());
        assertThat(Facet.values()).allMatch(facet -> ontology.findKind(facet.term()).isPresent());
    }

    @Test
    void noNameOfOursIsUsedWithoutBeingDefined() throws Exception {
        var unknown = new TreeSet<String>();
        var shapes = NodeFactory.createURI(Namespaces.SH + "NodeShape");
        for (var file : turtle()) {
            var graph = load(file);
            graph.stream()
                    .flatMap(triple ->
                            List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                                    .stream())
                    .filter(node -> node.isURI() && isOurs(node.getURI()))
                    .map(node -> new Term(node.getURI()))
                    .filter(term -> !ontology.isDefined(term))
                    .forEach(term -> unknown.add(term + " in " + file.getFileName()));
            assertThat(graph.contains(Node.ANY, Node.ANY, shapes))
                    .isEqualTo(home().relativize(file).startsWith("shapes"));
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void noNameInAnExampleOrAQueryTextIsMadeUp() throws Exception {
        var unknown = new TreeSet<String>();
        var name = Pattern.compile("\\b(ls|lsp|lsk|lsu|lsr):([A-Za-z][A-Za-z0-9_-]*)");
        for (var file : turtle()) {
            name.matcher(Files.readString(file))
                    .results()
                    .map(match -> Term.of(match.group()))
                    .filter(term -> !ontology.isDefined(term))
                    .forEach(term -> unknown.add(term + " in " + file.getFileName()));
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyFileOnTheClassPathIsRead() throws Exception {
        var read = new TreeSet<>(ontology.turtleFiles().keySet());
        read.addAll(ontology.alignmentFiles().keySet());
        var there =
                turtle().stream()
                        .map(file -> home().relativize(file).toString())
                        .filter(name -> !name.startsWith("examples/"))
                        .filter(name -> !name.startsWith("shapes/"))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(there).isEqualTo(read);
        for (var file : turtle()) {
            if (home().relativize(file).startsWith("shapes")) {
                assertThat(ontology.shapesTurtle()).contains(Files.readString(file));
            }
        }
    }

    @ParameterizedTest(name = "{1} {2}: {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ATOM_ION       | MAJOR | Nucleus, Electrons
                    ATOM_ION       | MINOR | Hole, ExcessElectron, ExcessNeutron
                    LATTICE_CHAIN  | MAJOR | Atom, Ion, Molecule, Bonding
                    LATTICE_CHAIN  | MINOR | Vacancy, Interstitial, Dislocation, Impurity
                    GRAIN_PARTICLE | MAJOR | CrystalLattice, MolecularChain, CoreShell
                    GRAIN_PARTICLE | MINOR | GrainBoundary, Twin, Precipitate, Dopant
                    BULK           | MAJOR | GrainAggregate, Particle, Binder
                    BULK           | MINOR | Additive, Void
                    """)
    void theTableOfStructuralComponentsIsComplete(StructureLevel level, String type, String names)
            throws Exception {
        var graph = graph();
        for (var name : names.split(", ", -1)) {
            var kind = ontology.kind(new Term(Namespaces.LSK + name));
            assertThat(kind.scheme()).isEqualTo(Scheme.COMPONENT);
            assertThat(objects(graph, kind.term(), Vocabulary.SCALE.iri()))
                    .containsExactly(level.term().iri());
            assertThat(objects(graph, kind.term(), Vocabulary.COMPONENT_CLASS.iri()))
                    .containsExactly(
                            ("MAJOR".equals(type) ? Vocabulary.MAJOR : Vocabulary.MINOR).iri());
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ATOM_ION       | electronDensity, spinDensity, fermiLevel, vacuumLevel, valence, ionicRadius, ionMass, orbitalShape
                    LATTICE_CHAIN  | latticeParameterA, latticeAngleAlpha, bondIonicity, bondLength, bondAngle, coordinationNumber
                    LATTICE_CHAIN  | chainLength, chainAngle, chainConformation, octahedralTwist, octahedralTilt, octahedralRotation
                    LATTICE_CHAIN  | toleranceFactor, dislocationDensity, dislocationShape, dislocationLength, dislocationCharge
                    GRAIN_PARTICLE | grainSize, grainShape, grainBoundaryCharge, grainBoundaryWidth, grainBoundaryLength
                    GRAIN_PARTICLE | coreShellRatio, compositionGradient, chargeTrapDensity
                    BULK           | bulkComposition, interfaceArea, interfaceLength, interfaceShape, porosity, poreSize, poreShape
                    """)
    void theFeaturesOfEachScaleAreThere(StructureLevel level, String names) {
        for (var name : names.split(", ", -1)) {
            assertThat(ontology.property(new Term(Namespaces.LSP + name)).level()).contains(level);
        }
    }

    @Test
    void everyNumericStructureDescriptorSaysHowNearIsTheSame() {
        for (var property : ontology.properties()) {
            if (property.facet() == Facet.STRUCTURE) {
                assertThat(property.level()).as(property.term().curie()).isPresent();
                assertThat(property.joinTolerance().isPresent())
                        .as(property.term().curie())
                        .isEqualTo(!property.categorical());
            }
        }
    }

    @Test
    void everyPropertyIsANumberWithCoherentUnitsOrAWord() {
        for (var property : ontology.properties()) {
            assertThat(property.canonicalUnit().isPresent())
                    .as(property.term().curie())
                    .isEqualTo(!property.categorical());
            property.canonicalUnit()
                    .ifPresent(unit -> {
                        assertThat(unit.multiplier()).isEqualByComparingTo("1");
                        assertThat(unit.offset()).isEqualByComparingTo("0");
                        assertThat(property.displayUnit().orElseThrow().sameDimension(unit))
                                .as(property.term().curie())
                                .isTrue();
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({"100, false", "110, false", "140, false", "350, true", "900, true", "1300, true"})
    void sinteringAtAHundredDegreesIsNotPlausible(BigDecimal celsius, boolean plausible) {
        var property = ontology.property(Term.of("lsp:sinteringTemperature"));
        var kelvin = property.displayUnit().orElseThrow().toSi(celsius);
        assertThat(property.plausible().orElseThrow().contains(kelvin)).isEqualTo(plausible);
    }

    @Test
    void sinteringIsIndexedByTemperatureAndTime() {
        assertThat(ontology.kind(Term.of("lsk:Sintering")).keyParameters())
                .containsExactly(Term.of("lsp:sinteringTemperature"), Term.of("lsp:sinteringTime"));
    }

    @Test
    void aKindIsFoundByLabelOrAlias() {
        assertThat(ontology.findKind(Scheme.METHOD, "Scanning electron microscopy"))
                .isEqualTo(ontology.findKind(Scheme.METHOD, "sem"))
                .map(Kind::eventClass)
                .contains(Optional.of(Vocabulary.IMAGE_ACQUISITION));
        assertThat(ontology.findKind(Scheme.OUTCOME, "sem")).isEmpty();
    }

    @Test
    void noNameOfAKindStandsForTwoKindsOfOneList() {
        for (var scheme : Scheme.values()) {
            for (var kind : ontology.kinds(scheme)) {
                var names = new ArrayList<>(kind.aliases());
                names.add(kind.label());
                for (var name : names) {
                    assertThat(ontology.findKind(scheme, name)).as(name).contains(kind);
                }
            }
        }
    }

    @Test
    void everyAliasOfAPropertyFindsIt() {
        for (var property : ontology.properties()) {
            for (var alias : property.aliases()) {
                assertThat(ontology.findProperty(alias)).as(alias).contains(property);
            }
        }
    }

    @Test
    void superclassesGoUpToProvAndSosa() {
        assertThat(ontology.superclasses(Vocabulary.IMAGE_ACQUISITION))
                .containsExactly(
                        Vocabulary.MEASUREMENT, Vocabulary.EVENT, Vocabulary.PROV_ACTIVITY);
        assertThat(ontology.superclasses(Vocabulary.SAMPLE))
                .contains(Vocabulary.PROV_ENTITY, Vocabulary.SOSA_MATERIAL_SAMPLE)
                .doesNotContain(Vocabulary.SAMPLE);
    }

    @Test
    void anUnknownPropertyIsRefusedWithTheNearestNames() {
        assertThatThrownBy(() -> ontology.property(Term.of("lsp:sinteringTemprature")))
                .isInstanceOf(UnknownTerm.class)
                .hasMessageContaining("Maybe lsp:sinteringTemperature");
    }

    @Test
    void anUnknownPrefixIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Term.of("foo:bar"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("foo")
                .hasMessageContaining("lsp");
    }

    @Test
    void aTermIsShownShortAndReadBack() {
        var term = Term.of("lsp:sinteringTemperature");
        assertThat(term.iri()).isEqualTo(Namespaces.LSP + "sinteringTemperature");
        assertThat(term).hasToString("lsp:sinteringTemperature");
        assertThat(term.localName()).isEqualTo("sinteringTemperature");
        assertThat(Term.of("https://example.org/a/b").curie()).isEqualTo("https://example.org/a/b");
        for (var known : ontology.terms()) {
            assertThat(Term.of(known.curie())).isEqualTo(known);
        }
    }

    @Test
    void theEndsOfEveryRelationAreKnown() {
        assertThat(ontology.relations()).hasSizeGreaterThan(50);
        for (var relation : ontology.relations()) {
            assertThat(List.of(relation.property(), relation.domain(), relation.range()))
                    .allMatch(ontology::isDefined);
        }
    }

    @Test
    void theFingerprintIsThatOfTheFiles() {
        assertThat(ontology.fingerprint()).matches("[0-9a-f]{64}");
        ontology.turtleFiles().values().forEach(bytes -> Arrays.fill(bytes, (byte) 0));
        assertThat(new String(ontology.turtleFiles().get("units.ttl"), UTF_8))
                .startsWith("# Units");
    }

    private static boolean isOurs(String iri) {
        return OURS.stream().anyMatch(base -> iri.startsWith(base) && iri.length() > base.length());
    }

    private static List<String> objects(Graph graph, Term subject, String property) {
        return graph.stream(
                        NodeFactory.createURI(subject.iri()),
                        NodeFactory.createURI(property),
                        Node.ANY)
                .map(triple -> triple.getObject())
                .map(node -> node.isURI() ? node.getURI() : node.getLiteralLexicalForm())
                .toList();
    }

    private Graph graph() throws URISyntaxException {
        var graph = GraphFactory.createDefaultGraph();
        ontology.turtleFiles()
                .keySet()
                .forEach(name -> RDFDataMgr.read(graph, home().resolve(name).toUri().toString()));
        return graph;
    }

    private static Graph load(Path file) {
        var graph = GraphFactory.createDefaultGraph();
        RDFDataMgr.read(graph, file.toUri().toString());
        return graph;
    }

    private static List<Path> turtle() throws IOException {
        try (var files = Files.walk(home())) {
            return files.filter(file -> file.toString().endsWith(".ttl")).sorted().toList();
        }
    }

    private static Path home() {
        try {
            var file = Ontology.class.getResource("/dev/lodestone/ontology/lodestone.ttl");
            return Path.of(requireNonNull(file).toURI()).resolveSibling("");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
