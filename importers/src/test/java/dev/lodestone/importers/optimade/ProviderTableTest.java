package dev.lodestone.importers.optimade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProviderTableTest {
    /// All of the table, checked here because a typing error in it would be met by nobody's data.
    @Test
    void everyRowOfTheTableOfProvidersHasANameOfItsOwnAndTermsThatExist() {
        var rows = ProviderTable.builtIn().rows();
        assertThat(rows).extracting(Provider::name).doesNotHaveDuplicates();
        assertThat(rows)
                .extracting(Provider::name)
                .contains("aflow", "alexandria-pbe", "cod", "jarvis", "mc2d", "mp", "mpds", "oqmd");
        var ontology = dev.lodestone.ontology.Ontology.lodestone();
        for (var row : rows) {
            for (var rule : row.fields()) {
                switch (rule.meaning()) {
                    case FieldRule.Meaning.Amount(var property, var unit) -> {
                        assertThat(ontology.isDefined(property)).as(rule.path()).isTrue();
                        assertThat(unit.stream().toList()).allMatch(ontology::isDefined);
                    }
                    case FieldRule.Meaning.Words(var property) ->
                            assertThat(ontology.isDefined(property)).as(rule.path()).isTrue();
                    case FieldRule.Meaning.Name(var scope) -> assertThat(scope).isNotBlank();
                }
                if (rule.condition().orElse(null)
                        instanceof FieldRule.Condition.Functional(var functional)) {
                    assertThat(ontology.isDefined(functional)).as(rule.path()).isTrue();
                }
            }
        }
    }
}
