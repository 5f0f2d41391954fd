package io.evenflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTimeTest {
  private static ChartTime time(int periods, int stepMinutes) {
    return ChartTime.of(
        new Horizon(OffsetDateTime.parse("2024-04-09T00:00:00+02:00"), periods, stepMinutes));
  }

  @ParameterizedTest
  @CsvSource({"24, 60, 2", "96, 15, 8", "48, 60, 6", "3, 60, 1", "32, 45, 4", "7, 50, 1"})
  void labelsStandAtWholeHoursWhereTheyCan(int periods, int stepMinutes, int every) {
    assertThat(time(periods, stepMinutes).every()).isEqualTo(every);
  }

  @Test
  void aLongerHorizonNamesTheDay() {
    assertThat(time(24, 60).labels()).startsWith("00:00", "01:00").endsWith("00:00");
    assertThat(time(48, 60).labels().getLast()).isEqualTo("11 Apr 00:00");
  }
}
