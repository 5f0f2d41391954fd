package io.evenflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTimeTest {
  private static ChartTime time(int periods, int stepMinutes) {
    return ChartTime.of(
        new Horizon(OffsetDateTime.parse("2024-04-09T00:00:00+02:00"), periods, stepMinutes));
  }

  @ParameterizedTest
  @CsvSource({
    "24, 60, 2",
    "96, 15, 8",
    "48, 60, 6",
    "3, 60, 1",
    "32, 45, 4",
    "7, 50, 1",
    "336, 60, 48",
    "672, 15, 96"
  })
  void labelsStandAtWholeHoursWhereTheyCan(int periods, int stepMinutes, int every) {
    assertThat(time(periods, stepMinutes).every()).isEqualTo(every);
  }

  @Test
  void aLongerHorizonNamesTheDay() {
    assertThat(time(24, 60).labels()).startsWith("00:00", "01:00").endsWith("00:00");
    assertThat(time(48, 60).labels()).startsWith("9 Apr 00:00", "9 Apr 01:00");
    assertThat(time(48, 60).labels().getLast()).isEqualTo("11 Apr 00:00");
  }

  @Test
  void theAxisNamesEachDayOnce() {
    assertThat(marks("2024-04-09T00:00:00+02:00", 24)).startsWith("00:00", "02:00", "04:00");
    assertThat(marks("2024-04-09T00:00:00+02:00", 48))
        .containsExactly(
            "9 Apr", "06:00", "12:00", "18:00", "10 Apr", "06:00", "12:00", "18:00", "11 Apr");
    assertThat(marks("2024-12-31T17:00:00+01:00", 24))
        .containsExactly(
            "31 Dec 17:00",
            "19:00",
            "21:00",
            "23:00",
            "1 Jan 01:00",
            "03:00",
            "05:00",
            "07:00",
            "09:00",
            "11:00",
            "13:00",
            "15:00",
            "17:00");
  }

  /** What the axis shows: every so many periods a mark. */
  private static List<String> marks(String start, int hours) {
    ChartTime time = ChartTime.of(new Horizon(OffsetDateTime.parse(start), hours, 60));
    return IntStream.rangeClosed(0, hours / time.every())
        .mapToObj(i -> time.marks().get(i * time.every()))
        .toList();
  }

  @Test
  void theHourThatComesTwiceHasItsOffset() {
    Horizon autumn =
        new Horizon(
            OffsetDateTime.parse("2024-10-27T00:00:00+02:00"), 25, 60, ZoneId.of("Europe/Berlin"));
    assertThat(ChartTime.of(autumn).labels())
        .startsWith("00:00", "01:00", "02:00+02:00", "02:00+01:00", "03:00")
        .endsWith("23:00", "00:00");
    Horizon spring =
        new Horizon(
            OffsetDateTime.parse("2024-03-31T00:00:00+01:00"), 23, 60, ZoneId.of("Europe/Berlin"));
    assertThat(ChartTime.of(spring).labels()).startsWith("00:00", "01:00", "03:00").hasSize(24);
  }
}
