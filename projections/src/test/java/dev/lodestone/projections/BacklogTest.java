package dev.lodestone.projections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.log.LogPosition;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacklogTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Backlog backlog = new Backlog(5_000, 3);

    @ParameterizedTest
    @CsvSource({
        "0, 5_000, false",
        "0, 5_001, true",
        "20_000, 30_000, false",
        "19_999, 30_000, true",
        "1_000_000, 1_400_000, false",
        "1_000_000, 1_600_000, true",
    })
    void whereTheLogIsStillWhatIsSoonerDoneIsDone(String reached, String head, boolean built) {
        backlog.see(at(head), 0);
        assertThat(backlog.isTooLong(at(reached), 0)).isEqualTo(built);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 200_000, false",
        "0, 200_001, true",
        "250_000, 999_999, false",
        "250_000, 1_000_001, true",
    })
    void whereTheLogGrowsItIsBuiltWhenItHasAQuarter(String reached, String head, boolean built) {
        backlog.see(at("1"), 0);
        backlog.see(at(head), SECOND);
        assertThat(backlog.isTooLong(at(reached), SECOND)).isEqualTo(built);
    }

    @Test
    void aLogIsStillASecondAfterItGrew() {
        backlog.see(at("1"), 0);
        backlog.see(at("10_000"), SECOND);
        assertThat(backlog.isTooLong(at("1"), 2 * SECOND - 1)).isFalse();
        assertThat(backlog.isTooLong(at("1"), 2 * SECOND)).isTrue();
    }

    private static LogPosition at(String position) {
        return new LogPosition(Long.parseLong(position.replace("_", "")));
    }
}
