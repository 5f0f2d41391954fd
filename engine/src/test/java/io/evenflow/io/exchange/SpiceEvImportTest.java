package io.evenflow.io.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.ChargingCurve;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.fleet.Vehicle;
import io.evenflow.io.ScenarioReader;
import io.evenflow.io.ScenarioWriter;
import io.evenflow.io.matpower.BuiltInCases;
import io.evenflow.market.Tariff;
import io.evenflow.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpiceEvImportTest {
  /** Six hours; the van is away from 01:50 to 03:00 and stays until midnight. */
  private static final String SCENARIO =
      """
      {"scenario": {"start_time": "2023-01-01T00:00:00+02:00", "interval": 60, "n_intervals": 6},
       "components": {
         "vehicle_types": {"van": {"name": "Van", "capacity": 50, "mileage": 20,
           "charging_curve": [[0, 22], [1, 22]], "min_charging_power": 0.2, "v2g": false}},
         "vehicles": {"van_0": {"vehicle_type": "van", "connected_charging_station": "CS", "soc": 0.5,
           "desired_soc": 0.8, "estimated_time_of_departure": "2023-01-01T01:50:00+02:00"}},
         "grid_connectors": {"GC": {"max_power": 100, "cost": {"type": "fixed", "value": 0.3}}},
         "charging_stations": {"CS": {"max_power": 11, "min_power": 0, "parent": "GC"}},
         "batteries": {"BAT": {"parent": "GC", "capacity": 40, "soc": 0.25,
           "charging_curve": [[0, 20], [1, 10]]}}},
       "events": {
         "grid_operator_signals": [{"signal_time": "2023-01-01T00:00:00+02:00",
           "grid_connector_id": "GC", "start_time": "2023-01-01T02:30:00+02:00",
           "max_power": 60, "cost": {"type": "fixed", "value": 0.1}}],
         "fixed_load": {"building": {"start_time": "2023-01-01T00:00:00+02:00",
           "step_duration_s": 1800, "grid_connector_id": "GC", "factor": 0.5, "values": [4, 8, 2]}},
         "local_generation": {"roof": {"start_time": "2023-01-01T00:00:00+02:00",
           "step_duration_s": 3600, "grid_connector_id": "GC", "csv_file": "roof.csv",
           "column": "pv (kW)"}},
         "vehicle_events": [
           {"start_time": "2023-01-01T01:50:00+02:00", "vehicle_id": "van_0",
            "event_type": "departure", "update": {}},
           {"start_time": "2023-01-01T03:00:00+02:00", "vehicle_id": "van_0",
            "event_type": "arrival", "update": {"connected_charging_station": "CS",
              "estimated_time_of_departure": "2023-01-01T09:00:00+02:00", "desired_soc": 0.8,
              "soc_delta": -0.3}}]}}
      """;

  @TempDir private Path folder = Path.of("");

  private static Imported imported(String json, @Nullable Path folder) {
    ConnectionPlace place =
        new ConnectionPlace(new FeederSource("two-bus", BuiltInCases.read("two-bus")), 2, "EUR");
    return SpiceEvImport.read("folder/day.json", json, place, folder);
  }

  @Test
  void numbersThatDoNotFitPeriodsCountWithTheirMeanAndThatIsSaid() throws IOException {
    Files.writeString(folder.resolve("roof.csv"), "time,pv (kW)\n0,1\n1,2\n");
    Imported imported = imported(SCENARIO, folder);

    // Half-hours of 4, 8 and 2, times 0.5.
    assertThat(imported.scenario().stations().getFirst().site().loadKw(0)).isEqualTo(3);
    assertThat(imported.assumptions())
        .filteredOn(note -> note.contains("have the mean"))
        .containsExactly(
            "fixed_load 'building': periods have the mean of its numbers; SpiceEV takes one of them"
                + " for a step");
  }

  @Test
  void aVehicleKeepsItsStaysAndWhatItUsesBetweenThem() {
    Vehicle van = imported(SCENARIO, folder).scenario().vehicles().getFirst();
    Vehicle.Stay first = van.stays().getFirst();
    Vehicle.Stay second = van.stays().getLast();

    assertThat(van.startEnergyKwh()).isEqualTo(25);
    // SpiceEV sees the departure of 01:50 at 02:00.
    assertThat(first.arrival()).isZero();
    assertThat(first.departure()).isEqualTo(2);
    assertThat(first.departEnergyKwh()).isEqualTo(40);
    assertThat(first.charger().charge().maxKw()).isEqualTo(11);
    assertThat(first.charger().chargeEfficiency()).isEqualTo(0.95);
    assertThat(second.arrival()).isEqualTo(3);
    assertThat(second.departure()).isEqualTo(6);
    assertThat(second.usedKwh()).isEqualTo(15);
    // It comes with 25 kWh and wants 40 at 09:00; at 06:00 half of that time is over.
    assertThat(second.departEnergyKwh()).isEqualTo(32.5);
  }

  @Test
  void aFallingCurveMakesASessionOfEachStay() {
    Imported imported =
        imported(SCENARIO.replace("[[0, 22], [1, 22]]", "[[0, 22], [0.8, 22], [1, 4]]"), folder);

    assertThat(imported.scenario().vehicles()).isEmpty();
    assertThat(imported.scenario().sessions())
        .extracting(Session::id, Session::arrivalEnergyKwh, Session::targetEnergyKwh)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("van_0-1", 25.0, 40.0),
            org.assertj.core.groups.Tuple.tuple("van_0-2", 25.0, 32.5));
    ChargingCurve curve = imported.scenario().sessions().getFirst().details().chargingCurve();
    assertThat(Objects.requireNonNull(curve).maxKw(1)).isEqualTo(4);
  }

  @Test
  void whatCannotBeReachedIsNotThereAfterTheTrip() {
    Imported imported =
        imported(
            SCENARIO
                .replace("[[0, 22], [1, 22]]", "[[0, 22], [0.8, 22], [1, 4]]")
                .replace("\"soc\": 0.5,", "\"soc\": 0.2,"),
            folder);

    // 10 kWh and two hours at 11 kW, of which 95 % arrive, are 30.9 kWh; the trip uses 15.
    assertThat(imported.scenario().sessions().getLast().arrivalEnergyKwh())
        .isCloseTo(15.9, within(1e-6));
  }

  @Test
  void aGridConnectorIsAStationWithPricesLoadAndLimits() {
    Station meter = imported(SCENARIO, folder).scenario().stations().getFirst();

    assertThat(meter.id()).isEqualTo("GC");
    Tariff tariff = Objects.requireNonNull(meter.site().tariff());
    assertThat(tariff.importPerMwh().toArray()).containsExactly(300, 300, 300, 100, 100, 100);
    assertThat(tariff.exportPerMwh().greatest()).isZero();
    // Half of 4 and 8 kW in the first hour, half of 2 kW in half of the second.
    assertThat(meter.site().loadKw(0)).isEqualTo(3);
    assertThat(meter.site().loadKw(1)).isEqualTo(0.5);
    assertThat(meter.site().loadKw(2)).isZero();
    assertThat(meter.site().connection().mostKw(2)).isEqualTo(100);
    assertThat(meter.site().connection().mostKw(3)).isEqualTo(60);
  }

  @Test
  void aBatteryHasThePowerItHasThroughout() {
    Imported imported = imported(SCENARIO, folder);
    Battery battery = imported.scenario().batteries().getFirst();

    assertThat(battery.startEnergyKwh()).isEqualTo(10);
    assertThat(battery.endEnergyKwh()).isEqualTo(10);
    assertThat(battery.charger().charge().maxKw()).isEqualTo(10);
    assertThat(imported.assumptions())
        .contains(
            "BAT: its charging curve falls, which batteries do not have; it has 10 kW throughout");
  }

  @Test
  void aSeriesComesFromAFileBesideOrIsLeftOut() throws IOException {
    Imported without = imported(SCENARIO, folder);
    assertThat(without.scenario().solar()).isEmpty();
    assertThat(without.assumptions())
        .contains("local_generation 'roof' is left out: roof.csv: there is no such file");

    Files.writeString(folder.resolve("roof.csv"), "time,pv (kW)\n00:30,0\n01:30,7\n");
    Scenario with = imported(SCENARIO, folder).scenario();
    assertThat(with.solar().getFirst().availableKw().toArray()).containsExactly(0, 7, 0, 0, 0, 0);
  }

  @Test
  void theScenarioIsReadBackAsItIs() {
    String text = ScenarioWriter.text(imported(SCENARIO, folder).scenario());

    assertThat(ScenarioWriter.text(ScenarioReader.read("written", text))).isEqualTo(text);
  }

  @Test
  void aChargingStationThatIsNotThereIsAnError() {
    String json =
        SCENARIO.replace("\"charging_stations\": {\"CS\"", "\"charging_stations\": {\"C1\"");

    assertThatThrownBy(() -> imported(json, folder))
        .hasMessage(
            """
            folder/day.json: components.vehicle_types.van.vehicle 'van_0': charging station 'CS' does not exist
            Maybe it is one of [C1].\
            """);
  }
}
