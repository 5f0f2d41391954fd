package io.evenflow.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceFileTest {
  private static final String EVENING =
      """
      start,price_eur_mwh
      2024-04-09T18:00:00+02:00,65.9
      2024-04-09T19:00:00+02:00,81.75
      2024-04-09T20:00:00+02:00,-4
      """;

  private static Horizon horizon(String start, int periods, int stepMinutes) {
    return new Horizon(OffsetDateTime.parse(start), periods, stepMinutes);
  }

  private static double[] prices(String csv, Horizon horizon) {
    return PriceFile.read("prices.csv", csv, "EUR").over(horizon).toArray();
  }

  @Test
  void matchesByInstantWhateverTheOffset() {
    assertThat(prices(EVENING, horizon("2024-04-09T17:00:00Z", 2, 60))).containsExactly(81.75, -4);
  }

  @Test
  void spreadsHoursOverQuarterHours() {
    assertThat(prices(EVENING, horizon("2024-04-09T18:30:00+02:00", 4, 15)))
        .containsExactly(65.9, 65.9, 81.75, 81.75);
  }

  @Test
  void averagesWhatHoldsInALongerPeriod() {
    // Half an hour at 65.9, an hour at 81.75, half an hour at −4.
    assertThat(prices(EVENING, horizon("2024-04-09T18:30:00+02:00", 1, 120))[0])
        .isEqualTo((0.5 * 65.9 + 81.75 + 0.5 * -4) / 2);
  }

  @ParameterizedTest
  @CsvSource({"2024-03-31, 23", "2024-10-27, 25", "2024-04-09, 24"})
  void everyHourOfADayHasItsOwnPriceAlsoWhenClocksChange(String date, int hours) {
    ZonedDateTime midnight = ZonedDateTime.parse(date + "T00:00:00+00:00[Europe/Berlin]");
    midnight = midnight.toLocalDate().atStartOfDay(ZoneId.of("Europe/Berlin"));
    StringBuilder csv = new StringBuilder("start_utc,start_local,price_eur_mwh\n");
    for (int hour = 0; hour < hours; hour++) {
      ZonedDateTime start = midnight.plusHours(hour);
      csv.append("%s,%s,%d%n".formatted(start.toInstant(), start.toOffsetDateTime(), 100 + hour));
    }
    assertThat(midnight.plusHours(hours).toLocalTime()).hasToString("00:00");
    double[] prices = prices(csv.toString(), new Horizon(midnight.toOffsetDateTime(), hours, 60));
    for (int hour = 0; hour < hours; hour++) {
      assertThat(prices[hour]).isEqualTo(100 + hour);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'hour,start_local,start_utc,price_eur_mwh', '0,2024-04-09T02:00:00+02:00,2024-04-09T00:00:00Z,7.5'",
    "'start_utc,price_eur_mwh', '2024-04-09T00:00:00,7.5'",
    "'Time,Price', '2024-04-09 00:00:00Z,7.5'",
    "'price_per_mwh,hour', '7.5,2024-04-09T00:00Z'",
  })
  void takesTheUsualColumns(String header, String row) {
    assertThat(prices(header + "\n" + row + "\n", horizon("2024-04-09T00:00:00Z", 1, 60)))
        .containsExactly(7.5);
  }

  @Test
  void namesTheFirstMissingHour() {
    String withGap = EVENING.replace("2024-04-09T19:00:00+02:00,81.75\n", "");
    assertThatThrownBy(() -> prices(withGap, horizon("2024-04-09T18:00:00+02:00", 3, 60)))
        .isInstanceOf(InputException.class)
        .hasMessage(
            """
            prices.csv: has no price for 2024-04-09T19:00:00+02:00; the horizon goes from \
            2024-04-09T18:00:00+02:00 to 2024-04-09T21:00:00+02:00
            Maybe a line is missing in the file, between lines 2 and 3.""");
    assertThatThrownBy(() -> prices(EVENING, horizon("2024-04-09T20:00:00+02:00", 2, 60)))
        .hasMessageContaining("has no price for 2024-04-09T21:00:00+02:00;")
        .hasMessageContaining(
            "Maybe the file ends too early: its prices go from 2024-04-09T18:00:00+02:00 to"
                + " 2024-04-09T21:00:00+02:00.");
    assertThatThrownBy(() -> prices(EVENING, horizon("2024-04-09T17:00:00+02:00", 2, 60)))
        .hasMessageContaining("has no price for 2024-04-09T17:00:00+02:00;")
        .hasMessageContaining("Maybe the file begins too late: its prices go from ");
    assertThatThrownBy(() -> prices(EVENING, horizon("2024-04-10T18:00:00+02:00", 2, 60)))
        .hasMessageContaining("Maybe the file is of another day: its prices go from ");
  }

  @ParameterizedTest
  @CsvSource({
    "'start,cost', 'x,1', has no column of prices among 'start, cost'",
    "'when,price', 'x,1', has no column of starts among 'when, price'",
    "'start,price_usd_mwh', 'x,1', column 'price_usd_mwh' is not in the scenario's currency (EUR)",
    "'start,price_eur_kwh', 'x,1', column 'price_eur_kwh' must hold prices per MWh",
  })
  void saysWhichColumnIsWrong(String header, String row, String sentence) {
    assertThatThrownBy(() -> PriceFile.read("prices.csv", header + "\n" + row + "\n", "EUR"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(
            "prices.csv: " + sentence.replace("among '", "among ").replaceAll("'$", ""));
  }

  @Test
  void saysWhichCellIsWrong() {
    assertThatThrownBy(() -> PriceFile.read("prices.csv", EVENING.replace("81.75", "n/a"), "EUR"))
        .hasMessageStartingWith(
            "prices.csv, line 3: price_eur_mwh ('n/a') must be a finite number");
    assertThatThrownBy(() -> PriceFile.read("prices.csv", EVENING.replace("-4", "NaN"), "EUR"))
        .hasMessageStartingWith(
            "prices.csv, line 4: price_eur_mwh ('NaN') must be a finite number");
    assertThatThrownBy(
            () -> PriceFile.read("prices.csv", EVENING.replace("19:00:00+02:00", "19:00"), "EUR"))
        .hasMessageStartingWith("prices.csv, line 3: start ('2024-04-09T19:00') must be a time");
    assertThatThrownBy(() -> PriceFile.read("prices.csv", EVENING.replace("T19", "T18"), "EUR"))
        .hasMessageStartingWith("prices.csv, line 3: 2024-04-09T16:00:00Z appears twice");
    assertThatThrownBy(() -> PriceFile.read("prices.csv", "start,price\n", "EUR"))
        .hasMessageStartingWith("prices.csv: holds no prices");
  }

  @Test
  void isFoundBesideTheScenario(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("prices.csv"),
        "start,price_eur_mwh\n2024-04-09T00:00:00+02:00,1.5\n2024-04-09T01:00:00+02:00,2.5\n");
    Path file = folder.resolve("evening.json");
    Files.writeString(
        file, Scenarios.with("{\"perMwh\": [78.21, -3]}", "{\"file\": \"prices.csv\"}"));
    Scenario scenario = ScenarioReader.read(file);
    assertThat(scenario.prices().toArray()).containsExactly(1.5, 2.5);
    Files.delete(folder.resolve("prices.csv"));
    assertThatThrownBy(() -> ScenarioReader.read(file))
        .hasMessageStartingWith(folder.resolve("prices.csv") + ": there is no such file");
  }
}
