package dev.lodestone.projections.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.AgentId;
import dev.lodestone.events.AgentType;
import dev.lodestone.events.Draft;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.SourceId;
import dev.lodestone.events.SourceRef;
import dev.lodestone.events.ThingEvent.AgentRegistered;
import dev.lodestone.events.intake.Refused;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.testkit.Lab;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who is to be named with a record.
class CreditTest {
    private static final AgentId ADA = new AgentId("ada");

    @TempDir private Path directory;

    @Test
    void theMakersOfARecordAreNamedWithItAndAreNotItsDoers() {
        try (var lab = Lab.in(directory)) {
            lab.record(
                    new AgentRegistered(
                            Occurrence.UNKNOWN,
                            ADA,
                            AgentType.PERSON,
                            "Ada Byron",
                            Optional.empty(),
                            Optional.empty()));
            var record = lab.record(credited(lab)).record();

            var graph =
                    new LogMeaning(lab.log(), Ontology.lodestone(), Iris.DEFAULT)
                            .delta(LogPosition.START, lab.head())
                            .added();

            assertThat(graph)
                    .contains(
                            new Statement(
                                    Iris.DEFAULT.of(record),
                                    Namespaces.expand("dcterms:creator"),
                                    Nodes.iri(Iris.DEFAULT.of(ADA))))
                    .noneMatch(statement ->
                            statement.predicate().equals(Namespaces.expand("ls:operator")));
        }
    }

    @Test
    void oneWhoIsNotRegisteredIsRefused() {
        try (var lab = Lab.in(directory)) {
            var draft = credited(lab);

            assertThatThrownBy(() -> lab.record(draft))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("The agent (ada) is not known.");
        }
    }

    private static Draft credited(Lab lab) {
        return Draft.of(
                        lab.intake().newId(),
                        new SampleRegistered(
                                Occurrence.UNKNOWN,
                                List.of(SampleDescription.of(new SampleId("s")))))
                .from(
                        new SourceRef(
                                new SourceId("nomad"),
                                Optional.empty(),
                                Optional.of("s"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(ADA),
                                Map.of()));
    }
}
