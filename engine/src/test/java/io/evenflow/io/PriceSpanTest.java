package io.evenflow.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long each price of a file holds: Europe's day-ahead market went from hours to quarters. */
class PriceSpanTest {
  private static final String MIXED =
      """
      start,price
      2025-09-30T22:00:00+02:00,100
      2025-09-30T23:00:00+02:00,110
      2025-10-01T00:00:00+02:00,40
      2025-10-01T00:15:00+02:00,42
      2025-10-01T00:30:00+02:00,44
      2025-10-01T00:45:00+02:00,46
      2025-10-01T01:00:00+02:00,50
      """;

  @Test
  void hoursOverHoursAndTheMeanOfQuarters() {
    assertThat(PriceTexts.hours(MIXED, "2025-09-30T22:00:00+02:00", 3))
        .containsExactly(100, 110, 43);
  }

  @Test
  void quartersOfAnHourHaveItsPrice() {
    assertThat(PriceTexts.quarters(MIXED, "2025-09-30T23:30:00+02:00", 7))
        .containsExactly(110, 110, 40, 42, 44, 46, 50);
  }

  @Test
  void oneHourBeforeOrBehindQuartersHoldsToo() {
    assertThat(
            PriceTexts.quarters(
                MIXED.replaceFirst("2025-09-30T22.*\n", ""), "2025-09-30T23:00:00+02:00", 5))
        .containsExactly(110, 110, 110, 110, 40);
    assertThat(
            PriceTexts.hours(
                MIXED + "2025-10-01T02:00:00+02:00,60\n", "2025-10-01T00:00:00+02:00", 2))
        .containsExactly(43, 50);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-09-30T23:00",
        "2025-10-01T00:15",
        "2025-10-01T00:30",
        "2025-10-01T00:45",
      })
  void aMissingLineIsAGapThatIsNamed(String missing) {
    String earlier = "start,price\n2025-09-30T21:00:00+02:00,90\n";
    String csv = MIXED.replace("start,price\n", earlier).replaceFirst(missing + ".*\n", "");
    InputException problem = PriceTexts.error(csv, "2025-09-30T22:00:00+02:00", 3);
    assertThat(problem.sentence())
        .startsWith(
            "prices.csv: has no price for " + missing + ":00+02:00; the horizon goes from ");
    assertThat(problem.maybe()).startsWith("Maybe a line is missing in the file, between lines ");
  }

  @Test
  void aWholeHourMissingAmongQuartersIsAGap() {
    String csv =
        """
        start,price
        2025-10-01T00:00:00+02:00,40
        2025-10-01T00:15:00+02:00,42
        2025-10-01T00:30:00+02:00,44
        2025-10-01T00:45:00+02:00,46
        2025-10-01T01:00:00+02:00,50
        2025-10-01T02:00:00+02:00,60
        2025-10-01T02:15:00+02:00,62
        """;
    assertThat(PriceTexts.error(csv, "2025-10-01T00:00:00+02:00", 2).sentence())
        .startsWith("prices.csv: has no price for 2025-10-01T01:15:00+02:00;");
  }

  @Test
  void aStatedEndIsTheEnd() {
    String csv =
        """
        start,end,price
        2025-10-01T00:00:00+02:00,2025-10-01T03:00:00+02:00,40
        2025-10-01T03:00:00+02:00,2025-10-01T03:30:00+02:00,50
        2025-10-01T04:00:00+02:00,2025-10-01T05:00:00+02:00,60
        """;
    assertThat(PriceTexts.hours(csv, "2025-10-01T00:00:00+02:00", 3)).containsExactly(40, 40, 40);
    assertThat(PriceTexts.error(csv, "2025-10-01T03:00:00+02:00", 2).sentence())
        .startsWith("prices.csv: has no price for 2025-10-01T03:30:00+02:00;");
    InputException problem =
        PriceTexts.error(csv.replace("T03:30", "T02:30"), "2025-10-01T00:00:00+02:00", 3);
    assertThat(problem.sentence())
        .isEqualTo(
            "prices.csv, line 3: end ('2025-10-01T02:30:00+02:00') must come after"
                + " start ('2025-10-01T03:00:00+02:00')");
  }

  @Test
  void theHourThatComesTwiceIsSuspectedWhereItWasWrittenTwice() {
    String csv =
        """
        start,price
        2024-10-27T01:00:00+02:00,1
        2024-10-27T02:00:00+02:00,2
        2024-10-27T02:00:00+02:00,3
        2024-10-27T03:00:00+01:00,4
        """;
    InputException problem = PriceTexts.error(csv);
    assertThat(problem.sentence())
        .isEqualTo("prices.csv, line 4: 2024-10-27T00:00:00Z appears twice, first in line 3");
    assertThat(problem.maybe())
        .isEqualTo(
            "Maybe it is the hour that comes twice when clocks go back: its second has another"
                + " offset from UTC.");
    assertThat(PriceTexts.error(csv.replaceAll("T02:00:00", "T01:00:00")).maybe())
        .isEqualTo("Maybe one of the two lines is left from another file.");
  }
}
