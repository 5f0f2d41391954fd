package io.evenflow.io.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How sessions of a table come into periods, to powers and to buses. */
class SessionsOnHorizonTest {
  @TempDir private Path folder = Path.of("");

  private Tables tables() {
    return new Tables(folder).zone("Europe/Berlin");
  }

  @Test
  void whatIsBeyondTheHorizonIsCutWithItsPartOfTheEnergy() {
    Imported imported =
        tables()
            .date("2024-04-09")
            .sessions(
                """
                session,arrival,departure,energy_kwh
                late,2024-04-09 21:00,2024-04-10 09:00,12
                early,2024-04-08 22:00,2024-04-09 02:00,8
                """)
            .imported();

    assertThat(Tables.lines(imported))
        .containsExactly(
            "late bus6 21-24 0→3 of 3 kWh, 11 kW", "early bus6 0-2 4→8 of 8 kWh, 11 kW");
    assertThat(imported.assumptions())
        .contains(
            "sessions that leave after the horizon are cut at its end: 1, the first in sessions.csv,"
                + " line 2, 2024-04-09T21:00+02:00 to 2024-04-10T09:00+02:00",
            "sessions that come before the horizon are cut at its start: 1, the first in"
                + " sessions.csv, line 3, 2024-04-08T22:00+02:00 to 2024-04-09T02:00+02:00");
  }

  @Test
  void endsOfStaysGoToTheNearestBoundaryAndNoStayIsLost() {
    Imported imported =
        tables()
            .sessions(
                """
                session,arrival,departure,energy_kwh
                rounded,2024-04-09 08:29,2024-04-09 10:31,5
                short,2024-04-09 12:05,2024-04-09 12:20,2
                """)
            .imported();

    assertThat(Tables.lines(imported))
        .containsExactly(
            "rounded bus6 8-11 0→5 of 5 kWh, 11 kW", "short bus6 12-13 0→2 of 2 kWh, 11 kW");
    assertThat(imported.assumptions())
        .contains(
            "stays between two boundaries of periods are given a whole one: 1, the first in"
                + " sessions.csv, line 3, 2024-04-09T12:05+02:00 to 2024-04-09T12:20+02:00");
  }

  @Test
  void aDayHas23HoursWhenClocksGoForward() {
    Imported imported =
        tables()
            .sessions("id,arrival,departure,energy_kwh\na,2024-03-31 01:00,2024-03-31 04:00,5\n")
            .imported();

    assertThat(imported.scenario().periods()).isEqualTo(23);
    assertThat(Tables.lines(imported)).containsExactly("a bus6 1-3 0→5 of 5 kWh, 11 kW");
  }

  @Test
  void aDayHas25HoursWhenClocksGoBack() {
    Imported imported =
        tables()
            .sessions(
                """
                id,arrival,departure,energy_kwh
                whole,2024-10-27 01:00,2024-10-27 04:00,5
                twice,2024-10-27 02:50,2024-10-27 02:10,1
                """)
            .imported();

    assertThat(imported.scenario().periods()).isEqualTo(25);
    // 02:10 comes again after 02:50: 20 minutes later, across the boundary of two hours.
    assertThat(Tables.lines(imported))
        .containsExactly(
            "whole bus6 1-5 0→5 of 5 kWh, 11 kW", "twice bus6 3-4 0→1 of 1 kWh, 11 kW");
  }

  @Test
  void aStepThatDoesNotFitTheDayIsAnError() {
    Tables tables = tables().date("2024-03-31").step(120);

    assertThatThrownBy(tables::imported)
        .hasMessage(
            """
            2024-03-31: 1380 minutes are no whole number of steps of 120 minutes (--step)
            Maybe take 15, 30 or 60, which fit days of 23, 24 and 25 hours.\
            """);
  }

  @Test
  void aSessionGetsThePowerItNeedsUnlessAPowerIsTold() {
    String csv = "id,arrival,departure,energy_kwh\na,2024-04-09 08:00,2024-04-09 10:00,40.5\n";

    assertThat(Tables.lines(tables().sessions(csv).imported()))
        .containsExactly("a bus6 8-10 0→40.5 of 40.5 kWh, 21 kW");
    Imported told = tables().sessions(csv).power(1.4, 11).imported();
    assertThat(Tables.lines(told)).containsExactly("a bus6 8-10 0→40.5 of 40.5 kWh, 11 kW");
    assertThat(told.scenario().sessions().getFirst().charger().charge().minKw()).isEqualTo(1.4);
    assertThat(told.assumptions())
        .contains(
            "sessions cannot get their energy within their stay with the power told: 1, the first"
                + " in sessions.csv, line 2, 2024-04-09T08:00+02:00 to 2024-04-09T10:00+02:00");
  }

  @Test
  void lossesAreBetweenMeterAndBattery() {
    Imported imported =
        tables()
            .efficiency(0.9)
            .sessions("id,arrival,departure,energy_kwh\na,2024-04-09 08:00,2024-04-09 10:00,20\n")
            .imported();

    // 20 kWh at the meter are 18 in the battery; two hours at 10 kW give them.
    assertThat(Tables.lines(imported)).containsExactly("a bus6 8-10 0→18 of 18 kWh, 11 kW");
    assertThat(imported.scenario().sessions().getFirst().charger().chargeEfficiency())
        .isEqualTo(0.9);
  }

  @Test
  void chargersAreCutIntoBlocksAndSpreadOverTheLoadedBuses() {
    String rows =
        IntStream.range(0, 4)
            .mapToObj(k -> "2024-04-09 08:00,2024-04-09 10:00,5,c" + k)
            .collect(Collectors.joining("\n"));
    String csv = "arrival,departure,energy_kwh,charger\n" + rows + "\n";

    assertThat(stations(tables().buses(3, 17).sessions(csv))).isEqualTo("bus3 bus3 bus17 bus17");
    // 32 buses of case33bw have load: of four blocks of eight, those in the middle.
    assertThat(stations(tables().buses().sessions(csv))).isEqualTo("bus6 bus14 bus22 bus30");
  }

  private static String stations(Tables tables) {
    return tables.scenario().sessions().stream()
        .map(session -> session.station())
        .collect(Collectors.joining(" "));
  }

  @Test
  void aTableOfStationsSaysWhereChargersAre() {
    Imported imported =
        tables()
            .stations(
                """
                station,charger,bus,power_kw,min_power_kw,efficiency,discharge_power_kw,import_kw,plugs
                garage,c0,6,22,4.2,0.9,10,50,2
                garage,c1,6,22,4.2,0.9,10,50,2
                """)
            .sessions(
                """
                id,arrival,departure,energy_kwh,charger
                a,2024-04-09 08:00,2024-04-09 10:00,5,c1
                b,2024-04-09 08:00,2024-04-09 10:00,5,c7
                """)
            .imported();

    assertThat(Tables.lines(imported)).containsExactly("a garage 8-10 0→5 of 5 kWh, 22 kW");
    var garage = imported.scenario().stations().getFirst();
    assertThat(garage.bus()).isEqualTo(6);
    assertThat(garage.charger().charge().minKw()).isEqualTo(4.2);
    assertThat(garage.charger().discharge()).isNotNull();
    assertThat(garage.site().plugs()).isEqualTo(2);
    assertThat(garage.site().connection().mostKw(0)).isEqualTo(50);
    assertThat(imported.assumptions())
        .contains(
            "sessions at chargers without a station are left out: 1, the first in sessions.csv, line"
                + " 3, 'c7'");
  }

  @Test
  void pricesOfAnotherYearAreThoseOfTheNearestLikeDay() {
    String prices =
        IntStream.range(0, 30 * 24)
            .mapToObj(
                hour ->
                    java.time.OffsetDateTime.parse("2024-04-01T00:00:00+02:00").plusHours(hour)
                        + ","
                        + hour)
            .collect(Collectors.joining("\n", "start,price_eur_mwh\n", "\n"));
    Imported imported =
        tables()
            .prices(prices)
            .sessions("id,arrival,departure,energy_kwh\na,2019-04-08 08:00,2019-04-08 10:00,5\n")
            .imported();

    // 8 April 2019 was a Monday; of the Mondays of April 2024 the 8th is as near as can be.
    assertThat(imported.scenario().prices().perMwh(0)).isEqualTo(7 * 24);
    assertThat(imported.assumptions())
        .contains(
            "prices.csv has no prices of 2019-04-08; those of 2024-04-08 are taken, the nearest day"
                + " of the same month and weekday (by the clock of Europe/Berlin)");
  }
}
