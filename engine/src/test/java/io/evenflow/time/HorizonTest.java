package io.evenflow.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HorizonTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static Horizon hours(String start, int periods, @Nullable ZoneId zone) {
    return new Horizon(OffsetDateTime.parse(start), periods, 60, zone);
  }

  @Test
  void withoutAZoneTheOffsetStaysThatOfTheStart() {
    Horizon day = hours("2024-03-31T00:00:00+01:00", 24, null);
    assertThat(day.startOf(4)).hasToString("2024-03-31T04:00+01:00");
  }

  @Test
  void withAZoneClocksLeaveAnHourOut() {
    Horizon day = hours("2024-03-31T00:00:00+01:00", 23, BERLIN);
    assertThat(day.startOf(1)).hasToString("2024-03-31T01:00+01:00");
    assertThat(day.startOf(2)).hasToString("2024-03-31T03:00+02:00");
    assertThat(day.startOf(23)).hasToString("2024-04-01T00:00+02:00");
  }

  @Test
  void withAZoneAnHourComesTwice() {
    Horizon day = hours("2024-10-27T00:00:00+02:00", 25, BERLIN);
    assertThat(day.startOf(2)).hasToString("2024-10-27T02:00+02:00");
    assertThat(day.startOf(3)).hasToString("2024-10-27T02:00+01:00");
    assertThat(day.startOf(25)).hasToString("2024-10-28T00:00+01:00");
  }

  @Test
  void theStartIsShownInTheZoneToo() {
    assertThat(hours("2024-07-01T00:00:00Z", 1, BERLIN).startOf(0))
        .hasToString("2024-07-01T02:00+02:00");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-04-09T00:00:00+02:00, 24, false",
    "2024-04-09T00:00:00+02:00, 25, true",
    "2024-04-09T12:00:00+02:00, 12, false",
    "2024-04-09T12:00:00+02:00, 24, true",
    "2024-10-27T00:00:00+02:00, 25, false",
    "2024-03-31T00:00:00+01:00, 24, true",
  })
  void midnightEndsTheDayBeforeIt(String start, int periods, boolean spansDays) {
    assertThat(hours(start, periods, BERLIN).spansDays()).isEqualTo(spansDays);
  }
}
