package io.evenflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
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
  void columnsAreAlignedByTheirWidestCell() {
    assertThat(new Table().row("", "kWh").row("ev1", "1.0").row("bus 12", "100.0").lines())
        .containsExactly(
            "          kWh", //
            "ev1       1.0",
            "bus 12  100.0");
  }

  @Test
  void hoursStandAboveTheirBars() {
    assertThat(new TimeAxis(hours(24, 60), 1, 2).line())
        .isEqualTo("00    03    06    09    12    15    18    21");
    assertThat(new TimeAxis(hours(96, 15), 2, 1).line())
        .isEqualTo("00    03    06    09    12    15    18    21");
  }
}
