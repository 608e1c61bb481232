package dev.lodestone.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClosedListsTest {
    @Test
    void everyWordOfAClosedListIsAConceptOfTheOntology() {
        var terms =
                Stream.of(
                                Stream.of(HowKnown.values()).map(HowKnown::term),
                                Stream.of(Outcome.values()).map(Outcome::term),
                                Stream.of(Mode.values()).map(Mode::term),
                                Stream.of(Effect.values()).map(Effect::term),
                                Stream.of(Because.values()).map(Because::term),
                                Stream.of(Ending.values()).map(Ending::term),
                                Stream.of(AgentType.values()).map(AgentType::term))
                        .flatMap(words -> words);
        assertThat(terms).allMatch(Ontology.lodestone()::isDefined);
    }

    @Test
    void everyPrecisionOfALabTimeIsAConceptOfTheOntology() {
        var now = Instant.EPOCH;
        var times =
                List.of(
                        LabTime.UNKNOWN,
                        LabTime.at(now),
                        LabTime.between(now, now),
                        LabTime.on(LocalDate.EPOCH),
                        LabTime.order(1));
        assertThat(times)
                .extracting(LabTime::precision)
                .containsExactly("TimeUnknown", "Instant", "Interval", "Date", "OrderOnly")
                .allMatch(word -> Ontology.lodestone().isDefined(new Term(Namespaces.LSK + word)));
    }
}
