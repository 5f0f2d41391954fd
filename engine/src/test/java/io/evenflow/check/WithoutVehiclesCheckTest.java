package io.evenflow.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Location;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Solar.Reactive;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.market.PeakCharge;
import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Claims.Totals;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Substation;
import io.evenflow.time.Horizon;
import io.evenflow.time.Series;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * An hour of {@link ThreeBuses} without the wind: 100 kW of load at bus 3, and 100 kW of sun there,
 * so that 1010.2051 kW flow to bus 2 and cost 60 per MWh. A battery of 50 kWh empties itself.
 */
class WithoutVehiclesCheckTest {
  private static final Charger CHARGER =
      new Charger(new PowerRange(0, 50), 1, new PowerRange(0, 50), 1);
  private static final Battery BATTERY =
      new Battery("b1", Location.bus(3), 50, 0, 50, null, 0, CHARGER, 0);

  private static Scenario day(
      boolean curtailable, Reactive reactive, double powerFactor, PeakCharge peak) {
    return day(curtailable, reactive, powerFactor, new Substation(null, null, null, peak));
  }

  private static Scenario day(
      boolean curtailable, Reactive reactive, double powerFactor, Substation substation) {
    double[] loadKvar = {reactive == Reactive.FIXED ? -75 : 0};
    Solar sun =
        new Solar(
            "sun", Location.bus(3), Series.of(100), curtailable, 150.0, reactive, powerFactor);
    return new Scenario(
            "hour",
            "EUR",
            "three",
            ThreeBuses.networkWithoutWind(),
            new Horizon(OffsetDateTime.parse(ThreeBuses.START), 1, 60),
            DayAheadPrices.of(0),
            new Loads(
                new double[] {1}, List.of(new Loads.Adjustment(3, new double[] {100}, loadKvar))),
            List.of(),
            Limits.OF_THE_CASE,
            null,
            List.of(),
            List.of(),
            new Equipment(substation, List.of(), List.of(sun), List.of(BATTERY), List.of(), null))
        .withSubstationVoltageHeld(1);
  }

  private static List<String> untrue(Scenario day, double solarKw, double claimed) {
    double[][] none = {};
    Dispatch dispatch =
        new Dispatch(
            none,
            none,
            new double[1][1],
            new double[1][1],
            new double[] {1},
            new Dispatch.Assets(
                none,
                none,
                new double[1][1],
                new double[][] {{50}},
                new double[][] {{solarKw}},
                new double[1][1]));
    TrueImport.setIn(day, dispatch);
    Totals totals = new Totals(null, null, null, null, null, claimed, null, null);
    Claims claims = new Claims(null, false, totals, Map.of(), Map.of(), List.of(), null);
    return Verifier.verify(day, dispatch, claims).violations().stream()
        .filter(sentence -> sentence.startsWith("withoutVehicles"))
        .toList();
  }

  private static final double COST = 0.06 * ThreeBuses.importKw();
  private static final PeakCharge NO_PEAK = new PeakCharge(0, 0);

  @Test
  void withoutAnyChoiceThereIsOneDay() {
    Scenario day = day(false, Reactive.NONE, 1, NO_PEAK);
    assertThat(untrue(day, 100, COST)).isEmpty();
    assertThat(untrue(day, 100, 57))
        .containsExactly("withoutVehicles: claims 57 EUR, the load alone costs 60.61231 EUR");
    // Whatever the schedule says of the sun.
    assertThat(untrue(day, 70, COST)).isEmpty();
  }

  @Test
  void reactivePowerThatIsGivenIsPartOfIt() {
    // cos φ 0.8: 100 kW draw 75 kvar, which the load's -75 make up for.
    assertThat(untrue(day(false, Reactive.FIXED, 0.8, NO_PEAK), 100, COST)).isEmpty();
  }

  @Test
  void peaksArePaidWithoutVehiclesToo() {
    Scenario day = day(false, Reactive.NONE, 1, new PeakCharge(1, 1000));
    assertThat(untrue(day, 100, COST + ThreeBuses.importKw() - 1000)).isEmpty();
    assertThat(untrue(day, 100, COST)).hasSize(1);
  }

  @Test
  void withoutTheBatteryTheLimitsMayNotBeKept() {
    Substation narrow = new Substation(null, Series.of(1000), null, null);
    assertThat(untrue(day(false, Reactive.NONE, 1, narrow), 100, COST))
        .containsExactly(
            "withoutVehicles: claims 60.61231 EUR, but without vehicles the limits are not kept:"
                + " substation, 2024-04-09T00:00:00+02:00: active power 1010.205 kW is above its"
                + " maximum 1000 kW");
    // With a choice, other powers of the plant may keep them, and cost what they like.
    assertThat(untrue(day(true, Reactive.NONE, 1, narrow), 100, 90)).isEmpty();
  }

  @Test
  void whereThereIsAChoiceItsOwnPlantsAreOneOfTheDays() {
    for (Scenario day :
        List.of(day(true, Reactive.NONE, 1, NO_PEAK), day(false, Reactive.FREE, 1, NO_PEAK))) {
      assertThat(untrue(day, 100, 57)).isEmpty();
      assertThat(untrue(day, 100, COST)).isEmpty();
      assertThat(untrue(day, 100, 61))
          .containsExactly(
              "withoutVehicles: claims 61 EUR, without vehicles its own generators, PV and"
                  + " voltages cost 60.61231 EUR");
    }
  }
}
