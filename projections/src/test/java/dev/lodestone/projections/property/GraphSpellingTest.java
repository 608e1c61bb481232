package dev.lodestone.projections.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.RecordId;
import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.LogMeaning;
import dev.lodestone.projections.translate.Node;
import dev.lodestone.projections.translate.Node.Literal;
import dev.lodestone.projections.translate.Node.Resource;
import dev.lodestone.projections.translate.Statement;
import dev.lodestone.projections.translate.StatementSink;
import dev.lodestone.testkit.Lab;
import dev.lodestone.testkit.LogGenerator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphSpellingTest {
    private static final String DATUM = "https://lodestone.local/id/datum/1";

    @TempDir private Path data;

    @Test
    void everyWordHasASpellingOfItsOwnAndAWayBack() {
        var relations = new HashMap<String, String>();
        var keys = new HashMap<String, String>();
        var labels = new HashMap<String, String>();
        var strange =
                List.of("http://purl.obolibrary.org/obo/CHEBI_28112", Namespaces.LS + "odd_name");
        var iris = new ArrayList<>(strange);
        Ontology.lodestone().terms().stream().map(Term::iri).forEach(iris::add);
        for (var iri : iris) {
            var relation = GraphSpelling.relation(iri);
            assertThat(GraphSpelling.predicate(relation.type()))
                    .isEqualTo(new GraphSpelling.Predicate(iri, relation.forward()));
            assertThat(relations.put(relation.type(), iri)).isNull();
            var key = GraphSpelling.key(iri);
            assertThat(GraphSpelling.keyNamed(key.name())).isEqualTo(key);
            assertThat(keys.put(key.name(), iri)).isNull();
            String label = GraphSpelling.label(iri);
            assertThat(GraphSpelling.typeNamed(label)).isEqualTo(iri);
            assertThat(labels.put(label, iri)).isNull();
        }
    }

    @Test
    void whatPeopleReadIsShort() {
        assertThat(GraphSpelling.relation(Namespaces.PROV + "wasGeneratedBy"))
                .isEqualTo(new GraphSpelling.Relation("GENERATED", false));
        assertThat(GraphSpelling.relation(Namespaces.LS + "hasComponent").type())
                .isEqualTo("HAS_COMPONENT");
        assertThat(GraphSpelling.key(Namespaces.LSP + "density").name()).isEqualTo("density_SI");
        assertThat(GraphSpelling.key(Namespaces.PROV + "startedAtTime").name()).isEqualTo("start");
        assertThat(GraphSpelling.label(Namespaces.LS + "Sample")).isEqualTo("Sample");
        assertThat(GraphSpelling.label(Namespaces.PROV + "Activity")).isEqualTo("Activity");
        assertThat(GraphSpelling.label(Namespaces.SOSA + "Sample")).isEqualTo("sosa_Sample");
    }

    @Test
    void valuesOfEverySortComeBackWhateverCompanyTheyHave() {
        var values =
                List.<Node>of(
                        literal("850", "decimal"),
                        literal("0.1", "decimal"),
                        literal("0.30000000000000000001", "decimal"),
                        literal("1123.15", "double"),
                        literal("NaN", "double"),
                        literal("-0.0", "double"),
                        literal("7", "integer"),
                        literal("99999999999999999999", "integer"),
                        literal("true", "boolean"),
                        literal("2026-11-20T10:00:00.25Z", "dateTime"),
                        literal("2026-11-20T10:00:00+02:00", "dateTime"),
                        literal("2026", "gYear"),
                        literal("lsk:Success", "string"),
                        literal("", "string"),
                        new Literal("x", "https://example.org/type"),
                        new Resource(Namespaces.LSK + "Success"));
        for (var predicate : List.of("value", "valueSI", "kind", "asRecorded", "labOrder")) {
            for (var one : values) {
                for (var other : values) {
                    var said =
                            Set.of(
                                    new Statement(DATUM, Namespaces.LS + predicate, one),
                                    new Statement(DATUM, Namespaces.RDFS + "label", one));
                    var all = new HashSet<>(said);
                    all.add(new Statement(DATUM, Namespaces.LS + predicate, other));
                    var node = ResourceNode.of(DATUM, all);
                    assertThat(told(node)).isEqualTo(all);
                    assertThat(node.changed(all, said)).isEqualTo(ResourceNode.of(DATUM, said));
                }
            }
        }
    }

    private static Literal literal(String lexical, String type) {
        return new Literal(lexical, Namespaces.XSD + type);
    }

    private static Set<Statement> told(ResourceNode node) {
        var told = new HashSet<Statement>();
        node.tell(told::add);
        return told;
    }

    @Test
    void aRealLogNeedsNoKeysThatNameASort() {
        var bySubject = new HashMap<String, Set<Statement>>();
        try (var lab = Lab.in(data, 5)) {
            new LogGenerator(lab, 5).generate(150);
            new LogMeaning(lab.log(), Ontology.lodestone(), Iris.DEFAULT)
                    .whole(
                            lab.head(),
                            new StatementSink() {
                                @Override
                                public void statement(Statement statement) {
                                    if (!ResourceNode.isRelationship(statement)) {
                                        bySubject
                                                .computeIfAbsent(
                                                        statement.subject(), _ -> new HashSet<>())
                                                .add(statement);
                                    }
                                }

                                @Override
                                public void shelved(RecordId record, Statement statement) {}
                            });
        }
        var sorted = new TreeSet<String>();
        bySubject.forEach((subject, statements) ->
                ResourceNode.of(subject, statements).properties().keySet().stream()
                        .filter(key -> key.contains("__"))
                        .forEach(sorted::add));
        assertThat(sorted).isEmpty();
    }
}
