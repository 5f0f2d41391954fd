package io.evenflow.io.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenflow.io.PriceMapping;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns of a price file that do not say what they hold can be named. */
class PriceColumnsTest {
  private static final String OWN =
      """
      from;wind;Preis
      2024-04-09T00:00:00+02:00;3,5;80,5
      2024-04-09T01:00:00+02:00;4,5;-2
      """;

  private static final String TWO_ZONES =
      """
      Datum von;Datum bis;Österreich [€/MWh];Frankreich [€/MWh]
      09.04.2024 00:00;09.04.2024 01:00;61,5;70
      09.04.2024 01:00;09.04.2024 02:00;62,5;71
      """;

  @TempDir private Path folder = Path.of("");

  /** Two hours from midnight, so that the file need not have a whole day. */
  private Tables tables(String prices) {
    return new Tables(folder).date("2024-04-09").zone("Europe/Berlin").prices(prices).step(720);
  }

  private static String aDay(String twoLines) {
    return twoLines.replace("T01:00", "T12:00").replace("01:00", "12:00");
  }

  @Test
  void whatIsOpenIsAskedForAndThenTaken() {
    assertThatThrownBy(() -> tables(OWN).scenario())
        .hasMessageEndingWith(
            """
            prices.csv: has no column of starts among from, wind, Preis
            Maybe say which it is: --prices-start NAME.""");
    assertThatThrownBy(() -> tables(OWN).priceColumns("from", null).scenario())
        .hasMessageEndingWith(
            """
            prices.csv: has no column of prices among from, wind, Preis
            Maybe say which it is: --prices-column NAME.""");
    assertThatThrownBy(() -> tables(OWN).priceColumns("from", "Pries").scenario())
        .hasMessageEndingWith(
            "prices.csv: has no column 'Pries' among from, wind, Preis\nMaybe 'Preis' is meant.");
  }

  @Test
  void namedColumnsGoBeforeFoundOnes() {
    String hours = "from;end;wind;price;Preis\n";
    String csv =
        hours
            + "2024-04-09T00:00:00+02:00;2024-04-09T12:00:00+02:00;3,5;9;80,5\n"
            + "2024-04-09T12:00:00+02:00;2024-04-10T00:00:00+02:00;3,5;9;-2\n";
    Imported imported = tables(csv).priceColumns("from", "Preis").imported();
    assertThat(imported.scenario().prices().toArray()).containsExactly(80.5, -2);
    assertThat(imported.scenario().assumptions())
        .contains("prices.csv: 'Preis' is taken for prices in EUR/MWh");
  }

  /** Of several zones of a download any can be taken. */
  @Test
  void aZoneOfADownloadCanBeNamed() {
    String csv = aDay(TWO_ZONES).replace("09.04.2024 02:00", "10.04.2024 00:00");
    assertThatThrownBy(() -> tables(csv).scenario())
        .hasMessageEndingWith(
            """
            has prices of Österreich [€/MWh], Frankreich [€/MWh] and none of Germany/Luxembourg
            Maybe say which it is: --prices-column NAME.""");
    assertThat(tables(csv).priceColumns(null, "Frankreich [€/MWh]").scenario().prices().toArray())
        .containsExactly(70, 71);
  }

  @ParameterizedTest
  @CsvSource({
    "Preis [ct/kWh], must hold prices per MWh",
    "Cost per kWh, must hold prices per MWh",
    "Spot USD/MWh, is not in the scenario's currency (EUR)",
    "Spot £ per MWh, is not in the scenario's currency (EUR)",
  })
  void aNamedColumnThatSaysAnotherUnitIsRefused(String name, String sentence) {
    assertThatThrownBy(
            () -> tables(OWN.replace("Preis", name)).priceColumns("from", name).scenario())
        .hasMessageContaining("column '" + name + "' " + sentence);
  }

  @Test
  void theMappingShowsWhatIsFound() {
    PriceMapping none = PriceMapping.of("prices.csv", OWN);
    assertThat(none.start()).isNull();
    assertThat(none.price()).isNull();
    assertThat(none.sample().getFirst())
        .containsExactly("2024-04-09T00:00:00+02:00", "3,5", "80,5");
    PriceMapping open = PriceMapping.of("prices.csv", TWO_ZONES);
    assertThat(open.start()).isEqualTo("Datum von");
    assertThat(open.price()).isNull();
    PriceMapping found =
        PriceMapping.of("prices.csv", TWO_ZONES.replace("Österreich", "Deutschland/Luxemburg"));
    assertThat(found.price()).isEqualTo("Deutschland/Luxemburg [€/MWh]");
    assertThat(found.rows()).isEqualTo(2);
  }
}
