package dev.lodestone.query.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.Effect;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.SampleId;
import dev.lodestone.query.Json;
import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.LodestoneException.NotFound;
import dev.lodestone.query.sparql.GraphedLab;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.states.SampleStates.Member;
import dev.lodestone.query.states.SampleStates.StateClass;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateEquivalenceTest {
    private static final EquivalenceRules AT_REST =
            RulesReader.read(
                    """
                    {"name": "at-rest", "version": "2", "purpose": "composition", "rules": [
                      {"leavesUnchanged": ["ls:Storage", "ls:Transport"],
                       "when": ["storageTemperature<=30 °C"],
                       "because": "nothing evaporates at room temperature"}]}
                    """,
                    "at-rest.json");

    private GraphedLab lab;
    private SampleId powder;

    @BeforeEach
    void open(@TempDir Path directory) {
        lab = new GraphedLab(directory, 1);
        powder = lab.lab().sample("P");
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void strictlyEachEventThatChangesStateSeparates() {
        lab.lab().sinter(LabTime.order(1), "850", powder);
        lab.store(LabTime.order(2), powder, "storageTemperature=25 DEG_C");
        lab.lab().measure(LabTime.order(3), "205.1", powder);
        var states = ask(EquivalenceRules.STRICT);
        assertThat(states.states()).isEqualTo(3);
        assertThat(states.classes())
                .extracting(each -> each.begunBy().what() + " " + each.values().size())
                .containsExactly("sample registration 0", "sintering 0", "storage 1");
        assertThat(states.classes()).allSatisfy(each -> assertThat(each.states()).hasSize(1));
        assertThat(states.classes().getFirst().endedBy().orElseThrow().what())
                .isEqualTo("sintering");
    }

    @Test
    void aRuleMergesTheStatesAroundAnEventAndHangsTheirValuesOnOneClass() {
        lab.lab().sinter(LabTime.order(1), "850", powder);
        lab.lab().measure(LabTime.order(2), "205.1", powder);
        lab.store(LabTime.order(3), powder, "storageTemperature=25 DEG_C");
        lab.lab().measure(LabTime.order(4), "204.9", powder);
        lab.store(LabTime.order(5), powder, "storageTemperature=60 DEG_C");
        var states = ask(AT_REST);
        assertThat(states.states()).isEqualTo(4);
        assertThat(states.classes())
                .extracting(each -> each.states().size() + " " + each.values().size())
                .containsExactly("1 0", "2 2", "1 0");
        var merged = states.classes().get(1);
        assertThat(merged.id()).isEqualTo(merged.states().getFirst().state());
        assertThat(merged.within()).hasSize(1);
        assertThat(merged.within().getFirst().rule())
                .contains("ls:Storage or ls:Transport with storageTemperature<=30 °C");
        assertThat(states.undecided()).isEmpty();
        assertThat(states.text())
                .contains("rules at-rest version 2 (composition)")
                .contains("4 states in 3 classes")
                .contains("unchanged by storage")
                .contains("204.9 mAh/g");
        assertThat(Json.write(states)).contains("\"sha256\"", "\"within\"");
    }

    @Test
    void whereTheConditionOfARuleIsNotKnownTheEventSeparatesAndThisIsSaid() {
        lab.store(LabTime.order(1), powder, "relativeHumidity=40 PERCENT");
        lab.store(LabTime.order(2), powder, "storageTemperature=20 DEG_C as Assumed");
        var states = ask(AT_REST);
        assertThat(states.classes()).hasSize(3);
        assertThat(states.undecided())
                .extracting(undecided -> undecided.what() + ": " + undecided.why().getFirst())
                .containsExactly(
                        "storage: its storage temperature is not known",
                        "storage: its storage temperature is only assumed");
        assertThat(states.text()).contains("! storage separates, because");
    }

    @Test
    void aCorrectionOfAConditionSeparatesOrMergesAnew() {
        var stored = lab.store(LabTime.order(1), powder, "storageTemperature=60 DEG_C");
        assertThat(ask(AT_REST).classes()).hasSize(2);
        lab.lab()
                .correct(
                        stored,
                        GraphedLab.storage(
                                LabTime.order(1), powder, "storageTemperature=16 DEG_C"));
        assertThat(ask(AT_REST).classes()).hasSize(1);
        assertThat(ask(EquivalenceRules.STRICT).classes()).hasSize(2);
    }

    @Test
    void aSplitThatLeavesTheSampleAsItWasJoinsThePartsToTheParent() {
        lab.lab().sinter(LabTime.order(1), "850", powder);
        lab.lab().split(LabTime.order(2), powder, "A", "B");
        var part = new SampleId("A");
        lab.lab().measure(LabTime.order(3), "205.1", new SampleId("B"));
        lab.lab().sinter(LabTime.order(4), "900", part);
        assertThat(ask("A", EquivalenceRules.STRICT).classes()).hasSize(2);
        var states = ask("A", rules("ls:Split"));
        assertThat(states.classes()).hasSize(2);
        var first = states.classes().getFirst();
        assertThat(first.states())
                .extracting(Member::label)
                .containsExactlyInAnyOrder("A", "B", "P", "P");
        assertThat(first.begunBy().what()).isEqualTo("sintering");
        assertThat(first.values()).hasSize(1);
        assertThat(states.text()).contains("the same as P state 1");
    }

    @Test
    void whatAMergeMadeIsNeverTheSameAsWhatWentIn() {
        lab.lab().merge(LabTime.order(1), "M", powder, lab.lab().sample("Q"));
        assertThat(ask("M", rules("ls:Event")).classes())
                .extracting(StateClass::states)
                .allSatisfy(states ->
                        assertThat(states).extracting(Member::label).containsExactly("M"));
    }

    @Test
    void aMeasurementThatAltersSeparatesUnlessARuleSaysOtherwise() {
        lab.lab().measure(LabTime.order(1), "205.1", Effect.ALTERS, powder);
        lab.lab().destroy(LabTime.order(2), powder);
        assertThat(ask(EquivalenceRules.STRICT).classes()).hasSize(2);
        var harmless = ask(rules("lsk:GalvanostaticCycling")).classes();
        assertThat(harmless).hasSize(1);
        assertThat(harmless.getFirst().endedBy()).isPresent();
    }

    @Test
    void theCannedQueryGivesTheStrictStates() {
        lab.lab().sinter(LabTime.order(1), "850", powder);
        lab.lab().measure(LabTime.order(2), "205.1", powder);
        lab.store(LabTime.order(3), powder);
        var sample = new Parameter.Iri(GraphedLab.BASE + "/sample/P");
        var rows =
                lab.queries()
                        .ask(session -> session.rows("sample-states", Map.of("sample", sample)));
        assertThat(rows)
                .extracting(row ->
                        "%s %s %s"
                                .formatted(
                                        row.get("sequence"),
                                        row.get("kindLabel"),
                                        row.get("values")))
                .containsExactly("0 sample registration 0", "1 sintering 1", "2 storage 0");
        assertThat(ask(EquivalenceRules.STRICT).classes())
                .extracting(StateClass::id)
                .containsExactlyElementsOf(rows.stream().map(row -> row.get("state")).toList());
        var values =
                lab.queries()
                        .ask(session ->
                                session.rows("sample-state-values", Map.of("sample", sample)));
        assertThat(values)
                .extracting(row -> row.get("state") + " " + row.get("value"))
                .containsExactly(rows.get(1).get("state") + " 205.1");
    }

    @Test
    void anUnknownSampleIsSaidInWords() {
        assertThatThrownBy(() -> ask("Z", EquivalenceRules.STRICT))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("(Z)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{ | line 1",
                "[] | at /",
                "{'name':'x','version':'1','rules':{}} | /rules",
                "{'version':'1','rules':[]} | /name",
                "{'name':'x','version':'1','rule':[],'rules':[]} | /rule",
                "{'name':'x','version':'1','rules':[{'leavesUnchanged':[]}]} | /rules/0/leavesUnchanged",
                "{'name':'x','version':'1','rules':[{'leavesUnchanged':['lsk:Sintring']}]} | lsk:Sintering",
                "{'name':'x','version':'1','rules':[{'leavesUnchanged':['ls:Storage'],'when':['storageTemperature<=30 mAh/g']}]} | /rules/0/when/0",
            })
    void wrongRulesAreRefusedWithThePlace(String text, String place) {
        assertThatThrownBy(() -> RulesReader.read(text.replace('\'', '"'), "rules.json"))
                .isInstanceOf(Incorrect.class)
                .hasMessageContaining("rules.json")
                .hasMessageContaining(place)
                .hasMessageContaining("Maybe");
    }

    private static EquivalenceRules rules(String sort) {
        return RulesReader.read(
                "{\"name\":\"x\",\"version\":\"1\",\"rules\":[{\"leavesUnchanged\":[\"%s\"]}]}"
                        .formatted(sort),
                "x");
    }

    private SampleStates ask(EquivalenceRules rules) {
        return ask("P", rules);
    }

    private SampleStates ask(String sample, EquivalenceRules rules) {
        return new StateEquivalence(lab.queries(), GraphedLab.BASE).of(sample, rules);
    }
}
