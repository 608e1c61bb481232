package dev.lodestone.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.AgentId;
import dev.lodestone.events.AgentType;
import dev.lodestone.events.Draft;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.SourceRef;
import dev.lodestone.events.ThingEvent.AgentRegistered;
import dev.lodestone.query.learning.CathodeLab;
import dev.lodestone.query.learning.LogRecords;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceBookTest {
    private static final AgentId ADA = new AgentId("ada");
    private static final AgentId EMMY = new AgentId("emmy");

    @TempDir private Path directory;

    @Test
    void aSourceNamesThoseWhoMadeWhatWasTakenFromItOnce() {
        try (var lab = new CathodeLab(directory, 1)) {
            register(lab, ADA, "Ada Byron");
            register(lab, EMMY, "Emmy Noether");
            var one = sample(lab, "x", List.of(ADA));
            var two = sample(lab, "y", List.of(EMMY, ADA));

            var records = new LogRecords(lab.log());
            var book = new SourceBook(records);
            book.note(records.find(one).orElseThrow(), 1);
            book.note(records.find(two).orElseThrow(), 2);

            assertThat(book.parts())
                    .singleElement()
                    .satisfies(part -> {
                        assertThat(part.credit()).containsExactly("Ada Byron", "Emmy Noether");
                        assertThat(part.cells()).isEqualTo(3);
                    });
        }
    }

    private static void register(CathodeLab lab, AgentId agent, String name) {
        lab.record(
                Draft.of(
                        lab.intake().newId(),
                        new AgentRegistered(
                                Occurrence.UNKNOWN,
                                agent,
                                AgentType.PERSON,
                                name,
                                Optional.empty(),
                                Optional.empty())));
    }

    private static RecordId sample(CathodeLab lab, String name, List<AgentId> credit) {
        return lab.record(
                        Draft.of(
                                        lab.intake().newId(),
                                        new SampleRegistered(
                                                Occurrence.UNKNOWN,
                                                List.of(SampleDescription.of(new SampleId(name)))))
                                .from(
                                        new SourceRef(
                                                CathodeLab.SHEET,
                                                Optional.empty(),
                                                Optional.of(name),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                credit,
                                                Map.of())))
                .record();
    }
}
