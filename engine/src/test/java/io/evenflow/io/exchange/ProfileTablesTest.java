package io.evenflow.io.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.fleet.Location;
import io.evenflow.fleet.Solar;
import io.evenflow.scenario.Scenario;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of loads and of PV, each with its own step. */
class ProfileTablesTest {
  private static final String STATIONS = "station,bus\nshop,6\n";

  @TempDir private Path folder = Path.of("");

  private Tables tables() {
    return new Tables(folder).zone("Europe/Berlin").date("2024-04-09").stations(STATIONS);
  }

  @Test
  void shorterStepsAreAveragedAndLongerOnesHeld() {
    String csv =
        """
        time,shop (kW)
        2024-04-09 00:00,1
        2024-04-09 00:20,2
        2024-04-09 00:40,6
        """;
    Tables tables = tables().loads(csv, null, null);
    assertThatThrownBy(tables::imported)
        .hasMessage(
            folder.resolve("loads.csv")
                + ": has nothing for 2024-04-09T01:00+02:00; the horizon goes from"
                + " 2024-04-09T00:00+02:00 to 2024-04-10T00:00+02:00\n"
                + "Maybe a line is missing, or the file is of another day: it goes from"
                + " 2024-04-09T00:00+02:00 to 2024-04-09T01:00+02:00.");

    Scenario hours =
        tables().loads("clock,shop (kW)\n00:00,1\n00:20,2\n00:40,6\n", null, null).scenario();
    Scenario quarters =
        tables().step(15).loads("hour,shop (kW)\n0,4\n6,8\n", null, null).scenario();

    // (1 + 2 + 6) / 3 in the first hour; the last row holds to the end of the day.
    assertThat(hours.stations().getFirst().site().loadKw(0)).isCloseTo(3, within(1e-9));
    assertThat(hours.stations().getFirst().site().loadKw(1)).isEqualTo(6);
    assertThat(quarters.stations().getFirst().site().loadKw(23)).isEqualTo(4);
    assertThat(quarters.stations().getFirst().site().loadKw(24)).isEqualTo(8);
  }

  @Test
  void aColumnOfABusReplacesTheCasesLoadThere() {
    Scenario scenario = tables().loads("hour,bus6 kW\n0,90\n12,30\n", null, null).scenario();
    int bus = scenario.feeder().find(6).orElseThrow();

    // case33bw has 60 kW and 20 kvar there.
    assertThat(scenario.activeLoadMw(bus, 0)).isCloseTo(0.09, within(1e-9));
    assertThat(scenario.reactiveLoadMvar(bus, 0)).isCloseTo(0.03, within(1e-9));
    assertThat(scenario.activeLoadMw(bus, 12)).isCloseTo(0.03, within(1e-9));
  }

  @Test
  void aShapeScalesAllLoadsToTheCasesAtItsPeak() {
    Scenario scenario = tables().loads("hour,h0,g0\n0,5,1\n12,20,1\n", "h0", null).scenario();

    assertThat(scenario.loads().scale()[0]).isEqualTo(0.25);
    assertThat(scenario.loads().scale()[12]).isEqualTo(1);
    assertThatThrownBy(() -> tables().loads("hour,h0,g0\n0,5,1\n", null, null).imported())
        .hasMessage(
            folder.resolve("loads.csv")
                + ": has 2 columns of numbers, none of which names a bus or a station: h0, g0\n"
                + "Maybe say which is the load's shape: --loads-column NAME.");
  }

  @Test
  void aUnitThatNobodySaysIsAskedFor() {
    String csv = "hour,shop\n0,500\n";

    assertThatThrownBy(() -> tables().loads(csv, null, null).imported())
        .hasMessage(
            folder.resolve("loads.csv")
                + ": column 'shop' says no unit of power or energy\n"
                + "Maybe say it: --loads-unit kW, W or kWh.");
    Scenario scenario = tables().loads(csv, null, "W").scenario();
    assertThat(scenario.stations().getFirst().site().loadKw(5)).isEqualTo(0.5);
  }

  @Test
  void energiesOfStepsArePowers() {
    Scenario scenario = tables().loads("clock,shop kWh\n00:00,2\n00:15,4\n", null, null).scenario();

    assertThat(scenario.stations().getFirst().site().loadKw(1)).isEqualTo(16);
  }

  @Test
  void aProfileOfADayIsReadByTheClockWhenClocksChange() {
    Scenario scenario =
        tables().date("2024-03-31").loads("hour,scale\n0,1\n3,2\n", null, null).scenario();

    // After 01:00 comes 03:00.
    assertThat(scenario.loads().scale()).hasSize(23);
    assertThat(scenario.loads().scale()[1]).isEqualTo(1);
    assertThat(scenario.loads().scale()[2]).isEqualTo(2);
  }

  @Test
  void theHourThatClocksLeaveOutIsNotUsed() {
    String hours =
        IntStream.range(0, 24)
            .mapToObj("2024-03-31 %1$02d:00,%1$d"::formatted)
            .collect(Collectors.joining("\n", "time,shop kW\n", "\n"));
    Scenario scenario = tables().date("2024-03-31").loads(hours, null, null).scenario();

    assertThat(scenario.stations().getFirst().site().loadKw(1)).isEqualTo(1);
    assertThat(scenario.stations().getFirst().site().loadKw(2)).isEqualTo(3);
  }

  @Test
  void solarIsAtABusOrBehindAStation() {
    Scenario scenario =
        tables().solar("hour,shop kW,18 kW\n0,0,-0.2\n12,30,50\n", null, null).scenario();

    assertThat(scenario.solar())
        .extracting(Solar::location)
        .containsExactly(Location.station("shop"), Location.bus(18));
    assertThat(scenario.solar().get(1).availableKw().at(0)).isZero();
    assertThat(scenario.solar().get(1).availableKw().at(12)).isEqualTo(50);
  }

  @Test
  void sharesOfInstalledPowerNeedThatAndAPlace() {
    String csv = "hour,pv\n0,0\n12,0.8\n";

    Scenario scenario = tables().solar(csv, "shop", 40.0).scenario();
    assertThat(scenario.solar().getFirst().availableKw().at(12)).isEqualTo(32);
    assertThatThrownBy(() -> tables().solar(csv, null, 40.0).imported())
        .hasMessage(
            folder.resolve("solar.csv")
                + ": column 'pv' names neither a bus nor a station\n"
                + "Maybe say where it is: --solar-at 6, or a station's id.");
  }
}
