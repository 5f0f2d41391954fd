package io.evenflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  private static Horizon hours(int periods, int stepMinutes) {
    return new Horizon(OffsetDateTime.parse("2024-04-09T00:00:00+02:00"), periods, stepMinutes);
  }

  @ParameterizedTest
  @CsvSource({"1234567.891, '1,234,567.89'", "-0.001, 0.00", "-12.5, -12.50", "NaN, –"})
  void moneyHasTwoDecimals(double value, String text) {
    assertThat(Figures.money(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.25, 25 %", "0.0036, 0.36 %", "0.000004, 0.0004 %", "0, less than 0.0001 %"})
  void smallSharesDoNotLookLikeNothing(double share, String text) {
    assertThat(Figures.percent(share)).isEqualTo(text);
  }

  @Test
  void periodsThatFollowEachOtherAreOneRange() {
    assertThat(Clock.ranges(hours(24, 60), List.of(17, 18, 19, 21, 23)))
        .isEqualTo("17:00–20:00, 21:00–22:00, 23:00–00:00");
  }

  @Test
  void rangesOfSeveralDaysNameEachDayOnce() {
    assertThat(Clock.ranges(hours(48, 60), List.of(17, 18, 20, 23, 24, 25, 29, 47)))
        .isEqualTo(
            "9 Apr 17:00–19:00, 20:00–21:00, 23:00–10 Apr 02:00, 05:00–06:00, 23:00–11 Apr 00:00");
    assertThat(Clock.time(hours(48, 60), 25)).isEqualTo("10 Apr 01:00");
  }

  @Test
  void theHeadlineHasTheZone() {
    Horizon autumn =
        new Horizon(
            OffsetDateTime.parse("2024-10-26T22:00:00Z"), 25, 60, ZoneId.of("Europe/Berlin"));
    assertThat(Clock.dayAndTime(autumn, 0)).isEqualTo("2024-10-27 00:00 Europe/Berlin");
    assertThat(Clock.ranges(autumn, List.of(2))).isEqualTo("02:00+02:00–02:00+01:00");
  }

  @Test
  void columnsAreAlignedByTheirWidestCell() {
    assertThat(new Table().row("", "kWh").row("ev1", "1.0").row("bus 12", "100.0").lines())
        .containsExactly(
            "          kWh", //
            "ev1       1.0",
            "bus 12  100.0");
  }

  @Test
  void hoursStandAboveTheirBars() {
    assertThat(new TimeAxis(hours(24, 60), 1, 2).lines())
        .containsExactly("00    03    06    09    12    15    18    21");
    assertThat(new TimeAxis(hours(96, 15), 2, 1).lines())
        .containsExactly("00    03    06    09    12    15    18    21");
  }

  @Test
  void datesStandAboveTheHoursOfSeveralDays() {
    assertThat(new TimeAxis(hours(48, 60), 1, 1).lines())
        .containsExactly(
            "9 Apr                   10 Apr", //
            "00    06    12    18    00    06    12    18");
    Horizon fromEvening =
        new Horizon(
            OffsetDateTime.parse("2024-10-26T18:00:00+02:00"), 55, 60, ZoneId.of("Europe/Berlin"));
    // Bars of two hours; clocks go back in the night to the 27th.
    assertThat(new TimeAxis(fromEvening, 2, 1).lines())
        .containsExactly(
            "   27 Oct      28 Oct", //
            "   00    12    00    12");
    assertThat(new TimeAxis(hours(14 * 24, 60), 7, 1).lines().getFirst())
        .isEqualTo("9 Apr 11 Apr 13 Apr 15 Apr 17 Apr 19 Apr 21 Apr");
  }
}
