package io.evenflow.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.ChargingCurve;
import io.evenflow.fleet.Connection;
import io.evenflow.fleet.Location;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Station;
import io.evenflow.fleet.Vehicle;
import io.evenflow.market.Emissions;
import io.evenflow.market.PeakCharge;
import io.evenflow.market.Tariff;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Substation;
import io.evenflow.time.Series;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the fields of the second format make of a day. */
class EquipmentReadTest {
  private static final Scenario DEPOT = FormatPages.read(FormatPages.depot());

  private static Scenario with(String piece, String replacement) {
    assertThat(FormatPages.depot()).contains(piece);
    return FormatPages.read(FormatPages.depot().replace(piece, replacement));
  }

  private static Series all(double number) {
    return Series.constant(4, number);
  }

  @Test
  void aNumberStandsForAllPeriods() {
    assertThat(DEPOT.substation())
        .isEqualTo(
            new Substation(
                new Tariff(Series.of(80, 60, 55, 70), all(40)),
                Series.of(4600, 4600, 4400, 4400),
                all(500),
                new PeakCharge(0.2, 3900)));
    assertThat(DEPOT.emissions()).isEqualTo(new Emissions(Series.of(310, 300, 280, 290), 80));
  }

  @Test
  void aStationHasWhatIsBehindItsMeter() {
    assertThat(DEPOT.stations().getFirst().site())
        .isEqualTo(
            new Station.Site(
                new Tariff(Series.of(250, 250, 220, 240), all(80)),
                Series.of(12, 14, 15, 15),
                new Connection(all(60), Series.of(30, 30, 25, 25)),
                2,
                new PeakCharge(0.1, 25)));
    assertThat(DEPOT.stations().getLast().site()).isEqualTo(Station.Site.NONE);
    // 12 kW of the building are a load of its bus, which has 60 kW of its own in the case.
    assertThat(DEPOT.activeLoadMw(DEPOT.busOf(0), 0)).isEqualTo(0.06 + 0.012);
  }

  @Test
  void exportIsPaidLikeImportUnlessItHasItsPrice() {
    Scenario day = with("\"exportPricePerMwh\": 80,", "");
    Tariff tariff = day.stations().getFirst().site().tariff();
    assertThat(tariff)
        .isEqualTo(new Tariff(Series.of(250, 250, 220, 240), Series.of(250, 250, 220, 240)));
  }

  @Test
  void theFirstPeriodMayHaveBegun() {
    assertThat(DEPOT.horizon().hours(0)).isEqualTo(9 / 60.0);
    assertThat(DEPOT.horizon().hours(1)).isEqualTo(0.25);
  }

  @Test
  void pricesMayBeMissingWhereNobodyPaysThem() {
    Scenario day =
        FormatPages.read(
            FormatPages.depot()
                .replace("\"prices\": {\"perMwh\": [78.21, 41.0, 35.5, 62]},", "")
                .replace("\"bus\": 20,", "\"bus\": 20, \"importPricePerMwh\": 200,"));
    assertThat(day.prices().toArray()).containsExactly(0, 0, 0, 0);
  }

  @Test
  void plantsAreAtStationsOrBuses() {
    assertThat(DEPOT.solar())
        .containsExactly(
            new Solar(
                "roof",
                Location.station("depot"),
                Series.of(4, 6, 9, 9),
                true,
                10.0,
                Solar.Reactive.FIXED,
                0.95),
            new Solar("field", Location.bus(25), all(40), true, 50.0, Solar.Reactive.FREE, 1));
    Solar plain =
        with(
                "\"availableKw\": 40, \"curtailable\": true, \"ratingKva\": 50,\n             \"reactive\": \"free\"",
                "\"availableKw\": 40")
            .solar()
            .getLast();
    assertThat(plain)
        .isEqualTo(
            new Solar("field", Location.bus(25), all(40), false, null, Solar.Reactive.NONE, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // what the file says of the end | least energy at the end | value of energy there
        "'endEnergyKwh': 15, 'endValuePerKwh': 0.05 | 15 | 0.05",
        "'endEnergyKwh': 15 | 15 | 0",
        "'endValuePerKwh': 0.05 | | 0.05",
        "'endEnergyKwh': null | | 0",
        "'endEnergyKwh': null, 'endValuePerKwh': 0.05 | | 0.05",
        // Who says nothing wants what there was at the start.
        "'minEnergyKwh': 5 | 20 | 0",
      })
  void aBatteryEndsWithWhatItBeganUnlessTold(String end, @Nullable Double least, double value) {
    Battery battery =
        with(
                "\"minEnergyKwh\": 5,\n                 \"startEnergyKwh\": 20, \"endEnergyKwh\": 15,"
                    + " \"endValuePerKwh\": 0.05",
                "\"startEnergyKwh\": 20, " + end.replace('\'', '"'))
            .batteries()
            .getFirst();
    assertThat(battery.endEnergyKwh()).isEqualTo(least);
    assertThat(battery.endValuePerKwh()).isEqualTo(value);
  }

  @Test
  void aVehiclesOwnChargerGoesBeforeItsStations() {
    Charger own = new Charger(new PowerRange(1.4, 7.4), 0.9, null, 0.9);
    assertThat(DEPOT.vehicles())
        .containsExactly(
            new Vehicle(
                "van7",
                75,
                5,
                30,
                25,
                2.0,
                List.of(
                    new Vehicle.Stay("depot", 0, 2, 32, 0, own),
                    new Vehicle.Stay("shop", 3, 4, 0, 4.5, own))));
    Scenario plain =
        with(
            "\"chargePowerKw\": {\"min\": 1.4, \"max\": 7.4}, \"chargeEfficiency\": 0.9,\n"
                + "                \"dischargePowerKw\": null, \"dischargeEfficiency\": 0.9",
            "\"chargeEfficiency\": 0.9");
    assertThat(plain.vehicles().getFirst().stays())
        .extracting(Vehicle.Stay::charger)
        .containsExactly(
            new Charger(new PowerRange(4.2, 22), 0.9, new PowerRange(0, 22), 1),
            new Charger(new PowerRange(0, 11), 0.9, null, 1));
  }

  @Test
  void aVehiclesShortfallIsHardWhereItsCostIsNull() {
    String said = "\"endEnergyKwh\": 25, \"shortfallCostPerKwh\": 2";
    assertThat(with(said, "\"endEnergyKwh\": 25").vehicles().getFirst().shortfallCostPerKwh())
        .isEqualTo(10);
    Scenario hard = with(said, "\"endEnergyKwh\": 25, \"shortfallCostPerKwh\": null");
    assertThat(hard.vehicles().getFirst().hasHardTargets()).isTrue();
  }

  @Test
  void aSessionHasItsDetails() {
    assertThat(DEPOT.sessions().getFirst().details())
        .isEqualTo(
            new SessionDetails(
                    List.of(new SessionDetails.Target(2, 22)),
                    0.08,
                    0.1,
                    0.03,
                    0.1,
                    2,
                    List.of(4.2, 6.9, 11.0),
                    new ChargingCurve(
                        List.of(
                            new ChargingCurve.Point(0, 11),
                            new ChargingCurve.Point(0.8, 11),
                            new ChargingCurve.Point(1, 4.2))),
                    true)
                .withMinDepartureEnergy(22));
  }
}
