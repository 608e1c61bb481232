package dev.lodestone.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LabTimeTest {
    private final TimeZone zoneBefore = TimeZone.getDefault();

    @AfterEach
    void zoneBack() {
        TimeZone.setDefault(zoneBefore);
    }

    @Test
    void aDayBeginsWhereItBeginsFirstAndEndsWhereItEndsLastWhateverTheZoneOfTheMachine() {
        for (var zone : List.of("UTC", "Pacific/Kiritimati", "Etc/GMT+12", "Asia/Kathmandu")) {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            var day = LabTime.on(LocalDate.of(2022, 8, 18));
            assertThat(day.earliest()).contains(Instant.parse("2022-08-17T10:00:00Z"));
            assertThat(day.latest()).contains(Instant.parse("2022-08-19T12:00:00Z"));
        }
    }

    @Test
    void theDayOfAnInstantHoldsItInEveryZone() {
        var instant = Instant.parse("2022-08-18T11:59:59Z");
        for (var zone : ZoneId.getAvailableZoneIds()) {
            var day = LabTime.on(instant.atZone(ZoneId.of(zone)).toLocalDate());
            assertThat(day.earliest().orElseThrow()).as(zone).isBeforeOrEqualTo(instant);
            assertThat(day.latest().orElseThrow()).as(zone).isAfterOrEqualTo(instant);
        }
    }

    @Test
    void aMonthAndAYearHoldAllTheirDays() {
        assertThat(LabTime.in(YearMonth.of(2024, 2)).earliest())
                .contains(Instant.parse("2024-01-31T10:00:00Z"));
        assertThat(LabTime.in(YearMonth.of(2024, 2)).latest())
                .contains(Instant.parse("2024-03-01T12:00:00Z"));
        assertThat(LabTime.in(Year.of(2022)).earliest())
                .contains(Instant.parse("2021-12-31T10:00:00Z"));
        assertThat(LabTime.in(Year.of(2022)).latest())
                .contains(Instant.parse("2023-01-01T12:00:00Z"));
    }

    @Test
    void onlyAnInstantAndAFromToAreExact() {
        var instant = Instant.parse("2022-08-18T09:30:00Z");
        assertThat(LabTime.at(instant).exact()).isTrue();
        assertThat(LabTime.between(instant, instant.plusSeconds(1)).exact()).isTrue();
        assertThat(LabTime.on(LocalDate.of(2022, 8, 18)).exact()).isFalse();
        assertThat(LabTime.UNKNOWN.exact()).isFalse();
    }

    @Test
    void thePrecisionIsThatOfTheFormGiven() {
        var instant = Instant.parse("2022-08-18T09:30:00Z");
        assertThat(LabTime.at(instant).precision()).isEqualTo("Instant");
        assertThat(LabTime.between(instant, instant).precision()).isEqualTo("Interval");
        assertThat(LabTime.on(LocalDate.of(2022, 8, 18)).precision()).isEqualTo("Date");
        assertThat(LabTime.in(YearMonth.of(2022, 8)).precision()).isEqualTo("Month");
        assertThat(LabTime.in(Year.of(2022)).precision()).isEqualTo("Year");
        assertThat(LabTime.order(3).precision()).isEqualTo("OrderOnly");
        assertThat(LabTime.UNKNOWN.precision()).isEqualTo("TimeUnknown");
    }
}
