package dev.lodestone.events.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KindsTest {
    @Test
    void noKindHasAFieldOfTheEnvelope() {
        var envelope = Set.of("type", "version", "id", "event", "access", "origin");
        for (var kind : Kinds.records().values()) {
            assertThat(
                            Arrays.stream(kind.getRecordComponents())
                                    .map(component -> component.getName()))
                    .as(kind.getSimpleName())
                    .doesNotContainAnyElementsOf(envelope);
        }
    }
}
