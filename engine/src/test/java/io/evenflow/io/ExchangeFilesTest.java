package io.evenflow.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.time.Horizon;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files in the layouts of SMARD.de and of ENTSO-E's transparency platform, written here. */
class ExchangeFilesTest {
  private static final String SMARD =
      """
      Datum von;Datum bis;Deutschland/Luxemburg [€/MWh] Originalauflösungen;Frankreich [€/MWh] Originalauflösungen
      10.03.2025 00:00;10.03.2025 01:00;80,50;-
      10.03.2025 01:00;10.03.2025 02:00;1.234,00;7,0
      10.03.2025 02:00;10.03.2025 03:00;-12,25;7,0
      10.03.2025 03:00;10.03.2025 04:00;-;7,0
      """;
  private static final String ENTSOE =
      """
      "MTU (CET/CEST)","Area","Sequence","Day-ahead Price (EUR/MWh)","Intraday Price (EUR/MWh)"
      "10/03/2025 00:00:00 - 10/03/2025 00:59:59","BZN|DE-LU","Sequence 1","80.5","1"
      "10/03/2025 01:00:00 - 10/03/2025 01:59:59","BZN|DE-LU","Sequence 1","1234","1"
      "10/03/2025 02:00:00 - 10/03/2025 02:59:59","BZN|DE-LU","Sequence 1","-12.25","1"
      "10/03/2025 03:00:00 - 10/03/2025 03:59:59","BZN|DE-LU","Sequence 1","","1"
      """;
  private static final String MIDNIGHT = "2025-03-10T00:00:00+01:00";

  @Test
  void readsSmardsDownload() {
    assertThat(PriceTexts.hours(SMARD, MIDNIGHT, 3)).containsExactly(80.5, 1234, -12.25);
  }

  @Test
  void readsSmardsOlderAndEnglishDownloads() {
    String older =
        """
        Datum;Anfang;Ende;Deutschland/Luxemburg [€/MWh] Originalauflösungen
        10.03.2025;22:00;23:00;80,50
        10.03.2025;23:00;00:00;-7
        """;
    assertThat(PriceTexts.hours(older, "2025-03-10T22:00:00+01:00", 2)).containsExactly(80.5, -7);
    String english =
        """
        Start date;End date;Germany/Luxembourg [€/MWh] Original resolutions
        Mar 9, 2025 11:00 PM;Mar 10, 2025 12:00 AM;80.50
        Mar 10, 2025 12:00 AM;Mar 10, 2025 1:00 AM;1,234.00
        """;
    assertThat(PriceTexts.hours(english, "2025-03-09T23:00:00+01:00", 2))
        .containsExactly(80.5, 1234);
  }

  @Test
  void readsEntsoesDownloads() {
    assertThat(PriceTexts.hours(ENTSOE, MIDNIGHT, 3)).containsExactly(80.5, 1234, -12.25);
    String older =
        """
        "MTU (UTC)","Day-ahead Price [EUR/MWh]","Currency","BZN|DE-LU"
        "09.03.2025 23:00 - 10.03.2025 00:00","80.5","EUR",""
        "10.03.2025 00:00 - 10.03.2025 01:00","-12.25","EUR",""
        """;
    assertThat(PriceTexts.hours(older, MIDNIGHT, 2)).containsExactly(80.5, -12.25);
  }

  @Test
  void theFirstOfSeveralAuctionsCounts() {
    String two =
        ENTSOE
            + """
            "10/03/2025 00:00:00 - 10/03/2025 00:14:59","BZN|DE-LU","Sequence 2","1","1"
            "10/03/2025 00:15:00 - 10/03/2025 00:29:59","BZN|DE-LU","Sequence 2","2","1"
            """;
    assertThat(PriceTexts.hours(two, MIDNIGHT, 2)).containsExactly(80.5, 1234);
  }

  @Test
  void aDashOrNothingIsAMissingPriceWhereItIsNeeded() {
    for (String csv : new String[] {SMARD, ENTSOE}) {
      InputException problem = PriceTexts.error(csv, MIDNIGHT, 4);
      assertThat(problem.sentence())
          .startsWith("prices.csv: has no price for 2025-03-10T03:00:00+01:00; ");
      assertThat(problem.maybe())
          .isEqualTo("Maybe it was not published yet when the file was made: line 5 has none.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-31, 23, 60",
    "2024-10-27, 25, 60",
    "2024-04-09, 24, 60",
    "2024-03-31, 92, 15",
    "2024-10-27, 100, 15"
  })
  void everyPeriodHasItsOwnPriceAlsoWhenClocksChange(String date, int count, int minutes) {
    Horizon day = PriceTexts.day(date, minutes);
    assertThat(day.periods()).isEqualTo(count);
    double[] wanted = IntStream.range(0, count).mapToDouble(i -> 100 + i).toArray();
    assertThat(PriceTexts.over(smard(day), day)).containsExactly(wanted);
    assertThat(PriceTexts.over(olderSmard(day), day)).containsExactly(wanted);
    assertThat(PriceTexts.over(entsoe(day, "CET/CEST", PriceTexts.BERLIN), day))
        .containsExactly(wanted);
    assertThat(PriceTexts.over(entsoe(day, "UTC", ZoneId.of("UTC")), day)).containsExactly(wanted);
    assertThat(PriceTexts.over(entsoe(day, "WET/WEST", ZoneId.of("Europe/Lisbon")), day))
        .containsExactly(wanted);
    assertThat(PriceTexts.over(reversed(smard(day)), day)).containsExactly(wanted);
    assertThat(PriceTexts.over(entsoeWithNames(day), day)).containsExactly(wanted);
  }

  private static String lines(
      Horizon day, ZoneId zone, BiFunction<ZonedDateTime, ZonedDateTime, String> line) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < day.periods(); i++) {
      ZonedDateTime start = day.startOf(i).atZoneSameInstant(zone);
      ZonedDateTime end = start.plus(Duration.ofMinutes(day.stepMinutes()));
      lines.append(line.apply(start, end).replace("PRICE", Integer.toString(100 + i))).append('\n');
    }
    return lines.toString();
  }

  private static String text(String pattern, ZonedDateTime time) {
    return DateTimeFormatter.ofPattern(pattern, Locale.UK).format(time);
  }

  private static String smard(Horizon day) {
    String pattern = "dd.MM.yyyy HH:mm";
    return "Datum von;Datum bis;Deutschland/Luxemburg [€/MWh]\n"
        + lines(
            day,
            PriceTexts.BERLIN,
            (start, end) -> text(pattern, start) + ";" + text(pattern, end) + ";PRICE,0");
  }

  private static String olderSmard(Horizon day) {
    return "Datum;Anfang;Ende;Deutschland/Luxemburg [€/MWh]\n"
        + lines(
            day,
            PriceTexts.BERLIN,
            (start, end) ->
                text("dd.MM.yyyy;HH:mm", start) + ";" + text("HH:mm", end) + ";PRICE,0");
  }

  private static String entsoe(Horizon day, String zoneName, ZoneId zone) {
    String pattern = "dd/MM/yyyy HH:mm:ss";
    return "\"MTU ("
        + zoneName
        + ")\",\"Day-ahead Price (EUR/MWh)\"\n"
        + lines(
            day,
            zone,
            (start, end) ->
                "\"" + text(pattern, start) + " - " + text(pattern, end) + "\",\"PRICE.0\"");
  }

  /** With the name of the time behind each, as on days when clocks change. */
  private static String entsoeWithNames(Horizon day) {
    String pattern = "dd/MM/yyyy HH:mm:ss '('zzz')'";
    return "\"MTU (CET/CEST)\",\"Day-ahead Price (EUR/MWh)\"\n"
        + lines(
            day,
            PriceTexts.BERLIN,
            (start, end) -> text(pattern, start) + " - " + text(pattern, end) + ",PRICE.0");
  }

  private static String reversed(String csv) {
    var lines = csv.lines().toList();
    return lines.getFirst() + "\n" + String.join("\n", lines.subList(1, lines.size()).reversed());
  }

  @Test
  void theHourThatClocksLeaveOutMayStandThereWithoutAPrice() {
    String spring =
        """
        "MTU (CET/CEST)","Day-ahead Price [EUR/MWh]"
        "31.03.2024 01:00 - 31.03.2024 02:00","1"
        "31.03.2024 02:00 - 31.03.2024 03:00",""
        "31.03.2024 03:00 - 31.03.2024 04:00","3"
        """;
    assertThat(PriceTexts.hours(spring, "2024-03-31T01:00:00+01:00", 2)).containsExactly(1, 3);
    InputException problem = PriceTexts.error(spring.replace("\"\"", "\"2\""));
    assertThat(problem.sentence())
        .isEqualTo(
            "prices.csv, line 3: MTU (CET/CEST) ('31.03.2024 02:00') is a time that clocks never"
                + " show in Europe/Brussels");
    assertThat(problem.maybe()).isEqualTo("Maybe the file's times are of another zone.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // header | row | what the error says of it | what it may be
        "Datum von;Datum bis;Netzlast [MWh] | 10.03.2025 00:00;10.03.2025 01:00;1"
            + " |: has no column of prices among Datum von, Datum bis, Netzlast [MWh]"
            + " | Maybe generation or consumption was downloaded in place of market prices.",
        "Datum von;Datum bis;Belgien [€/MWh];Polen [€/MWh]"
            + " | 10.03.2025 00:00;10.03.2025 01:00;1;2"
            + " |: has prices of Belgien [€/MWh], Polen [€/MWh] and none of Germany/Luxembourg"
            + " | Maybe remove all columns of prices but one.",
        "Datum von;Datum bis;Deutschland/Luxemburg [CHF/MWh] | 10.03.2025 00:00;10.03.2025 01:00;1"
            + " |: column 'Deutschland/Luxemburg [CHF/MWh]' is not in the scenario's currency (EUR)"
            + " | Maybe convert the prices, or change the scenario's currency.",
        "Datum von;Datum bis;Deutschland/Luxemburg [€/MWh] | 2025-03-10 00:00;2025-03-10 01:00;1"
            + " |, line 2: Datum von ('2025-03-10 00:00') must be a local time such as"
            + " 10.03.2025 00:15 | Maybe the file was saved again by a program that writes dates in"
            + " its own way.",
        "Datum von;Datum bis;Deutschland/Luxemburg [€/MWh] | 31.02.2025 00:00;10.03.2025 01:00;1"
            + " |, line 2: Datum von ('31.02.2025 00:00') must be a local time such as"
            + " 10.03.2025 00:15 | Maybe the file was saved again by a program that writes dates in"
            + " its own way.",
        "Datum von;Datum bis;Deutschland/Luxemburg [€/MWh] | 10.03.2025 02:00;10.03.2025 01:00;1"
            + " |, line 2: Datum bis ('10.03.2025 01:00') must come after the start"
            + " ('10.03.2025 02:00') | Maybe one of the two is a typing error.",
        "MTU (UTC),Actual Total Load (MW) | 10/03/2025 00:00:00 - 10/03/2025 01:00:00,1"
            + " |: has no column of prices among MTU (UTC), Actual Total Load (MW)"
            + " | Maybe another item than day-ahead prices was downloaded.",
        "MTU,Day-ahead Price (EUR/MWh) | 10/03/2025 00:00:00 - 10/03/2025 01:00:00,1"
            + " |: column 'MTU' does not name a time zone that is known | Maybe one of these is"
            + " meant: MTU (UTC), MTU (WET/WEST), MTU (CET/CEST), MTU (EET/EEST).",
        "MTU (CET),Day-ahead Price (EUR/MWh) | 10/03/2025 00:00:00 - 10/03/2025 01:00:00,1"
            + " |: column 'MTU (CET)' does not name a time zone that is known"
            + " | Maybe it keeps summer time: then write MTU (CET/CEST).",
        "MTU (UTC),Day-ahead Price (EUR/MWh) | 10/03/2025 00:00:00,1"
            + " |, line 2: MTU (UTC) ('10/03/2025 00:00:00') must be a start and an end, as"
            + " 10/03/2025 00:00:00 - 10/03/2025 01:00:00"
            + " | Maybe the file was changed after the download.",
      })
  void saysWhatIsWrong(String header, String row, String sentence, String maybe) {
    InputException problem = PriceTexts.error(header + "\n" + row + "\n");
    assertThat(problem.sentence()).isEqualTo("prices.csv" + sentence.strip());
    assertThat(problem.maybe()).isEqualTo(maybe);
  }

  @Test
  void aTypingErrorIsNotTakenForAnotherWayOfWriting() {
    InputException problem = PriceTexts.error(SMARD.replace("\n10.03.2025 02", "\n10.03.2025\t02"));
    assertThat(problem.sentence())
        .isEqualTo(
            "prices.csv, line 4: Datum von ('10.03.2025\t02:00') must be a local time such as"
                + " 10.03.2025 00:15");
    assertThat(problem.maybe()).isEqualTo("Maybe a typing error, or there is no such time.");
    String broken =
        ENTSOE
            .replaceFirst("10/03/2025 01:00:00", "10/03/2025\n01:00:00")
            .replaceFirst("01:59:59", "01:5959");
    assertThat(PriceTexts.error(broken).sentence())
        .isEqualTo(
            "prices.csv, line 3: MTU (CET/CEST) ('10/03/2025 01:5959') must be a local time such as"
                + " 10.03.2025 00:15");
  }

  @Test
  void saysThatAFileIsOfSeveralAreas() {
    String two = ENTSOE.replaceFirst("DE-LU", "FR");
    assertThat(PriceTexts.error(two).sentence())
        .isEqualTo("prices.csv: holds prices of BZN|FR, BZN|DE-LU");
  }

  @Test
  void saysThatLinesAreNotInTheOrderOfTime() {
    String shuffled = SMARD.replace("\n10.03.2025 02:00;", "\n10.03.2025 00:30;");
    InputException problem = PriceTexts.error(shuffled);
    assertThat(problem.sentence())
        .isEqualTo(
            "prices.csv, line 4: Datum von ('10.03.2025 00:30') must come after"
                + " line 3 ('10.03.2025 01:00')");
    assertThat(problem.maybe()).isEqualTo("Maybe sort the lines by time.");
    String twice = SMARD.replace("\n10.03.2025 02:00;", "\n10.03.2025 01:00;");
    assertThat(PriceTexts.error(twice).maybe())
        .isEqualTo("Maybe one of the two lines is left from another file.");
  }
}
