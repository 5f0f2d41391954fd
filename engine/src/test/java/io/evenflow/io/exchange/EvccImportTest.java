package io.evenflow.io.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Station;
import io.evenflow.io.ScenarioReader;
import io.evenflow.io.ScenarioWriter;
import io.evenflow.io.matpower.BuiltInCases;
import io.evenflow.scenario.Scenario;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EvccImportTest {
  /** Half an hour is left of the first of three hours. */
  private static final String REQUEST =
      """
      {"strategy": {"charging_strategy": "charge_before_export"},
       "grid": {"p_max_imp": 3000, "p_max_exp": 5000},
       "batteries": [
         {"s_min": 500, "s_max": 10000, "s_initial": 2000, "c_min": 0, "c_max": 4000, "d_max": 3000,
          "p_a": 0.0002},
         {"s_min": 0, "s_max": 50000, "s_initial": 15000, "c_min": 1400, "c_max": 11000, "d_max": 0,
          "p_a": 0, "s_goal": [0, 20000, 40000], "charge_from_grid": true}],
       "time_series": {"dt": [1800, 3600, 3600], "gt": [500, 4000, 1000], "ft": [0, 2000, 0],
                       "p_N": [0.0003, 0.00025, 0.00001], "p_E": [0.0001, 0.0001, 0.0001]},
       "eta_c": 0.9, "eta_d": 0.8}
      """;

  private static Imported imported(String json) {
    ConnectionPlace place =
        new ConnectionPlace(new FeederSource("two-bus", BuiltInCases.read("two-bus")), 2, "EUR");
    return EvccImport.read("folder/request.json", json, place, null);
  }

  @Test
  void wattHoursAStepAreKilowattsAndPricesPerWattHourArePerMegawattHour() {
    Scenario scenario = imported(REQUEST).scenario();
    Station home = scenario.stations().getFirst();

    assertThat(scenario.horizon().hours(0)).isEqualTo(0.5);
    assertThat(scenario.periods()).isEqualTo(3);
    assertThat(home.site().loadKw(0)).isEqualTo(1);
    assertThat(home.site().loadKw(1)).isEqualTo(4);
    assertThat(scenario.solar().getFirst().availableKw().at(1)).isEqualTo(2);
    assertThat(Objects.requireNonNull(home.site().tariff()).importPerMwh().at(1))
        .isCloseTo(250, within(1e-9));
  }

  @Test
  void aBatteryKeepsItsValueAndAnOtherWithGoalsIsASession() {
    Scenario scenario = imported(REQUEST).scenario();
    Battery battery = scenario.batteries().getFirst();
    Session car = scenario.sessions().getFirst();

    assertThat(battery.capacityKwh()).isEqualTo(10);
    assertThat(battery.endValuePerKwh()).isEqualTo(0.2);
    assertThat(battery.endEnergyKwh()).isNull();
    assertThat(Objects.requireNonNull(battery.charger().discharge()).maxKw()).isEqualTo(3);
    assertThat(battery.charger().dischargeEfficiency()).isEqualTo(0.8);
    assertThat(car.arrivalEnergyKwh()).isEqualTo(15);
    assertThat(car.targetEnergyKwh()).isEqualTo(40);
    // 20 kWh at the end of the second step are those at the start of the third.
    assertThat(car.details().targets()).containsExactly(new SessionDetails.Target(2, 20));
    assertThat(car.charger().charge().minKw()).isEqualTo(1.4);
  }

  @Test
  void whatHasNoCounterpartIsSaid() {
    assertThat(imported(REQUEST).assumptions())
        .contains(
            "strategy.charging_strategy ('charge_before_export') has no counterpart: equal costs are"
                + " equal",
            "time_series.p_E is above p_N in 1 of 3 steps, the first 2: export earns p_N there, so the"
                + " money a step can earn is less than evcc's",
            "battery1: charge_from_grid (false) has no counterpart: it may charge while power is"
                + " drawn",
            "battery2 has goals and is a session; each kWh missing at one costs 10",
            "PV may give less than there is, as grid.p_max_exp asks");
  }

  @Test
  void whereBatteriesAreEmptyAnImportLimitIsWhatIsLeftOfTheLoad() {
    // The first half hour leaves 3 kW - 1 kW, so that the battery holds 2.9 kWh. Of the 3 kW by
    // which
    // load less PV are then above the limit, it gives (2.9 - 0.5) · 0.8 = 1.92.
    Imported imported = imported(REQUEST.replace("4000, 1000]", "8000, 1000]"));
    Station home = imported.scenario().stations().getFirst();

    assertThat(home.site().connection().mostKw(0)).isEqualTo(3);
    assertThat(home.site().connection().mostKw(1)).isCloseTo(4.08, within(1e-9));
    assertThat(home.site().connection().mostKw(2)).isEqualTo(3);
    assertThat(imported.assumptions())
        .contains(
            "grid.p_max_imp (3 kW) is less than the load in 1 of 3 steps, the first 1, also where"
                + " batteries help as long as they can: the limit is what is left there");
  }

  @Test
  void anImportLimitThatBatteriesKeepIsHard() {
    Imported imported = imported(REQUEST.replace("4000, 1000]", "6900, 1000]"));
    Station home = imported.scenario().stations().getFirst();

    assertThat(home.site().connection().mostKw(1)).isEqualTo(3);
    assertThat(imported.assumptions()).noneMatch(note -> note.contains("p_max_imp"));
  }

  @Test
  void aBatteryBelowItsLeastEnergyIsWantedThereAsSoonAsTheImportLimitLetsIt() {
    // 1 kW is left of 3 for half an hour, then 1 kW for an hour: 0.1 + 0.45 + 0.9 is above 1.2.
    Imported imported =
        imported(
            REQUEST
                .replace(
                    "\"s_min\": 500, \"s_max\": 10000, \"s_initial\": 2000",
                    "\"s_min\": 1200, \"s_max\": 10000, \"s_initial\": 100")
                .replace("[500, 4000, 1000]", "[1000, 4000, 1000]"));
    Session low = imported.scenario().sessions().getFirst();

    assertThat(low.minEnergyKwh()).isEqualTo(0.1);
    assertThat(low.details().targets()).containsExactly(new SessionDetails.Target(2, 1.2));
    assertThat(low.targetEnergyKwh()).isEqualTo(1.2);
    assertThat(imported.assumptions())
        .contains(
            "battery1: s_initial is below s_min; s_min is wanted as soon as grid.p_max_imp lets it be"
                + " reached");
  }

  @Test
  void aDemandOfEachStepIsWantedByItsEnd() {
    Imported imported =
        imported(
            REQUEST
                .replace("[0, 20000, 40000]", "[0, 0, 0]")
                .replace("\"charge_from_grid\": true", "\"p_demand\": [1000, 2000, 3000]"));
    Session car = imported.scenario().sessions().getFirst();

    assertThat(car.details().targets())
        .containsExactly(new SessionDetails.Target(1, 15.9), new SessionDetails.Target(2, 17.7));
    assertThat(car.targetEnergyKwh()).isEqualTo(20.4);
  }

  @Test
  void whatIsNullOrEmptyIsAsIfItWereAbsent() {
    String absent = REQUEST.replace("\"s_goal\": [0, 20000, 40000], ", "");
    Scenario scenario =
        imported(
                REQUEST
                    .replace("[0, 20000, 40000]", "[], \"p_demand\": null")
                    .replace("\"p_max_imp\"", "\"prc_p_exc_imp\": null, \"p_max_imp\""))
            .scenario();

    assertThat(ScenarioWriter.text(scenario))
        .isEqualTo(ScenarioWriter.text(imported(absent).scenario()));
    assertThat(imported(REQUEST.replaceAll("\\{\"p_max_imp.*\\}", "null")).scenario().solar())
        .isNotEmpty();
  }

  @Test
  void theScenarioIsReadBackAsItIs() {
    Scenario scenario = imported(REQUEST).scenario();
    String text = ScenarioWriter.text(scenario);

    assertThat(ScenarioWriter.text(ScenarioReader.read("written", text))).isEqualTo(text);
    assertThat(scenario.name()).isEqualTo("request");
  }

  @Test
  void seriesOfDifferentLengthsAreAnError() {
    String json = REQUEST.replace("\"ft\": [0, 2000, 0]", "\"ft\": [0, 2000]");

    assertThatThrownBy(() -> imported(json))
        .hasMessage(
            """
            folder/request.json: time_series.ft has 2 numbers, time_series.dt has 3
            Maybe the series is of another request.\
            """);
  }

  @Test
  void stepsMustBeEqual() {
    String json = REQUEST.replace("[1800, 3600, 3600]", "[1800, 3600, 900]");

    assertThatThrownBy(() -> imported(json))
        .hasMessage(
            """
            folder/request.json: time_series.dt[2] (900 s) must be as long as the others (3600 s)
            Maybe plan in equal steps; only the first may be shorter.\
            """);
  }
}
